using System.Collections.Immutable;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.People;

namespace Governance.Domain.Clusters;

/// <summary>All that is known of a cluster up to a position in its register, over all of time. Immutable: a new act makes a new history that shares what did not change.</summary>
public sealed partial record ClusterHistory
{
    private ClusterHistory(string id) => Id = id;

    /// <summary>The cluster's slug.</summary>
    public string Id { get; }

    /// <summary>The register, oldest first; an act's position is its place from 1.</summary>
    public ImmutableList<RecordedAct> Acts { get; private init; } = [];

    /// <summary>The cluster's founding as known now; null before its first act.</summary>
    public Founding? Founding { get; private init; }

    /// <summary>The facts that hold, by day.</summary>
    public Chronicle Chronicle { get; private init; } = null!;

    /// <summary>Decisions by id, the annulled ones included.</summary>
    public ImmutableDictionary<DecisionId, RecordedDecision> Decisions { get; private init; } = ImmutableDictionary<DecisionId, RecordedDecision>.Empty;

    /// <summary>Which decision has a case number; annulled ones have none.</summary>
    public ImmutableDictionary<CaseKey, DecisionId> CaseNumbers { get; private init; } = ImmutableDictionary<CaseKey, DecisionId>.Empty;

    /// <summary>Persons that were ever registered, by the position at which they were.</summary>
    public ImmutableDictionary<PersonId, long> Persons { get; private init; } = ImmutableDictionary<PersonId, long>.Empty;

    /// <summary>Persons that were entered twice, and whom they are.</summary>
    public ImmutableDictionary<PersonId, PersonId> Aliases { get; private init; } = ImmutableDictionary<PersonId, PersonId>.Empty;

    /// <summary>Meetings by id, as entered last.</summary>
    public ImmutableDictionary<MeetingId, (MeetingRecorded Meeting, long Position)> Meetings { get; private init; } = ImmutableDictionary<MeetingId, (MeetingRecorded, long)>.Empty;

    /// <summary>Notes on findings that are accepted, by finding.</summary>
    public ImmutableDictionary<Guid, string> AcceptedFindings { get; private init; } = ImmutableDictionary<Guid, string>.Empty;

    /// <summary>Position of the last act; 0 before the first.</summary>
    public long Position => Acts.Count;

    /// <summary>When the last act was recorded.</summary>
    public DateTimeOffset RecordedAt => Acts.IsEmpty ? DateTimeOffset.MinValue : Acts[^1].RecordedAt;

    /// <summary>A cluster of which nothing is recorded.</summary>
    public static ClusterHistory Empty(string id) => new(id);

    /// <summary>The same before acts that are to come: persons are who those will have them to be.</summary>
    public static ClusterHistory Before(string id, IEnumerable<RecordedAct> acts) =>
        acts.Select(a => a.Event).OfType<PersonMerged>().Aggregate(Empty(id), (history, e) => history with { Aliases = history.Merged(e.Person, e.Into) });

    /// <summary>The state at the end of a day; null before the founding.</summary>
    public Cluster? AsOf(DateOnly day) => Founding is null ? null : Chronicle.AsOf(day);

    /// <summary>The civil day at an instant in the cluster's time zone; UTC's before the founding.</summary>
    public DateOnly DayAt(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Founding is { TimeZone: var zone } ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc).DateTime);

    /// <summary>The position at an instant, that instant included; 0 before the first act.</summary>
    public long PositionAt(DateTimeOffset instant)
    {
        var (low, high) = (0, Acts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Acts[middle].RecordedAt <= instant) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The history as it was at a position; persons are who they are now known to be.</summary>
    public ClusterHistory AtPosition(long position) =>
        position >= Position ? this : (Empty(Id) with { Aliases = Aliases }).With(Acts.GetRange(0, (int)position));

    /// <summary>The history as it was known at an instant, that instant included.</summary>
    public ClusterHistory KnownAt(DateTimeOffset instant) => AtPosition(PositionAt(instant));

    /// <summary>The history with the acts that come after it, in order.</summary>
    public ClusterHistory With(params IReadOnlyCollection<RecordedAct> acts)
    {
        var entering = new Entering(this);
        foreach (var act in acts) entering.Enter(act);
        var after = entering.Done;
        if (after.Founding is null) return after;
        var decisions = acts.Select(a => DecisionOf(a.Event)).OfType<DecisionId>().Distinct().ToList();
        var added = decisions.SelectMany(id => after.Decisions[id].Facts);
        var removed = decisions.SelectMany(id => Decisions.GetValueOrDefault(id)?.Facts ?? []).ToList();
        var from = after.Founding == Founding && after.Aliases == Aliases ? Chronicle : after.FromTheStart(Chronicle);
        return after with { Chronicle = from.Rewrite(added, removed, null) };
    }

    /// <summary>The same facts, with the founding and the aliases this history knows.</summary>
    public Chronicle FromTheStart(Chronicle? facts)
    {
        var start = Chronicle.From(new(Names.From(Founding!.Name, Founding.NameEn, Founding.FoundedOn), Founding.FoundedOn) { Aliases = Aliases });
        return facts is null ? start : start.Rewrite(facts.Facts, [], null);
    }

    /// <summary>Aliases point straight at who a person is, also those that pointed at the merged one.</summary>
    private ImmutableDictionary<PersonId, PersonId> Merged(PersonId person, PersonId into)
    {
        var target = Aliases.GetValueOrDefault(into, into);
        return Aliases.SetItems(Aliases.Where(a => a.Value == person).Select(a => KeyValuePair.Create(a.Key, target))).SetItem(person, target);
    }

    private static DecisionId? DecisionOf(RegisterEvent act) => act switch
    {
        DecisionRecorded e => e.Decision,
        DecisionCorrected e => e.Decision,
        DecisionAnnulled e => e.Decision,
        _ => null,
    };
}

/// <summary>What is said of a cluster at its founding. <c>TimeZone</c> is an IANA name.</summary>
public sealed record Founding(Values.Name Name, Values.Name? NameEn, Time.PartialDate FoundedOn, string TimeZone, string? OrganisationNumber, string? Note);
