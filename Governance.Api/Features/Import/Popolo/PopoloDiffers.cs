using System.Text.Json.Nodes;
using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>In what a decision that is recorded already reads otherwise in a document.</summary>
internal static class PopoloDiffers
{
    // Ids of other decisions and what things are called are the document's own.
    private static readonly string[] own = ["ref", "follows", "links"];

    /// <summary>The members, by their words in JSON under <c>extra/decision</c>.</summary>
    /// <param name="told">With our ids for what the cluster has.</param>
    public static IReadOnlyList<string> Members(Decision told, RecordedDecision recorded)
    {
        var (there, here) = (Written(told), Written(Recall.Of(recorded.Current)));
        return [.. there.Select(m => m.Key).Union(here.Select(m => m.Key)).Where(word => !JsonNode.DeepEquals(there[word], here[word])).Select(word => $"extra/decision/{word}")];
    }

    private static JsonObject Written(Decision decision)
    {
        var written = JsonNode.Parse(Json.Bytes(writer => Requests.Write(writer, decision)))!.AsObject();
        Plain(written);
        return written;
    }

    private static void Plain(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var item in list) Plain(item);
        if (node is not JsonObject record) return;
        foreach (var word in own) record.Remove(word);
        foreach (var (word, value) in record.ToList())
            if (value is null or JsonArray { Count: 0 }) record.Remove(word);
            else Plain(value);
    }
}
