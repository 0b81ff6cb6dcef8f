using System.Buffers;

namespace Governance.Api.EventStore;

/// <summary>Redactions as the JSON that <c>record_decision</c> takes.</summary>
internal static class RedactionRows
{
    public static byte[]? Write(IEnumerable<Redaction> redactions, EventTypes types)
    {
        var rows = new ArrayBufferWriter<byte>();
        var scratch = new ArrayBufferWriter<byte>();
        foreach (var redaction in redactions)
        {
            rows.Write(rows.WrittenCount == 0 ? "[{\"id\":"u8 : ",{\"id\":"u8);
            CanonicalJson.WriteId(redaction.Event, rows);
            rows.Write(",\"data\":"u8);
            rows.Write(types.ToCanonical(redaction.Data, scratch));
            rows.Write("}"u8);
        }
        if (rows.WrittenCount == 0) return null;
        rows.Write("]"u8);
        return rows.WrittenSpan.ToArray();
    }
}
