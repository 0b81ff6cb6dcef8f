using System.Security.Cryptography;
using System.Text.Json;
using Governance.Api.Http.Binding;

namespace Governance.Api.EventStore.Heads;

/// <summary>Where a cluster's log stood at a moment, signed, to be kept elsewhere: a log that goes on from it has the same hash at that position.</summary>
/// <param name="Chain">The hash of the act at the position and of all before it.</param>
/// <param name="Key">The SHA-256 of the public key, as SubjectPublicKeyInfo, in hex.</param>
/// <param name="Signature">ECDSA over P-256 and SHA-256, as a DER sequence in base64, of <see cref="Text"/>.</param>
public sealed record SignedHead(string Cluster, long Position, string RecordedAt, string Chain, string SignedAt, string Key, string Signature)
{
    /// <summary>What is signed: canonical JSON of all but key and signature, in UTF-8.</summary>
    public byte[] Text => CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(new { Chain, Cluster, Position, RecordedAt, SignedAt }, EventJson.Options));

    /// <summary>Signs a head.</summary>
    public static SignedHead Of(string cluster, Head head, DateTimeOffset now, ECDsa key)
    {
        var unsigned = new SignedHead(cluster, head.Position, Instants.Format(head.RecordedAt), head.Chain, Instants.Format(now), KeyOf(key), "");
        return unsigned with { Signature = Convert.ToBase64String(key.SignData(unsigned.Text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)) };
    }

    /// <summary>Whether the holder of the key signed it so.</summary>
    public bool IsSignedBy(ECDsa key)
    {
        var signature = new byte[Signature.Length];
        return Convert.TryFromBase64String(Signature, signature, out var length) && key.VerifyData(Text, signature.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The name of a key.</summary>
    public static string KeyOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
}
