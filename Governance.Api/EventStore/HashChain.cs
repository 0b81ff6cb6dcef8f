using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Api.EventStore;

/// <summary>The hashes that tie each event of a cluster to all before it: SHA-256 over canonical JSON.</summary>
public static class HashChain
{
    /// <summary>The link before a cluster's first event.</summary>
    public static byte[] Genesis(string cluster) => SHA256.HashData(Encoding.UTF8.GetBytes(cluster));

    /// <summary>The hash of data in canonical form, in lower-case hex.</summary>
    public static string DataHash(ReadOnlySpan<byte> canonicalData) => Convert.ToHexStringLower(SHA256.HashData(canonicalData));

    /// <summary>The hash of an event's data in canonical form with a digest in the place of each text, in lower-case hex. It outlives a redaction of texts. Throws <see cref="FormatException"/> where the salts are not the data's.</summary>
    public static string PayloadHash(ReadOnlyMemory<byte> data, MemberDigests digests)
    {
        canonical ??= new(1024);
        canonical.ResetWrittenCount();
        CanonicalJson.Write(data, canonical, digests);
        digests.End();
        return DataHash(canonical.WrittenSpan);
    }

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? canonical;

    /// <summary>The hash of all but the data: canonical <c>{causation, correlation, headers, id, stream, type, version}</c>, the headers canonical and without the chain and the salts. The scratch space is overwritten.</summary>
    /// <param name="cause">Null for an event without salts, in which the first two are left out: so one with them does not pass for one without.</param>
    public static byte[] EventHash(ReadOnlySpan<byte> canonicalHeaders, Guid id, Guid stream, string type, long version, (string? Causation, string? Correlation)? cause, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        scratch.Write("{"u8);
        if (cause is var (causation, correlation))
        {
            WriteText("\"causation\":"u8, causation, scratch);
            WriteText("\"correlation\":"u8, correlation, scratch);
        }
        scratch.Write("\"headers\":"u8);
        scratch.Write(canonicalHeaders);
        scratch.Write(",\"id\":"u8);
        CanonicalJson.WriteId(id, scratch);
        scratch.Write(",\"stream\":"u8);
        CanonicalJson.WriteId(stream, scratch);
        scratch.Write(",\"type\":"u8);
        CanonicalJson.WriteString(type, scratch);
        scratch.Write(",\"version\":"u8);
        CanonicalJson.WriteInteger(version, scratch);
        scratch.Write("}"u8);
        return SHA256.HashData(scratch.WrittenSpan);
    }

    /// <summary>The next link; the time is in microseconds since 1970.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> eventHash, long position, int index, string type, DateTimeOffset recordedAt)
    {
        var microseconds = (recordedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return SHA256.HashData([.. previous, .. eventHash, .. Encoding.UTF8.GetBytes($"{position}|{index}|{type}|{microseconds}")]);
    }

    private static void WriteText(ReadOnlySpan<byte> member, string? text, IBufferWriter<byte> output)
    {
        output.Write(member);
        if (text is null) output.Write("null"u8);
        else CanonicalJson.WriteString(text, output);
        output.Write(","u8);
    }
}
