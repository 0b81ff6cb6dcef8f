using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Governance.Api.Security.SignIn;

/// <summary>The codes of an authenticator app: RFC 6238 with SHA-1, six digits and periods of 30 seconds, which is what they all speak.</summary>
public static class Totp
{
    /// <summary>Periods before and after the present one whose codes are taken, for clocks that differ.</summary>
    private const int Tolerance = 1;
    private const int SecretBytes = 20;
    private const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const int Period = 30;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The number of the period of an instant.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / Period;

    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA-1 is what the apps speak, and is not broken as a code of authentication.")]
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var truncated = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (truncated % Modulus).ToString($"D{Digits}");
    }

    /// <summary>The period that the code is of, of those near and after <paramref name="taken"/>; nothing if it is of none.</summary>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now, long taken)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        long? found = null;
        for (var step = StepAt(now) - Tolerance; step <= StepAt(now) + Tolerance; step++)
            if (IsSame(digits, Code(secret, step)) && step > taken) found = step;
        return found;
    }

    /// <summary>A secret as it is typed into an app that reads no picture: RFC 4648's base 32.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var (text, bits, held) = (new System.Text.StringBuilder(), 0, 0);
        foreach (var b in bytes)
            for ((bits, held) = (bits << 8 | b, held + 8); held >= 5; held -= 5) text.Append(Letters[bits >> (held - 5) & 31]);
        if (held > 0) text.Append(Letters[bits << (5 - held) & 31]);
        return text.ToString();
    }

    /// <summary>What an app reads from the picture.</summary>
    public static string AddressOf(byte[] secret, string login) => $"otpauth://totp/Governance:{Uri.EscapeDataString(login)}?secret={Base32(secret)}&issuer=Governance";

    private static bool IsSame(string given, string code) =>
        given.Length == code.Length && CryptographicOperations.FixedTimeEquals(System.Runtime.InteropServices.MemoryMarshal.AsBytes(given.AsSpan()), System.Runtime.InteropServices.MemoryMarshal.AsBytes(code.AsSpan()));
}
