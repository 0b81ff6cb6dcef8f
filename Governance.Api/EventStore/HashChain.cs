using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Governance.Api.EventStore;

/// <summary>The hashes that tie each event of a cluster to all before it: SHA-256 over canonical JSON.</summary>
public static class HashChain
{
    /// <summary>The link before a cluster's first event.</summary>
    public static byte[] Genesis(string cluster) => SHA256.HashData(Encoding.UTF8.GetBytes(cluster));

    /// <summary>The hash of an event's data in canonical form, in lower-case hex. It outlives a redaction of the data.</summary>
    public static string PayloadHash(ReadOnlySpan<byte> canonicalData) => Convert.ToHexStringLower(SHA256.HashData(canonicalData));

    /// <summary>The hash of all but the data: canonical <c>{headers, id, stream, type, version}</c>, the headers canonical and without the chain. The scratch space is overwritten.</summary>
    public static byte[] EventHash(ReadOnlySpan<byte> canonicalHeaders, Guid id, Guid stream, string type, long version, ArrayBufferWriter<byte> scratch)
    {
        scratch.ResetWrittenCount();
        scratch.Write("{\"headers\":"u8);
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

    /// <summary>The next link, as <c>record_decision</c> computes it: it alone knows the time, in microseconds since 1970.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> eventHash, long position, int index, string type, DateTimeOffset recordedAt)
    {
        var microseconds = (recordedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return SHA256.HashData([.. previous, .. eventHash, .. Encoding.UTF8.GetBytes($"{position}|{index}|{type}|{microseconds}")]);
    }
}
