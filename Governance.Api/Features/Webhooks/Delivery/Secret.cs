using System.Security.Cryptography;
using System.Text;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>What a subscriber knows a message of ours by, as Standard Webhooks has it. It is shown once, when it is made.</summary>
public sealed class Secret(byte[] key)
{
    private const int Length = 32;

    public byte[] Key => key;

    public static Secret New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>As the subscriber is given it.</summary>
    public string Shown => "whsec_" + Convert.ToBase64String(key);

    /// <summary>The signature of one sending of a message.</summary>
    /// <param name="timestamp">Seconds since 1970.</param>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return "v1," + Convert.ToBase64String(hmac.GetHashAndReset());
    }
}
