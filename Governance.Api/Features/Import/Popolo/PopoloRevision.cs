using System.Text.Json.Nodes;
using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>A decision that is recorded already, beside what a document says of it now.</summary>
/// <param name="Decision">With what has changed in the document since it was last taken in; null where nothing has.</param>
/// <param name="Kept">The members in which they differ and the recorded one stays: it was not taken in from the document, or was corrected here since.</param>
internal sealed record PopoloRevision(Decision? Decision, IReadOnlyList<string> Kept)
{
    // What things are called, and the ids of other decisions, are the document's own.
    private static readonly string[] own = ["ref", "follows"];

    /// <summary>Compares member by member: one that the document has changed since is taken from it, one that was corrected here is not.</summary>
    /// <param name="told">From the document, with our ids for what the cluster has.</param>
    public static PopoloRevision Of(RecordedDecision recorded, Func<Decision, Decision> told)
    {
        var current = Recall.Of(recorded.Current);
        var (now, here) = (told(current), Written(current));
        var there = Written(now);
        var imported = recorded.Revisions.FindLast(r => r.ImportedAs is not null) is { } revision ? Written(Recall.Of(revision)) : null;
        var (merged, kept, isChanged) = (here.DeepClone().AsObject(), new List<string>(), false);
        foreach (var word in there.Select(m => m.Key).Union(here.Select(m => m.Key)).Except(own).Where(word => !Same(there[word], here[word])))
            if (imported is null || !Same(imported[word], here[word])) kept.AddRange(imported is null || !Same(imported[word], there[word]) ? [word] : Array.Empty<string>());
            else (merged[word], isChanged) = (there[word]?.DeepClone(), true);
        return new(isChanged ? Requests.Read<Decision>(Json.Bytes(merged), new RequestReader()) : null, kept);
    }

    private static JsonObject Written(Decision decision) => JsonNode.Parse(Json.Bytes(writer => Requests.Write(writer, decision)))!.AsObject();

    private static bool Same(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(Plain(a), Plain(b));

    private static JsonNode? Plain(JsonNode? node)
    {
        if (node is JsonArray list) return list.Count == 0 ? null : new JsonArray([.. list.Select(Plain)]);
        if (node is not JsonObject record) return node?.DeepClone();
        return new JsonObject(record.Where(m => !own.Contains(m.Key, StringComparer.Ordinal)).Select(m => KeyValuePair.Create(m.Key, Plain(m.Value))).Where(m => m.Value is not null));
    }
}
