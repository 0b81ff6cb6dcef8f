using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Tests.Domain.Laws;

/// <summary>The state at (asOf, knownAt) word by word: take the facts recorded at or before knownAt; drop those of decisions annulled, and of revisions replaced, at or before it; order them; fold those that hold by asOf.</summary>
internal static class Reference
{
    public static Cluster? State(IReadOnlyCollection<RecordedAct> register, DateOnly asOf, DateTimeOffset knownAt)
    {
        var known = register.Where(a => a.RecordedAt <= knownAt).ToList();
        if (Founded(known) is not { } founded || asOf < founded.FoundedOn.First) return null;
        var facts =
            from act in known
            let revision = Decided(act.Event)
            where revision is not null && !known.Exists(later => later.Position > act.Position && Concerns(later.Event, revision.Value.Id))
            let first = register.First(a => a.Event is DecisionRecorded e && e.Decision == revision.Value.Id).Position
            from fact in act.Facts.Select((f, index) => (f.Event, f.From, Index: index, Fact: f))
            where fact.From.First <= asOf
            orderby fact.From.First, revision.Value.Head.DecidedOn.First, first, fact.Index
            select fact.Fact;
        var aliases = register.Select(a => a.Event).OfType<PersonMerged>().ToList();
        var start = new Cluster(Names.From(founded.Name, founded.NameEn, founded.FoundedOn), founded.FoundedOn)
        {
            Aliases = System.Collections.Immutable.ImmutableDictionary.CreateRange(aliases.Select(a => a.Person).Distinct().Select(p => KeyValuePair.Create(p, Who(aliases, p)))),
        };
        return facts.Aggregate(start, Rules.Apply);
    }

    private static Governance.Domain.People.PersonId Who(List<PersonMerged> merges, Governance.Domain.People.PersonId person) =>
        merges.Find(m => m.Person == person) is { } merge ? Who(merges, merge.Into) : person;

    private static ClusterFounded? Founded(IEnumerable<RecordedAct> known) => known.Select(a => a.Event).Aggregate((ClusterFounded?)null, (last, e) => e switch
    {
        ClusterFounded f => f,
        ClusterCorrected c => new(c.Name, c.NameEn, c.FoundedOn, c.TimeZone, c.OrganisationNumber, c.Note),
        _ => last,
    });

    private static (DecisionId Id, DecisionHead Head)? Decided(RegisterEvent act) => act switch
    {
        DecisionRecorded e => (e.Decision, e.Head),
        DecisionCorrected e => (e.Decision, e.Head),
        _ => null,
    };

    private static bool Concerns(RegisterEvent act, DecisionId id) => act is DecisionAnnulled e && e.Decision == id || Decided(act)?.Id == id;
}
