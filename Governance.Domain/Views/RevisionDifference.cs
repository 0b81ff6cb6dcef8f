using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>In what a revision of a decision reads otherwise than the one before, word by word.</summary>
/// <param name="What">What of the decision it is: its title, its text, its changes.</param>
public sealed record RevisionDifference(string What, IReadOnlyList<TextSegment> Text)
{
    /// <summary>What a correction put right; nothing for the first revision, nor to those who are not told.</summary>
    /// <param name="diff">How two texts differ.</param>
    internal static IReadOnlyList<RevisionDifference> Of(Viewpoint view, RecordedDecision decision, int index, TextDiff diff)
    {
        if (index == 0 || view.Audience != Audience.Reader) return [];
        var (before, after) = (Texts(view, decision, index - 1), Texts(view, decision, index));
        return [.. before.Zip(after).Where(t => t.First.Text != t.Second.Text).Select(t => new RevisionDifference(t.Second.What.In(view.Language), diff(t.First.Text, t.Second.Text)))];
    }

    private static List<(Phrase What, string Text)> Texts(Viewpoint view, RecordedDecision decision, int index)
    {
        var (revision, head) = (decision.Revisions[index], decision.Revisions[index].Head);
        var holds = decision.Annulment is null && index == decision.Revisions.Count - 1;
        return
        [
            (new("Saksnummer", "Case number"), head.CaseNumber ?? ""),
            (new("Tittel", "Title"), head.Title),
            (new("Tekst", "Text"), head.Text ?? ""),
            (new("Vedtatt av", "Decided by"), head.DecidedBy is { } body ? NameOf(view, body) : head.DecidedByText ?? ""),
            (new("Vedtatt dato", "Decided on"), Wording.Date(head.DecidedOn, view.Language)),
            (new("Gjelder fra", "In force from"), head.EffectiveFrom is { } from ? Wording.Date(from, view.Language) : ""),
            (new("Møte", "Meeting"), head.Meeting ?? ""),
            (new("Lenker", "Links"), string.Join('\n', head.Links.Select(l => $"{l.Title} {l.Url}"))),
            (new("Følger opp", "Follows up"), string.Join('\n', head.Follows.Select(f => view.Link(f)?.Title).OfType<string>())),
            (new("Synlighet", "Visibility"), Vocabulary.Of(head.Visibility).In(view.Language)),
            (new("Merknad", "Note"), head.Note ?? ""),
            (new("Endringer", "Changes"), string.Join('\n', Sentences.Told(view, [.. revision.Facts], holds).SelectMany(t => Change(view, t.Fact, t.Before)))),
        ];
    }

    /// <summary>A change in words, with the day from which it holds, and what of its text the sentence leaves out.</summary>
    private static IEnumerable<string> Change(Viewpoint view, Fact fact, Cluster before) =>
        [$"{Wording.Date(fact.From, view.Language)}: {Sentences.Of(view, fact, before)}", .. ReportLine.TextsOf(fact.Event).Select(text => "– " + text)];

    private static string NameOf(Viewpoint view, Bodies.BodyId body) => view.Last?.Bodies.GetValueOrDefault(body) is { } found ? view.NameOf(found.Names.Current) : "";
}

/// <summary>A decision that was put right, and in what it reads otherwise than before.</summary>
public sealed record CorrectionMade(DecisionId Decision, string? CaseNumber, string Title, IReadOnlyList<RevisionDifference> Differences)
{
    /// <summary>The correction that an act made.</summary>
    /// <param name="diff">How two texts differ.</param>
    public static CorrectionMade Of(Viewpoint view, DecisionCorrected act, TextDiff diff)
    {
        var decision = view.History.Decisions[act.Decision];
        return new(decision.Id, act.Head.CaseNumber, act.Head.Title, RevisionDifference.Of(view, decision, decision.Revisions.FindIndex(r => r.Number == act.Revision), diff));
    }
}
