using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Governance.Api.EventStore;

/// <summary>What an act keeps of a person's row that it writes: HMAC-SHA-256 over the row in canonical form, under a key that stands in the row. When the row is cleared the key goes with it, and the hash tells nothing any more.</summary>
internal static class PersonHash
{
    private static readonly string[] Apart = ["position", "salt"];

    /// <summary>The row as it is to be written, with a new key.</summary>
    public static Person Salted(Person person, long position) => person with { Position = position, Salt = MemberDigests.NewSalt() };

    /// <summary>The hash of a row, in lower-case hex. Throws <see cref="FormatException"/> where it has no key.</summary>
    public static string Of(Person salted) => Of(JsonSerializer.SerializeToUtf8Bytes(salted, EventJson.Options), salted.Salt);

    /// <inheritdoc cref="Of(Person)"/>
    /// <param name="json">The row as the database has it.</param>
    public static string Of(ReadOnlyMemory<byte> json, string? salt)
    {
        using var row = JsonDocument.Parse(json);
        var canonical = new ArrayBufferWriter<byte>(512);
        CanonicalJson.Write(row.RootElement, canonical, Apart);
        return Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromHexString(salt ?? throw new FormatException("A person's row has no key.")), canonical.WrittenSpan));
    }
}
