using System.Buffers.Text;
using System.Security.Cryptography;

namespace Governance.Api.Http.Answers;

/// <summary>An answer as it goes out: its bytes, what they are, and the strong tag they are known by.</summary>
public sealed class Rendered
{
    private Rendered(byte[] bytes, string mediaType, string tag) => (Bytes, MediaType, Tag) = (bytes, mediaType, tag);

    public ReadOnlyMemory<byte> Bytes { get; }

    public string MediaType { get; }

    /// <summary>The first 128 bits of their SHA-256, in quotation marks.</summary>
    public string Tag { get; }

    public static Rendered Of(byte[] bytes, string mediaType) => new(bytes, mediaType, $"\"{Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 16))}\"");
}
