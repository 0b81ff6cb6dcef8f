using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;

namespace Governance.Domain.Decisions;

/// <summary>Finds the free texts of a decision: those that can be redacted, and where a person's name may stand.</summary>
public static class DecisionTexts
{
    /// <summary>All of them, in every revision and in its annulment.</summary>
    public static IEnumerable<PlacedText> Of(RecordedDecision decision)
    {
        foreach (var revision in decision.Revisions)
        {
            var prefix = revision == decision.Current ? "" : $"revisions[{revision.Number - 1}].";
            var texts = Head(revision.Head).Concat(Given("reason", revision.Reason));
            foreach (var (path, member, text) in texts) yield return new(prefix + path, text, revision.Position, null, member);
            foreach (var fact in revision.Facts)
                foreach (var (path, member, text) in Fact(fact.Event)) yield return new($"{prefix}changes[{fact.Index - 1}].{path}", text, revision.Position, fact.Index, member);
        }
        if (decision.Annulment is { } annulment) yield return new("annulment.reason", annulment.Reason, annulment.Position, null, "reason");
    }

    private static IEnumerable<(string Path, string Member, string Text)> Head(DecisionHead head) =>
    [
        .. Given("title", head.Title, "head."), .. Given("text", head.Text, "head."), .. Given("note", head.Note, "head."),
        .. Given("decidedByText", head.DecidedByText, "head."), .. Given("meeting", head.Meeting, "head."),
        .. head.Links.SelectMany((link, i) => (IEnumerable<(string, string, string)>)[.. Given($"links[{i}].title", link.Title, "head."), .. Given($"links[{i}].url", link.Url, "head.")]),
    ];

    private static IEnumerable<(string Path, string Member, string Text)> Fact(FactEvent change) => change switch
    {
        MandateAdopted e => [.. Each("points", e.Points), .. Given("purpose", e.Purpose), .. Given("deliverable", e.Deliverable)],
        MandateConcluded e => Given("link", e.Link),
        BodyDissolved e => Given("reason", e.Reason),
        PartnerWithdrawn e => Given("reason", e.Reason),
        StrategyAdopted e => [.. Given("title", e.Title), .. Each("focusAreas", e.FocusAreas)],
        SeatCreated e => Described(e.Description, "", "description."),
        SeatChanged e => [.. Given("title", e.Changes.Title.Value, "changes."), .. Outside(e.Changes.Represents.Value, "", "changes.")],
        MemberAppointed e => [.. Given("title", e.Title), .. e.Personal is null ? [] : Described(e.Personal, "", "personal.")],
        BodyReconstituted e => e.Seats.SelectMany((s, i) => Described(s.Description, $"seats[{i}].", $"seats[{i}].description.")),
        _ => [],
    };

    private static IEnumerable<(string, string, string)> Described(SeatDescription seat, string path, string member) =>
        [.. seat.Title is null ? [] : new[] { (path + "title", member + "title", seat.Title) }, .. Outside(seat.Represents, path, member)];

    private static IEnumerable<(string, string, string)> Outside(Represents? represents, string path, string member) =>
        represents?.Outside is { } text ? [(path + "represents", member + "represents.outside", text)] : [];

    private static IEnumerable<(string, string, string)> Each(string name, IReadOnlyList<string> texts) => texts.Select((text, i) => ($"{name}[{i}]", $"{name}[{i}]", text));

    private static IEnumerable<(string, string, string)> Given(string name, string? text, string member = "") => text is null ? [] : [(name, member + name, text)];
}
