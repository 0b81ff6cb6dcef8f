using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions.Drafting;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions.Mapping;

/// <summary>Changes to composition, and the events that they come to.</summary>
internal static class SeatMapping
{
    /// <summary>The event that a change comes to; null where it cannot be read.</summary>
    public static FactEvent? Event(Draft draft, Change change, SeatId made) => change switch
    {
        CreateSeat c => draft.Body(c.Body, "body") is { } body
            ? new SeatCreated(body, made, Describe(draft, c.Role, c.Title, c.Votes, c.Order, c.Represents, c.DeputyFor, c.ExOfficio, c.UserRepresentative, c.HeldByOrganisation))
            : null,
        ChangeSeat c => SeatAndBody(draft, c.Seat) is var (seat, body) ? new SeatChanged(body, seat, Changes(draft, c)) : null,
        AbolishSeat c => SeatAndBody(draft, c.Seat) is var (seat, body) ? new SeatAbolished(body, seat) : null,
        Appoint c => Appointed(draft, c),
        ExtendAppointment c => Held(draft, c) is var (body, seat, person) ? new AppointmentExtended(body, seat, person, c.TermThrough) : null,
        EndAppointment c => Held(draft, c) is var (body, seat, person) ? new AppointmentEnded(body, seat, person, c.Reason) : null,
        GrantLeave c => Held(draft, c) is var (body, seat, person) ? new LeaveGranted(body, seat, person, c.Substitute is null ? null : draft.Person(c.Substitute, "substitute")) : null,
        EndLeave c => Held(draft, c) is var (body, seat, person) ? new LeaveEnded(body, seat, person) : null,
        ReconstituteBody c => draft.Body(c.Body, "body") is { } body ? Reconstitution.Event(draft, c, body) : null,
        SetCompositionRules c => draft.Body(c.Body, "body") is { } body
            ? CompositionRulesSet.Of(body, c.CoChairs, c.MinSeats, c.MaxSeats, c.TermLength, c.MaxTerms, c.MaxObservers, c.MinUserRepresentatives, c.GenderBalance, c.CarryOver, c.Quorum)
            : null,
        _ => throw new UnreachableException($"{change.GetType().Name} comes to no event."),
    };

    /// <summary>The change that came to an event.</summary>
    public static Change Change(Recall recall, FactEvent told, ChangeRef name) => told switch
    {
        SeatCreated { Description: var d } e => new CreateSeat(
            Recall.Name(e.Body), d.Role, d.Title, d.Votes, d.Order, recall.Text(d.Represents), d.DeputyFor?.ToString(), recall.Office(d.ExOfficio), Only(d.UserRepresentative), Only(d.HeldByOrganisation)),
        SeatChanged { Changes: var c } e => new ChangeSeat(
            e.Seat.ToString(), c.Role, c.Title, c.Votes, c.Order, Recall.Given(c.Represents, recall.Text), Recall.Given(c.DeputyFor, id => id?.ToString()),
            Recall.Given(c.ExOfficio, recall.Office), c.UserRepresentative, c.HeldByOrganisation),
        SeatAbolished e => new AbolishSeat(e.Seat.ToString()),
        MemberAppointed { Personal: null } e => new Appoint(recall.Person(e.Person), Seat: e.Seat.ToString(), Title: e.Title, TermThrough: e.TermThrough),
        MemberAppointed { Personal: { } d } e => new Appoint(recall.Person(e.Person), Recall.Name(e.Body), d.Role, e.Seat.ToString(), recall.Text(d.Represents), d.Title, e.TermThrough),
        AppointmentExtended e => new ExtendAppointment(e.TermThrough, e.Seat.ToString(), Person: recall.Person(e.Person)),
        AppointmentEnded e => new EndAppointment(e.Seat.ToString(), Person: recall.Person(e.Person), Reason: e.Reason),
        LeaveGranted e => new GrantLeave(e.Seat.ToString(), Person: recall.Person(e.Person), Substitute: e.Substitute is { } other ? recall.Person(other) : null),
        LeaveEnded e => new EndLeave(e.Seat.ToString(), Person: recall.Person(e.Person)),
        BodyReconstituted e => new ReconstituteBody(Recall.Name(e.Body), [.. e.Seats.Zip(name.Seats, (seat, called) => Listed(recall, seat, called))]),
        CompositionRulesSet e => new SetCompositionRules(
            Recall.Name(e.Body), e.CoChairs, e.Change(e.MinSeats, CompositionBound.MinSeats), e.Change(e.MaxSeats, CompositionBound.MaxSeats), e.Change(e.TermLength, CompositionBound.TermLength),
            e.Change(e.MaxTerms, CompositionBound.MaxTerms), e.Change(e.MaxObservers, CompositionBound.MaxObservers), e.Change(e.MinUserRepresentatives, CompositionBound.MinUserRepresentatives),
            e.GenderBalance, e.CarryOver, e.Change(e.Quorum, CompositionBound.Quorum)),
        _ => throw new UnreachableException($"{told.GetType().Name} came from no change."),
    };

    private static ListedSeat Listed(Recall recall, ReconstitutedSeat seat, string called)
    {
        var d = seat.Description;
        return new(
            d.Role, called, seat.Seat.ToString(), d.Title, d.Votes, d.Order, recall.Text(d.Represents), d.DeputyFor?.ToString(), recall.Office(d.ExOfficio),
            Only(d.UserRepresentative), seat.Person is { } person ? recall.Person(person) : null, seat.TermThrough, Only(d.HeldByOrganisation));
    }

    private static bool? Only(bool so) => so ? true : null;

    public static SeatDescription Describe(
        Draft draft, SeatRole role, string? title, bool? votes, int? order, string? represents, string? deputyFor, ExOfficioSeat? exOfficio, bool? userRepresentative,
        bool? heldByOrganisation) =>
        new(role, title, votes, order, draft.Represents(represents, "represents"), deputyFor is null ? null : draft.Seat(deputyFor, "deputyFor"), Office(draft, exOfficio), userRepresentative ?? false, heldByOrganisation ?? false);

    private static ExOfficio? Office(Draft draft, ExOfficioSeat? office) =>
        office is not null && draft.Body(office.Body, "exOfficio") is { } body ? new(body, office.Role, office.All ?? false) : null;

    private static SeatChanges Changes(Draft draft, ChangeSeat c) => new(
        c.Role, c.Title, c.Votes, c.Order,
        c.Represents.IsGiven ? new(draft.Represents(c.Represents.Value, "represents")) : default,
        c.DeputyFor.IsGiven ? new(c.DeputyFor.Value is { } principal ? draft.Seat(principal, "deputyFor") : null) : default,
        c.ExOfficio.IsGiven ? new(Office(draft, c.ExOfficio.Value)) : default,
        c.UserRepresentative, c.HeldByOrganisation);

    private static (SeatId Seat, BodyId Body)? SeatAndBody(Draft draft, string text)
    {
        if (draft.Seat(text, "seat") is not { } seat) return null;
        if (draft.Running.SeatBodies.TryGetValue(seat, out var body)) return (seat, body);
        draft.Refuse(ViolationCode.UnknownSeat, "seat", text);
        return null;
    }

    /// <summary>The seat named; or the body's first fixed seat of the role (and of whom it represents, if said) that the person holds on an expired term, else a vacant one, else another's on an expired term that represents nobody unless it is said; or else a new personal one.</summary>
    private static MemberAppointed? Appointed(Draft draft, Appoint c)
    {
        var person = draft.Person(c.Person, "person");
        if (c.Seat is { } text && !MadeAnew(draft, c, text))
        {
            var named = c.Body is { } within ? draft.Body(within, "body") : null;
            if (SeatAndBody(draft, text) is not var (known, owner) || person is null) return null;
            if (named is not null && named != owner) draft.Refuse(ViolationCode.SeatOfOtherBody, "seat", text);
            return new(owner, known, person.Value, c.Title, c.TermThrough, null);
        }
        var represents = draft.Represents(c.Represents, "represents");
        if (draft.Body(c.Body!, "body") is not { } body || person is null) return null;
        var role = c.Role!.Value;
        var free = draft.Running.LivingBody(body)?.Seats
            .Where(s => !s.Personal && s.Role == role && s.IsFree(draft.From.First) && (represents ?? Unsaid(s)) == s.Description.Represents)
            .OrderByDescending(s => s.Holders.Any(h => h.Person == person)).ThenBy(s => s.Holders.Length).FirstOrDefault();
        if (free is not null && c.Seat is null) return new(body, free.Id, person.Value, c.Title, c.TermThrough, null);
        return new(body, new(draft.Make(NewReferenceKind.Seat, c.Ref)), person.Value, null, c.TermThrough, new(role, c.Title, Represents: represents));

        // Where it is not said whom the person represents: whoever a vacant seat is for, or the person's own; never what somebody else holds for anyone.
        Represents? Unsaid(Seat seat) => seat.Holders.All(h => h.Person == person) ? seat.Description.Represents : null;
    }

    /// <summary>Whether a personal seat of the appointment's own is named, by its ref or, in a correction, as the one it made before: it makes it whatever other seats there are by now.</summary>
    private static bool MadeAnew(Draft draft, Appoint c, string text) =>
        c is { Body: not null, Role: not null } && (IsOwn(c.Ref, text) || Guid.TryParse(text, out var id) && draft.Kept.Made(NewReferenceKind.Seat, id) && !draft.Running.SeatBodies.ContainsKey(new(id)));

    /// <summary>Whether a seat is named by the ref of what makes it, as <c>#ref</c>.</summary>
    public static bool IsOwn(string? name, string text) => name is not null && text.StartsWith('#') && text.AsSpan(1).SequenceEqual(name);

    /// <summary>An appointment named by its seat, where it is whoever sat there first that day, or handed it over within the month or year, or by body, role and person.</summary>
    private static (BodyId Body, SeatId Seat, PersonId Person)? Held(Draft draft, IOfAppointment named)
    {
        var (seatText, bodyText, role, reference) = (named.Seat, named.Body, named.Role, named.Person);
        var person = reference is PersonReference.Existing known ? draft.Person(known, "person") : null;
        if (reference is not null && person is null)
        {
            if (reference is PersonReference.New unknown) draft.Refuse(ViolationCode.UnknownPerson, "person", unknown.Name.Text);
            return null;
        }
        if (seatText is not null)
        {
            if (SeatAndBody(draft, seatText) is not var (seat, owner)) return null;
            if (person is { } sitting) return (owner, seat, sitting);
            if (Seating.HandedOver(draft.Running.Bodies[owner], seat, draft.From, null) is { } gone) return (owner, seat, gone.Person);
            if (draft.Running.Bodies[owner].Seat(seat)?.Holders is [var holder, ..]) return (owner, seat, holder.Person);
            draft.Refuse(ViolationCode.UnknownSeat, "seat", seatText);
            return null;
        }
        if (draft.Body(bodyText!, "body") is not { } body) return null;
        var held = draft.Running.LivingBody(body)?.Seats.Where(s => s.Role == role && s.Holders.Any(h => h.Person == person)).ToList() ?? [];
        if (held is [var one]) return (body, one.Id, person!.Value);
        draft.Refuse(held.Count == 0 ? ViolationCode.UnknownSeat : ViolationCode.AmbiguousName, held.Count == 0 ? "person" : "role", Words.Of(role!.Value),
            [.. held.Select(s => new Candidate(s.Id.Value, Words.Of(s.Role)))]);
        return null;
    }
}
