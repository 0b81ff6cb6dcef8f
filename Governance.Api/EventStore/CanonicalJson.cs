using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Governance.Api.EventStore;

/// <summary>RFC 8785: one byte sequence per JSON value. Whole numbers up to 2^53 only; a fraction, U+0000, a lone surrogate or a doubled member is a <see cref="FormatException"/>.</summary>
public static class CanonicalJson
{
    private const long Largest = 1L << 53;

    /// <summary>The canonical form of a JSON text in UTF-8.</summary>
    public static byte[] Of(ReadOnlyMemory<byte> json)
    {
        var output = new ArrayBufferWriter<byte>(json.Length);
        Write(json, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes a JSON text in UTF-8 canonically.</summary>
    /// <param name="digests">Writes what stands in the place of each text, where texts are not to stand there themselves.</param>
    public static void Write(ReadOnlyMemory<byte> json, IBufferWriter<byte> output, MemberDigests? digests = null)
    {
        using var document = JsonDocument.Parse(json);
        Write(document.RootElement, output, digests: digests);
    }

    /// <summary>Writes a value canonically.</summary>
    /// <param name="without">Members of the outermost object that are left out.</param>
    /// <param name="digests">Writes what stands in the place of each text, where texts are not to stand there themselves.</param>
    public static void Write(JsonElement value, IBufferWriter<byte> output, string[]? without = null, MemberDigests? digests = null)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: WriteObject(value, output, without, digests); break;
            case JsonValueKind.Array: WriteArray(value, output, digests); break;
            case JsonValueKind.Number: WriteNumber(value, output); break;
            case JsonValueKind.String when digests is not null: WriteDigest(value, output, digests); break;
            case JsonValueKind.String: WriteRaw(JsonMarshal.GetRawUtf8Value(value)[1..^1], value, output); break;
            default: output.Write(JsonMarshal.GetRawUtf8Value(value)); break;
        }
    }

    /// <summary>Writes a string with its quotes, escaping only what must be.</summary>
    public static void WriteString(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        Refuse(text);
        output.Write("\""u8);
        while (text.IndexOfAny(Escaped) is var at and >= 0)
        {
            Encoding.UTF8.GetBytes(text[..at], output);
            WriteEscape(text[at], output);
            text = text[(at + 1)..];
        }
        Encoding.UTF8.GetBytes(text, output);
        output.Write("\""u8);
    }

    /// <summary>Writes a whole number.</summary>
    public static void WriteInteger(long number, IBufferWriter<byte> output)
    {
        number.TryFormat(output.GetSpan(20), out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    /// <summary>Writes an id as a string.</summary>
    public static void WriteId(Guid id, IBufferWriter<byte> output)
    {
        var text = output.GetSpan(38);
        text[0] = text[37] = (byte)'"';
        id.TryFormat(text[1..], out _);
        output.Advance(38);
    }

    /// <summary>Throws <see cref="FormatException"/> on text that neither PostgreSQL nor UTF-8 can hold: U+0000 or a lone surrogate.</summary>
    public static void Refuse(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0')) throw new FormatException("A text holds the character U+0000.");
        for (var rest = text; rest.IndexOfAnyInRange('\uD800', '\uDFFF') is var at and >= 0; rest = rest[(at + 2)..])
            if (at + 1 == rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1])) throw new FormatException("A text holds half a surrogate pair.");
    }

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c), '"', '\\']);

    private static void WriteEscape(char c, IBufferWriter<byte> output) => output.Write(c switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\b' => "\\b"u8,
        '\t' => "\\t"u8,
        '\n' => "\\n"u8,
        '\f' => "\\f"u8,
        '\r' => "\\r"u8,
        _ => Encoding.UTF8.GetBytes($"\\u{(int)c:x4}"),
    });

    private static void WriteObject(JsonElement value, IBufferWriter<byte> output, string[]? without, MemberDigests? digests)
    {
        var members = ArrayPool<JsonProperty>.Shared.Rent(Math.Max(1, value.GetPropertyCount()));
        var count = 0;
        foreach (var member in value.EnumerateObject())
            if (without is null || !Array.Exists(without, member.NameEquals)) members[count++] = member;
        try { members.AsSpan(0, count).Sort(ByName); }
        catch (InvalidOperationException e) when (e.InnerException is FormatException inner) { throw new FormatException(inner.Message, e); }
        output.Write("{"u8);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                if (ByName(members[i - 1], members[i]) == 0) throw new FormatException($"The member '{members[i].Name}' is given twice.");
                output.Write(","u8);
            }
            WriteName(members[i], output);
            output.Write(":"u8);
            Write(members[i].Value, output, digests: digests);
        }
        output.Write("}"u8);
        ArrayPool<JsonProperty>.Shared.Return(members, clearArray: true);
    }

    private static void WriteArray(JsonElement value, IBufferWriter<byte> output, MemberDigests? digests)
    {
        output.Write("["u8);
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!first) output.Write(","u8);
            first = false;
            Write(item, output, digests: digests);
        }
        output.Write("]"u8);
    }

    private static void WriteNumber(JsonElement value, IBufferWriter<byte> output)
    {
        if (!value.TryGetInt64(out var number) || number is > Largest or < -Largest)
            throw new FormatException($"{value.GetRawText()} is not a whole number of at most 2^53.");
        WriteInteger(number, output);
    }

    private static void WriteName(JsonProperty member, IBufferWriter<byte> output)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        if (IsPlain(raw)) WriteQuoted(raw, output);
        else WriteString(Unescaped(member, static m => m.Name), output);
    }

    private static void WriteRaw(ReadOnlySpan<byte> raw, JsonElement value, IBufferWriter<byte> output)
    {
        if (IsPlain(raw)) WriteQuoted(raw, output);
        else WriteString(Unescaped(value, static v => v.GetString()!), output);
    }

    private static void WriteDigest(JsonElement value, IBufferWriter<byte> output, MemberDigests digests)
    {
        var quoted = JsonMarshal.GetRawUtf8Value(value);
        if (IsPlain(quoted))
        {
            digests.Write(quoted, output);
            return;
        }
        var literal = new ArrayBufferWriter<byte>(quoted.Length);
        WriteRaw(quoted[1..^1], value, literal);
        digests.Write(literal.WrittenSpan, output);
    }

    private static void WriteQuoted(ReadOnlySpan<byte> raw, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        output.Write(raw);
        output.Write("\""u8);
    }

    // A JSON string without a backslash can hold nothing that must be escaped.
    private static bool IsPlain(ReadOnlySpan<byte> raw) => !raw.Contains((byte)'\\') && Utf8.IsValid(raw);

    private static string Unescaped<T>(T holder, Func<T, string> read)
    {
        try { return read(holder); }
        catch (InvalidOperationException e) { throw new FormatException("A text is not valid Unicode.", e); }
    }

    private static int ByName(JsonProperty a, JsonProperty b)
    {
        var left = JsonMarshal.GetRawUtf8PropertyName(a);
        var right = JsonMarshal.GetRawUtf8PropertyName(b);
        if (!IsPlain(left) || !IsPlain(right))
            return string.CompareOrdinal(Unescaped(a, static m => m.Name), Unescaped(b, static m => m.Name));
        var same = left.CommonPrefixLength(right);
        if (same == left.Length || same == right.Length) return left.Length - right.Length;
        return Utf16Rank(left[same]) - Utf16Rank(right[same]);
    }

    // UTF-8 sorts as UTF-16 does, but that the surrogates (lead bytes F0 to F4) come before U+E000 to U+FFFF (EE, EF).
    private static int Utf16Rank(byte b) => b is 0xEE or 0xEF ? b + 0x10 : b;
}
