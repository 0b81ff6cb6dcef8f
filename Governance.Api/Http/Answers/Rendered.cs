using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Governance.Api.Http.Answers;

/// <summary>An answer as it goes out: its bytes, what they are, and the strong tag they are known by. The compressed forms are made once, when first asked for.</summary>
public sealed class Rendered
{
    private const int WorthCompressing = 1_000;

    private readonly string tag;
    private readonly Lazy<Form> brotli;
    private readonly Lazy<Form> gzip;

    private Rendered(byte[] bytes, string mediaType, string tag)
    {
        (MediaType, this.tag, Plain) = (mediaType, tag, new(bytes, $"\"{tag}\"", null));
        brotli = new(() => Compressed("br", output => new BrotliStream(output, CompressionLevel.Optimal)));
        gzip = new(() => Compressed("gzip", output => new GZipStream(output, CompressionLevel.Optimal)));
    }

    public string MediaType { get; }

    /// <summary>As it is.</summary>
    public Form Plain { get; }

    /// <summary>In the smallest form that a request takes, which each has a tag of its own.</summary>
    public Form For(HttpRequest request)
    {
        if (Plain.Bytes.Length < WorthCompressing || request.Headers.AcceptEncoding is not { Count: > 0 } accepted) return Plain;
        return Encodings.Takes(accepted, "br") ? brotli.Value : Encodings.Takes(accepted, "gzip") ? gzip.Value : Plain;
    }

    /// <summary>The first 128 bits of their SHA-256 are the tag.</summary>
    public static Rendered Of(byte[] bytes, string mediaType) => new(bytes, mediaType, Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 16)));

    private Form Compressed(string encoding, Func<Stream, Stream> compress)
    {
        using var output = new MemoryStream();
        using (var stream = compress(output)) stream.Write(Plain.Bytes.Span);
        return new(output.ToArray(), $"\"{tag}-{encoding}\"", encoding);
    }

    /// <summary>The bytes in one encoding; null for none.</summary>
    public sealed record Form(ReadOnlyMemory<byte> Bytes, string Tag, string? Encoding);
}
