using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;

namespace Governance.Domain.Decisions.Drafting;

/// <summary>The ids a decision made in its revision before: taken over by ref, else as the nth of its kind.</summary>
internal sealed class KeptIds
{
    private readonly List<(MadeKind Kind, string? Ref, Guid Id)> made = [];
    private readonly HashSet<Guid> spoken = [];
    private readonly Dictionary<MadeKind, int> asked = [];

    /// <summary>Nothing to take over: a new decision.</summary>
    public KeptIds()
    {
    }

    /// <summary>What a revision made. An id or ref that the new text names itself goes to nobody else.</summary>
    public KeptIds(Revision before, IReadOnlySet<string> refs, IReadOnlySet<Guid> named)
    {
        foreach (var (fact, name) in before.Facts.Zip(before.Refs)) made.AddRange(MadeBy(fact, name));
        made.AddRange(before.Registered.Select(p => (MadeKind.Person, (string?)null, p.Value)));
        spoken.UnionWith(made.Where(m => m.Ref is not null && refs.Contains(m.Ref) || m.Kind == MadeKind.Person && named.Contains(m.Id)).Select(m => m.Id));
    }

    /// <summary>The ids taken over so far.</summary>
    public HashSet<Guid> Taken { get; } = [];

    /// <summary>Whether the revision before made this.</summary>
    public bool Made(MadeKind kind, Guid id) => made.Exists(m => m.Kind == kind && m.Id == id);

    /// <summary>The id for the next thing of a kind; null where the revision before made none such.</summary>
    public Guid? Next(MadeKind kind, string? name)
    {
        var place = asked[kind] = asked.GetValueOrDefault(kind, -1) + 1;
        var byRef = made.Find(m => m.Kind == kind && m.Ref is not null && m.Ref == name).Id;
        var id = byRef != default ? byRef : made.Where(m => m.Kind == kind).ElementAtOrDefault(place).Id;
        if (id == default || (byRef == default && spoken.Contains(id)) || !Taken.Add(id)) return null;
        return id;
    }

    private static IEnumerable<(MadeKind, string?, Guid)> MadeBy(Fact fact, ChangeRef name) => fact.Event switch
    {
        BodyEstablished e => [(MadeKind.Body, name.Ref, e.Body.Value)],
        PartnerAdmitted e => [(MadeKind.Partner, name.Ref, e.Partner.Value)],
        SeatCreated e => [(MadeKind.Seat, name.Ref, e.Seat.Value)],
        MemberAppointed { Personal: not null } e => [(MadeKind.Seat, name.Ref, e.Seat.Value)],
        BodyReconstituted e => e.Seats.Zip(name.Seats, (seat, seatRef) => (MadeKind.Seat, (string?)seatRef, seat.Seat.Value)),
        _ => [],
    };
}
