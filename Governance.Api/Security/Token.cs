using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Api.Security;

/// <summary>Texts that nobody can guess, and the hash that is kept of them: 256 random bits need no salt.</summary>
public static class Token
{
    /// <summary>43 letters, digits, <c>-</c> and <c>_</c>.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>An id that tells nothing: 16 hex digits.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>The hash in lower-case hex, as documents keep it.</summary>
    public static string HashText(string token) => Convert.ToHexStringLower(Hash(token));
}
