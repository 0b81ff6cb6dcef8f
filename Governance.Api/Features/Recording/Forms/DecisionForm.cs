using System.Text.Json.Nodes;
using Governance.Api.Features.Decisions;
using Governance.Api.Features.Recording.Entries;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Entry = Governance.Api.Features.Recording.Entries.Entry;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>The whole form of a decision: what stands above the changes, and the fields of each change.</summary>
public sealed record DecisionForm(Group Head, IReadOnlyList<ChangeFields> Changes)
{
    private const string TypeWord = "type";

    private static readonly UnionShape kinds = (UnionShape)Shapes.Of(typeof(Change));
    private static readonly RecordEntry head = new((RecordShape)Shapes.Of(typeof(Decision)), MemberWords.Decision);
    private static readonly RecordEntry correction = new((RecordShape)Shapes.Of(typeof(Correction)), MemberWords.Decision);
    private static readonly Dictionary<string, RecordEntry> entries = kinds.Variants.ToDictionary(k => k.Key, k => new RecordEntry(k.Value, k.Key), StringComparer.Ordinal);

    /// <summary>Whether there is a kind of change of that word.</summary>
    public static bool Knows(string kind) => entries.ContainsKey(kind);

    /// <summary>The record that a kind of change is read as.</summary>
    public static RecordShape? Shape(string kind) => kinds.Variant(kind);

    /// <summary>What was typed, as the document of a decision or a correction.</summary>
    public static JsonObject Read(SentFields sent, ReferenceChoices known, bool corrects)
    {
        var document = Once(sent, known, corrects);
        NewReferences.GiveRefs(document);
        // Again, now that what it makes itself can be named.
        document = Once(sent, known.With(document), corrects);
        NewReferences.GiveRefs(document);
        return document;
    }

    /// <summary>The form with what stands in a document.</summary>
    public static DecisionForm Show(JsonObject document, ReferenceChoices known, bool corrects) => new(
        (Group)(corrects ? correction : head).Show(document, "", known),
        [.. NewReferences.Changes(document).Where(c => Knows(Kind(c))).Select((change, i) => new ChangeFields(i, Kind(change), (Group)entries[Kind(change)].Show(change, $"changes[{i}]", known)))]);

    /// <summary>Which change a place is in, and what the field there is called.</summary>
    public (int? Change, Phrase? Label) Named(string path)
    {
        var change = Changes.FirstOrDefault(c => path == c.Path || path.StartsWith(c.Path + ".", StringComparison.Ordinal));
        var fields = (change?.Fields ?? Head).Fields;
        return (change?.Index, fields.FirstOrDefault(f => path == f.Control.Path || path.StartsWith(f.Control.Path + "[", StringComparison.Ordinal) || path.StartsWith(f.Control.Path + ".", StringComparison.Ordinal))?.Caption.Label);
    }

    /// <summary>The word of a change.</summary>
    public static string Kind(JsonObject change) => Entry.TextOf(change[TypeWord]);

    private static JsonObject Once(SentFields sent, ReferenceChoices known, bool corrects)
    {
        var document = (corrects ? correction : head).Read(sent, "", known) as JsonObject ?? [];
        var changes = new JsonArray();
        for (var i = 0; i < sent.Count("changes"); i++)
        {
            var (path, kind) = ($"changes[{i}]", sent[$"changes[{i}].{TypeWord}"]);
            if (!entries.TryGetValue(kind, out var entry)) continue;
            var change = new JsonObject { [TypeWord] = kind };
            foreach (var (word, value) in entry.Read(sent, path, known) as JsonObject ?? []) change[word] = value?.DeepClone();
            changes.Add(change);
        }

        document["changes"] = changes;
        return document;
    }
}

/// <summary>The fields of one change.</summary>
public sealed record ChangeFields(int Index, string Kind, Group Fields)
{
    /// <summary>Where it stands in the decision.</summary>
    public string Path => $"changes[{Index}]";
}
