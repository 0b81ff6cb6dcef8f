using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Composition;

/// <summary>A seat in one body, whoever holds it.</summary>
[JsonConverter(typeof(IdConverter<SeatId>))]
public readonly record struct SeatId(Guid Value) : IId<SeatId>
{
    /// <inheritdoc/>
    public static SeatId From(Guid value) => new(value);

    /// <summary>The id of the nth seat that this one stands for, from 1: always the same.</summary>
    public SeatId Nth(int nth)
    {
        Span<byte> bytes = stackalloc byte[20];
        Value.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], nth);
        var id = SHA256.HashData(bytes).AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new(new(id, bigEndian: true));
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
