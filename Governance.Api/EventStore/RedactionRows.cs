using System.Buffers;

namespace Governance.Api.EventStore;

/// <summary>Redactions as the JSON that <c>record_decision</c> takes.</summary>
internal static class RedactionRows
{
    public static byte[]? Write(IReadOnlyList<Redaction> redactions, EventTypes types)
    {
        if (redactions is []) return null;
        var scratch = new ArrayBufferWriter<byte>();
        var rows = new ArrayBufferWriter<byte>();
        for (var i = 0; i < redactions.Count; i++)
        {
            rows.Write(i == 0 ? "[{\"id\":"u8 : ",{\"id\":"u8);
            CanonicalJson.WriteString(redactions[i].Event.ToString(), rows);
            rows.Write(",\"data\":"u8);
            rows.Write(types.ToCanonical(redactions[i].Data, scratch));
            rows.Write("}"u8);
        }
        rows.Write("]"u8);
        return rows.WrittenSpan.ToArray();
    }
}
