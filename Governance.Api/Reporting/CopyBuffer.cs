using System.Buffers.Binary;
using System.Text;
using Governance.Domain.Bodies;

namespace Governance.Api.Reporting;

/// <summary>Rows of one table in PostgreSQL's binary format for COPY, value by value; what is absent is null.</summary>
internal sealed class CopyBuffer
{
    private const int TextType = 25, UuidType = 2950;
    private const byte LowerIncluded = 2, UpperInfinite = 16;
    private static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private byte[] bytes = [.. Head];
    private int length = Head.Length;
    private short columns;

    /// <summary>All the rows, and the end of them.</summary>
    public ReadOnlyMemory<byte> End()
    {
        BinaryPrimitives.WriteInt16BigEndian(Space(2), -1);
        return bytes.AsMemory(0, length);
    }

    /// <summary>The next row.</summary>
    public void Row(string cluster, KnownRow row)
    {
        var start = length;
        Space(2);
        columns = 0;
        row.Row.Said.Write(Text(cluster));
        Days(row.Row.From, row.Row.Until);
        Moments(row.Row.Since, row.Until);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(start), columns);
    }

    public CopyBuffer Id(Guid value)
    {
        value.TryWriteBytes(Value(16), bigEndian: true, out _);
        return this;
    }

    public CopyBuffer Id(Guid? value) => value is { } id ? Id(id) : Null();

    public CopyBuffer Text(string? value)
    {
        if (value is null) return Null();
        Encoding.UTF8.GetBytes(value, Value(Encoding.UTF8.GetByteCount(value)));
        return this;
    }

    public CopyBuffer Flag(bool value)
    {
        Value(1)[0] = value ? (byte)1 : (byte)0;
        return this;
    }

    public CopyBuffer Number(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Value(4), value);
        return this;
    }

    public CopyBuffer Number(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Value(8), value);
        return this;
    }

    public CopyBuffer Day(DateOnly value) => Number(DaysSince(value));

    public CopyBuffer Day(DateOnly? value) => value is { } day ? Day(day) : Null();

    public CopyBuffer Ids(Several<BodyId> values) => Array(values, UuidType, static (to, id) => to.Id(id.Value));

    public CopyBuffer Texts(Several<string> values) => Array(values, TextType, static (to, text) => to.Text(text));

    private void Days(DateOnly from, DateOnly? until)
    {
        Range(until is not null, 4);
        Int(4);
        Int(DaysSince(from));
        if (until is not { } end) return;
        Int(4);
        Int(DaysSince(end));
    }

    private void Moments(DateTimeOffset from, DateTimeOffset? until)
    {
        Range(until is not null, 8);
        Int(8);
        Long(MicrosecondsSince(from));
        if (until is not { } end) return;
        Int(8);
        Long(MicrosecondsSince(end));
    }

    private void Range(bool ends, int size)
    {
        Value(1 + (4 + size) * (ends ? 2 : 1), take: 1)[0] = ends ? LowerIncluded : (byte)(LowerIncluded | UpperInfinite);
    }

    private CopyBuffer Array<T>(Several<T> values, int type, Action<CopyBuffer, T> item)
    {
        var (start, column) = (length, columns + 1);
        ReadOnlySpan<int> head = values.Items.Count == 0 ? [0, 0, 0, type] : [0, 1, 0, type, values.Items.Count, 1];
        foreach (var number in head) Int(number);
        foreach (var value in values.Items) item(this, value);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(start), length - start - 4);
        columns = (short)column;
        return this;
    }

    private CopyBuffer Null()
    {
        Int(-1);
        columns++;
        return this;
    }

    /// <summary>Room for a value of so many bytes, or for the first of them.</summary>
    private Span<byte> Value(int size, int? take = null)
    {
        Int(size);
        columns++;
        return Space(take ?? size);
    }

    private void Int(int value) => BinaryPrimitives.WriteInt32BigEndian(Space(4), value);

    private void Long(long value) => BinaryPrimitives.WriteInt64BigEndian(Space(8), value);

    private Span<byte> Space(int size)
    {
        if (bytes.Length - length < size) System.Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + size));
        length += size;
        return bytes.AsSpan(length - size, size);
    }

    private static int DaysSince(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(Epoch).DayNumber;

    private static long MicrosecondsSince(DateTimeOffset moment) => (moment.UtcTicks - Epoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
