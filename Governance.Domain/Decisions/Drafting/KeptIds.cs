using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;

namespace Governance.Domain.Decisions.Drafting;

/// <summary>The ids a decision made in its revision before: taken over by ref, else as the nth of its kind.</summary>
internal sealed class KeptIds
{
    private readonly List<(NewReferenceKind Kind, string? Ref, Guid Id)> made = [];
    private readonly HashSet<Guid> spoken = [];
    private readonly Dictionary<NewReferenceKind, int> asked = [];

    /// <summary>Nothing to take over: a new decision.</summary>
    public KeptIds()
    {
    }

    /// <summary>What a revision made, in the order in which its kind is asked for; <paramref name="around"/> is the timeline without it. An id or ref that the new text names itself goes to nobody else.</summary>
    public KeptIds(Revision before, Chronicle around, Decision text)
    {
        var facts = before.Facts.Zip(before.Refs).OrderBy(f => f.First.Event is SeatCreated ? 0 : 1);
        made.AddRange(facts.SelectMany(f => MadeBy(f.First, f.Second, around)).DistinctBy(m => m.Id));
        made.AddRange(before.Registered.Select(p => (NewReferenceKind.Person, (string?)null, p.Value)));
        var refs = Drafter.Named(text).ToHashSet(StringComparer.Ordinal);
        var named = Drafter.PersonsNamed(text).ToHashSet();
        spoken.UnionWith(made.Where(m => m.Ref is not null && refs.Contains(m.Ref) || m.Kind == NewReferenceKind.Person && named.Contains(m.Id)).Select(m => m.Id));
    }

    /// <summary>The ids taken over so far.</summary>
    public HashSet<Guid> Taken { get; } = [];

    /// <summary>Whether the revision before made this.</summary>
    public bool Made(NewReferenceKind kind, Guid id) => made.Exists(m => m.Kind == kind && m.Id == id);

    /// <summary>The id for the next thing of a kind; null where the revision before made none such.</summary>
    public Guid? Next(NewReferenceKind kind, string? name)
    {
        var place = asked[kind] = asked.GetValueOrDefault(kind, -1) + 1;
        var byRef = made.Find(m => m.Kind == kind && m.Ref is not null && m.Ref == name).Id;
        var id = byRef != default ? byRef : made.Where(m => m.Kind == kind).ElementAtOrDefault(place).Id;
        if (id == default || (byRef == default && spoken.Contains(id)) || !Taken.Add(id)) return null;
        return id;
    }

    private static IEnumerable<(NewReferenceKind Kind, string? Ref, Guid Id)> MadeBy(Fact fact, ChangeRef name, Chronicle around) => fact.Event switch
    {
        BodyEstablished e => [(NewReferenceKind.Body, name.Ref, e.Body.Value)],
        PartnerAdmitted e => [(NewReferenceKind.Partner, name.Ref, e.Partner.Value)],
        SeatCreated e => [(NewReferenceKind.Seat, name.Ref, e.Seat.Value)],
        MemberAppointed { Personal: not null } e => [(NewReferenceKind.Seat, name.Ref, e.Seat.Value)],
        BodyReconstituted e => e.Seats.Zip(name.Seats).Where(s => !around.Before(fact).SeatBodies.ContainsKey(s.First.Seat)).Select(s => (NewReferenceKind.Seat, (string?)s.Second, s.First.Seat.Value)),
        _ => [],
    };
}
