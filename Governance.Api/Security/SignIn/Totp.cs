using System.Security.Cryptography;
using OtpNet;

namespace Governance.Api.Security.SignIn;

/// <summary>The codes of an authenticator app: RFC 6238 with SHA-1, six digits and periods of 30 seconds, which is what they all speak. By Otp.NET, which tells the period that a code is of, so that none is taken twice.</summary>
public static class Totp
{
    private const int SecretBytes = 20;
    private const int Period = 30;

    /// <summary>A clock may be a period off, before and after.</summary>
    private static readonly VerificationWindow tolerance = new(previous: 1, future: 1);

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>The number of the period of an instant.</summary>
    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / Period;

    public static string Code(byte[] secret, long step) => new OtpNet.Totp(secret).ComputeTotp(DateTimeOffset.FromUnixTimeSeconds(step * Period).UtcDateTime);

    /// <summary>The period that the code is of, of those near and after <paramref name="taken"/>; nothing if it is of none.</summary>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now, long taken) =>
        new OtpNet.Totp(secret).VerifyTotp(now.UtcDateTime, code.Replace(" ", "", StringComparison.Ordinal), out var step, tolerance) && step > taken ? step : null;

    /// <summary>A secret as it is typed into an app that reads no picture: RFC 4648's base 32.</summary>
    public static string Base32(byte[] secret) => secret.Length == 0 ? "" : Base32Encoding.ToString(secret).TrimEnd('=');

    /// <summary>What an app reads from the picture.</summary>
    public static string AddressOf(byte[] secret, string login) => new OtpUri(OtpType.Totp, secret, login, "Governance").ToString();
}
