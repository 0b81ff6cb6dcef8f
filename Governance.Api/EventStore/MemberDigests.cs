using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Api.EventStore;

/// <summary>Stands in an event's payload hash for each text of its data: SHA-256 over a salt of the text's own and the text. A text that is taken out takes its salt with it, so that what is left of it tells nobody what it was, and the rest is proved as before.</summary>
/// <remarks>The texts are counted in canonical order, all strings that are values; the salt of text n is half n mod 2 of SHA-256 over the event's salt and n / 2, four bytes, big-endian.</remarks>
public sealed class MemberDigests
{
    private const int SaltBytes = 16, OnStack = 512;
    private readonly byte[]? seed;
    private readonly IReadOnlyList<string> each = [];
    private readonly byte[] pair = new byte[SHA256.HashSizeInBytes];
    private int count;

    private MemberDigests(byte[]? seed, IReadOnlyList<string> each) => (this.seed, this.each) = (seed, each);

    /// <summary>A new salt for an event.</summary>
    public static string NewSalt()
    {
        Span<byte> salt = stackalloc byte[SaltBytes];
        RandomNumberGenerator.Fill(salt);
        return Convert.ToHexStringLower(salt);
    }

    /// <summary>By the salt of an event of which nothing is taken out, in hex.</summary>
    public static MemberDigests Of(string salt) => new(Bytes(salt, SaltBytes), []);

    /// <summary>By what is kept of each text: its salt or, where it is taken out, its digest.</summary>
    public static MemberDigests Of(IReadOnlyList<string> each) => new(null, each);

    /// <summary>By an event's headers; null where it was written before texts were hashed apart.</summary>
    public static MemberDigests? Of(EventHeaders headers) => headers switch
    {
        { Salts: { } each } => Of(each),
        { Salt: { } salt } => Of(salt),
        _ => null,
    };

    /// <summary>Whether what is kept of a text is its digest.</summary>
    public static bool IsTakenOut(string kept) => kept.Length == 2 * SHA256.HashSizeInBytes;

    /// <summary>Writes the digest of the next text, in quotes.</summary>
    /// <param name="literal">The text as canonical JSON has it, with its quotes.</param>
    public void Write(ReadOnlySpan<byte> literal, IBufferWriter<byte> output)
    {
        var digest = output.GetSpan((2 * SHA256.HashSizeInBytes) + 2)[..((2 * SHA256.HashSizeInBytes) + 2)];
        digest[0] = digest[^1] = (byte)'"';
        if (NextTakenOut() is { } kept) Encoding.ASCII.GetBytes(kept, digest[1..]);
        else
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            Digest(NextSalt(), literal, hash);
            Convert.TryToHexStringLower(hash, digest[1..^1], out _);
        }
        count++;
        output.Advance(digest.Length);
    }

    /// <summary>What is to be kept of the next text.</summary>
    /// <param name="takenOut">Whether it is taken out, or was before.</param>
    public string Keep(ReadOnlySpan<byte> literal, bool takenOut)
    {
        if (NextTakenOut() is not { } kept)
        {
            var salt = NextSalt();
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            if (takenOut) Digest(salt, literal, hash);
            kept = Convert.ToHexStringLower(takenOut ? hash : salt);
        }
        count++;
        return kept;
    }

    /// <summary>Throws <see cref="FormatException"/> where there were fewer texts than salts.</summary>
    public void End()
    {
        if (seed is null && count < each.Count) throw new FormatException("There are fewer texts than salts.");
    }

    private string? NextTakenOut() => seed is null && Kept is var kept && IsTakenOut(kept) ? Convert.ToHexStringLower(Bytes(kept, SHA256.HashSizeInBytes)) : null;

    private string Kept => count < each.Count ? each[count] : throw new FormatException("There are more texts than salts.");

    private ReadOnlySpan<byte> NextSalt()
    {
        if (seed is null) return Bytes(Kept, SaltBytes);
        if (count % 2 == 0)
        {
            Span<byte> numbered = stackalloc byte[SaltBytes + sizeof(int)];
            seed.CopyTo(numbered);
            BinaryPrimitives.WriteInt32BigEndian(numbered[SaltBytes..], count / 2);
            SHA256.HashData(numbered, pair);
        }
        return pair.AsSpan(count % 2 * SaltBytes, SaltBytes);
    }

    private static void Digest(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> literal, Span<byte> digest)
    {
        var length = salt.Length + literal.Length;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var joined = rented is null ? stackalloc byte[OnStack] : rented;
        salt.CopyTo(joined);
        literal.CopyTo(joined[salt.Length..]);
        SHA256.HashData(joined[..length], digest);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }

    private static byte[] Bytes(string hex, int length) => Convert.FromHexString(hex) is { } bytes && bytes.Length == length ? bytes : throw new FormatException("A salt is not as long as it should be.");
}
