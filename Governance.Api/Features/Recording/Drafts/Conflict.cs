using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Features.Recording.Words;
using Governance.Domain.Values;

namespace Governance.Api.Features.Recording.Drafts;

/// <summary>A part of a draft that two people wrote differently.</summary>
/// <param name="Part">A member of the decision, or a change by its place.</param>
public sealed record Difference(string Part, Phrase Label, string Theirs, string Mine);

/// <summary>What somebody else has saved since a form was opened, beside what was typed in it.</summary>
public sealed record Conflict(Draft Theirs, IReadOnlyList<Difference> Differences)
{
    /// <summary>What the field is called that chooses between the two.</summary>
    public const string TakeMark = "take:";

    public static Conflict Between(Draft theirs, JsonObject mine, ReferenceChoices known)
    {
        var (one, other) = (DecisionForm.Show(theirs.Document, known.With(theirs.Document), theirs.Corrects is not null), DecisionForm.Show(mine, known.With(mine), theirs.Corrects is not null));
        var head = one.Head.Fields.Zip(other.Head.Fields).Select(f => new Difference(f.First.Word, f.First.Caption.Label, Said(f.First, known.Language), Said(f.Second, known.Language)));
        var changes = Enumerable.Range(0, Math.Max(one.Changes.Count, other.Changes.Count)).Select(i => new Difference(
            $"changes[{i}]", new($"Endring {i + 1}", $"Change {i + 1}"), Said(one.Changes.ElementAtOrDefault(i), known.Language), Said(other.Changes.ElementAtOrDefault(i), known.Language)));
        return new(theirs, [.. head.Concat(changes).Where(d => d.Theirs != d.Mine)]);
    }

    /// <summary>Puts what they wrote in the place of what I wrote, where that was chosen.</summary>
    public static void Take(JsonObject mine, JsonObject theirs, SentFields sent)
    {
        var word = mine.Concat(theirs).Select(m => m.Key).Where(w => w != "changes").Distinct().ToList();
        foreach (var member in word.Where(w => sent[TakeMark + w] == "theirs"))
        {
            mine.Remove(member);
            if (theirs.ContainsKey(member)) mine[member] = theirs[member]?.DeepClone();
        }

        var (own, others) = (NewReferences.Changes(mine), NewReferences.Changes(theirs));
        var chosen = Enumerable.Range(0, Math.Max(own.Count, others.Count))
            .Select(i => (sent[$"{TakeMark}changes[{i}]"] == "theirs" ? others : own).ElementAtOrDefault(i)).OfType<JsonObject>().Select(c => c.DeepClone());
        mine["changes"] = new JsonArray([.. chosen]);
    }

    private static string Said(ChangeFields? change, Language language) =>
        change is null ? "" : $"{ChangeWords.Of(change.Kind).In(language)}: {Joined("; ", change.Fields.Fields.Select(f => Said(f, language)))}";

    private static string Said(Field field, Language language) => field.IsCleared ? "–" : Said(field.Control, language);

    private static string Said(Control control, Language language) => control switch
    {
        Line line => line.Text,
        Area area => area.Text,
        Choice choice => choice.Options.FirstOrDefault(o => o.Word == choice.Chosen)?.Label.In(language) ?? choice.Chosen,
        Who who => Joined(", ", [who.Name.Text, who.Title.Text, who.Organisation.Text]),
        Group group => Joined(", ", group.Fields.Select(f => Said(f, language))),
        LineList several => Joined(", ", several.Lines.Select(l => l.Text)),
        Rows rows => Joined(" / ", rows.Items.Select(r => Said(r, language))),
        _ => "",
    };

    private static string Joined(string between, IEnumerable<string> said) => string.Join(between, said.Where(s => s.Length > 0));
}
