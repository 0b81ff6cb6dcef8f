using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Partners;
using Governance.Domain.People;

namespace Governance.Domain.Findings;

/// <summary>The rules that are not met on a day, the worst first; those that are accepted stand apart, with their notes.</summary>
public sealed record FindingList(IReadOnlyList<Finding> Open, IReadOnlyList<Finding> Accepted)
{
    private static readonly BodyRule[] BodyRules =
    [
        new VacantSeat(), new CarryOver(), new TermEndsSoon(), new TermsExceeded(), new OverSize(), new UnderSize(), new TooFewUserRepresentatives(),
        new TooManyObservers(), new GenderBalance(), new NoChair(), new SeveralChairs(), new NoMandate(), new NoMembers(), new PersonInTwoVotingSeats(),
        new DeliverableOverdue(), new MandateExpired(), new StaleName(), new SeatOfWithdrawnPartner(),
    ];

    private static readonly Comparer<Finding> WorstFirst = Comparer<Finding>.Create((a, b) => Place(a).CompareTo(Place(b)));

    /// <summary>All findings on a day. Before the founding there are none.</summary>
    public static FindingList Of(ClusterHistory history, DateOnly asOf, Persons persons)
    {
        if (history.AsOf(asOf) is not { } cluster) return new([], []);
        var found = Of(history, cluster, asOf, persons, cluster.Bodies.Values, history.Decisions.Values, null)
            .Concat(PossibleDuplicatePerson.Of(history, persons))
            .Select(f => f with { Note = history.AcceptedFindings.GetValueOrDefault(f.Id) })
            .Order(WorstFirst)
            .ToLookup(f => f.Note is not null);
        return new([.. found[false]], [.. found[true]]);
    }

    /// <summary>The findings that some acts brought: those open on a day after them and not there before. Only what the acts can have touched is looked at.</summary>
    /// <param name="persons">Everybody, those whom the acts registered included.</param>
    public static IReadOnlyList<Finding> Brought(ClusterHistory before, ClusterHistory after, DateOnly day, Persons persons)
    {
        if (after.AsOf(day) is not { } now) return [];
        var scope = Scope.Between(before, after, day);
        var old = before.AsOf(day) is { } then ? Within(scope, before, then, day, persons).Select(f => f.Id).ToHashSet() : [];
        return [.. Within(scope, after, now, day, persons)
            .Concat(PossibleDuplicatePerson.Of(after, persons, before.Position))
            .Where(f => !old.Contains(f.Id) && !after.AcceptedFindings.ContainsKey(f.Id))
            .Order(WorstFirst)];
    }

    private static (Severity, FindingCode, DateOnly, Guid) Place(Finding finding) => (finding.Severity, finding.Code, finding.Since.First, finding.Id);

    private static List<Finding> Within(Scope scope, ClusterHistory history, Cluster cluster, DateOnly day, Persons persons) => Of(
        history, cluster, day, persons, scope.Bodies.Select(id => cluster.Bodies.GetValueOrDefault(id)).OfType<Body>(),
        scope.Decisions.Select(id => history.Decisions.GetValueOrDefault(id)).OfType<RecordedDecision>(), scope.Partners);

    private static List<Finding> Of(
        ClusterHistory history, Cluster cluster, DateOnly day, Persons persons, IEnumerable<Body> bodies, IEnumerable<RecordedDecision> decisions, IReadOnlySet<PartnerId>? partners)
    {
        // Loops, since every decision that is recorded is looked at so, before and after.
        var found = new List<Finding>();
        foreach (var body in bodies.Where(b => b.IsLiving))
        {
            var at = new BodyOnDay(history, persons, cluster, body, day);
            foreach (var rule in BodyRules) rule.Judge(at, found);
        }
        found.AddRange(PartnerWithoutSeat.Of(history, cluster, day, partners));
        var last = history.AsOf(DateOnly.MaxValue)!;
        foreach (var decision in decisions.Where(d => d.Current.Head.DecidedOn.First <= day))
        {
            if (DecidedByBodyNotInExistence.Of(decision, last) is { } nobody) found.Add(nobody);
            if (RetroactiveWithoutNote.Of(decision) is { } retroactive) found.Add(retroactive);
        }
        return found;
    }
}
