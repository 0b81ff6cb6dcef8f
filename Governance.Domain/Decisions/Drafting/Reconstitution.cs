using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions.Mapping;

namespace Governance.Domain.Decisions.Drafting;

/// <summary>A whole new composition: which of the listed seats are the same as before, and which are new.</summary>
internal static class Reconstitution
{
    public static BodyReconstituted Event(Draft draft, ReconstituteBody change, BodyId body)
    {
        var represents = change.Seats.Select(s => draft.Represents(s.Represents, "represents")).ToList();
        var ids = Identify(draft, change.Seats, represents, body);
        foreach (var (seat, id) in change.Seats.Zip(ids)) draft.Refs.Add(seat.Ref, NewReferenceKind.Seat, id.Value);
        return new(body, [.. change.Seats.Select((s, i) => new ReconstitutedSeat(
            ids[i],
            SeatMapping.Describe(draft, s.Role, s.Title, s.Votes, s.Order, null, s.DeputyFor, s.ExOfficio, s.UserRepresentative, s.HeldByOrganisation) with { Represents = represents[i] },
            s.Person is null ? null : draft.Person(s.Person, "person"),
            s.TermThrough))]);
    }

    /// <summary>The same seat if <c>seat</c> says so, a new one if that is its own ref, else by role and whom it represents, in order, one with the same holder first; else one the decision made before; else a new one.</summary>
    private static List<SeatId> Identify(Draft draft, IReadOnlyList<ListedSeat> listed, List<Represents?> represents, BodyId body)
    {
        var ids = new SeatId?[listed.Count];
        var there = draft.Running.LivingBody(body)?.Seats.ToList() ?? [];
        for (var i = 0; i < listed.Count; i++)
        {
            if (listed[i].Seat is not { } text || IsNew(listed[i]) || draft.Seat(text, "seat") is not { } id) continue;
            if (draft.Running.SeatBodies.TryGetValue(id, out var owner) && owner != body) draft.Refuse(ViolationCode.SeatOfOtherBody, "seat", text);
            ids[i] = id;
            there.RemoveAll(s => s.Id == id);
        }
        foreach (var sameHolder in (bool[])[true, false])
        {
            for (var i = 0; i < listed.Count; i++)
            {
                if (ids[i] is not null || IsNew(listed[i])) continue;
                var (role, person) = (listed[i].Role, (listed[i].Person as People.PersonReference.Existing)?.Key);
                var same = there.Find(s => s.Role == role && s.Description.Represents == represents[i] && (!sameHolder || s.Holders.Any(h => h.Person.ToString() == person)));
                if (same is null) continue;
                ids[i] = same.Id;
                there.Remove(same);
            }
        }
        return [.. listed.Select((s, i) => ids[i] ?? new SeatId(draft.Make(NewReferenceKind.Seat, s.Ref)))];

        // A seat made earlier may bear the same ref: it is that one.
        bool IsNew(ListedSeat seat) => seat.Seat is { } text && SeatMapping.IsOwn(seat.Ref, text) && draft.Refs.Find(text[1..], NewReferenceKind.Seat) is null;
    }
}
