using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;

namespace Governance.Domain.Views;

/// <summary>What the steps of a day came to for one seat, or one person in it.</summary>
internal static class SeatOutcome
{
    /// <param name="was">The body the evening before, if it existed.</param>
    /// <param name="now">The body in the evening.</param>
    public static CompositionEvent? Net(IReadOnlyList<FactEvent> steps, CompositionEvent last, Body? was, Body now, Func<PersonId, PersonId> canonical) => last switch
    {
        SeatCreated e => Seat(steps, e.Seat, was?.Seat(e.Seat), now.Seat(e.Seat), last),
        SeatChanged e => Seat(steps, e.Seat, was?.Seat(e.Seat), now.Seat(e.Seat), last),
        SeatAbolished e => Seat(steps, e.Seat, was?.Seat(e.Seat), now.Seat(e.Seat), last),
        LeaveEvent e => Leave(e, Holder(was?.Seat(e.Seat), canonical(e.Person)), Holder(now.Seat(e.Seat), canonical(e.Person))),
        AppointmentEvent e => Held(steps, last, was?.Seat(e.Seat), now.Seat(e.Seat), canonical(e.Person)),
        _ => last,
    };

    private static CompositionEvent? Seat(IReadOnlyList<FactEvent> steps, SeatId id, Seat? was, Seat? now, CompositionEvent last) => (was, now) switch
    {
        (null, null) => null,
        (null, _) => steps.Any(e => e is SeatCreated) ? new SeatCreated(last.Body, id, now.Description) : null,
        (_, null) => last as SeatAbolished,
        _ when was.Description == now.Description => null,
        _ => new SeatChanged(last.Body, id, Difference(was.Description, now.Description)),
    };

    private static CompositionEvent? Held(IReadOnlyList<FactEvent> steps, CompositionEvent last, Seat? wasIn, Seat? nowIn, PersonId person)
    {
        var (was, now) = (Holder(wasIn, person), Holder(nowIn, person));
        var appointed = steps.OfType<MemberAppointed>().LastOrDefault();
        var isMade = steps.OfType<MemberAppointed>().Any(e => e.Personal is not null);
        return (was, now) switch
        {
            (null, null) => null,
            (_, null) => last as AppointmentEnded,
            _ when appointed is not null && was?.From != now.From => appointed with
            {
                Personal = isMade ? nowIn!.Description : null,
                TermThrough = last is AppointmentExtended ? now.TermThrough : appointed.TermThrough,
            },
            _ when was?.TermThrough == now.TermThrough || now.TermThrough is null => null,
            _ => new AppointmentExtended(last.Body, nowIn!.Id, person, now.TermThrough.Value),
        };
    }

    private static LeaveEvent? Leave(LeaveEvent last, Appointment? was, Appointment? now) => (was?.Leave, now) switch
    {
        (_, null) => null,
        (null, { Leave: null }) => null,
        (_, { Leave: null }) => new LeaveEnded(last.Body, last.Seat, last.Person),
        var (before, _) => before == now.Leave ? null : new LeaveGranted(last.Body, last.Seat, last.Person, now.Leave.Substitute),
    };

    private static Appointment? Holder(Seat? seat, PersonId person) => seat?.Holders.FirstOrDefault(h => h.Person == person);

    private static SeatChanges Difference(SeatDescription a, SeatDescription b) => new(
        a.Role == b.Role ? default : new(b.Role), a.Title == b.Title ? default : new(b.Title), a.Votes == b.Votes ? default : new(b.Votes),
        a.Order == b.Order ? default : new(b.Order), a.Represents == b.Represents ? default : new(b.Represents),
        a.DeputyFor == b.DeputyFor ? default : new(b.DeputyFor), a.ExOfficio == b.ExOfficio ? default : new(b.ExOfficio),
        a.UserRepresentative == b.UserRepresentative ? default : new(b.UserRepresentative),
        a.HeldByOrganisation == b.HeldByOrganisation ? default : new(b.HeldByOrganisation));
}
