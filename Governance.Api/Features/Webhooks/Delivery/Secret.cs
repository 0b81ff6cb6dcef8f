using System.Security.Cryptography;
using System.Text;
using StandardWebhooks;

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
    public string Sign(string id, DateTimeOffset at, ReadOnlySpan<byte> body) => new StandardWebhook(key).Sign(id, at, Encoding.UTF8.GetString(body));
}
