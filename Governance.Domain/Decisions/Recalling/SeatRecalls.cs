using System.Diagnostics;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;

namespace Governance.Domain.Decisions.Recalling;

/// <summary>The changes that came to events about composition.</summary>
internal static class SeatRecalls
{
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
            Recall.Name(e.Body), e.CoChairs, e.MinSeats, e.MaxSeats, e.TermLength, e.MaxTerms, e.MaxObservers, e.MinUserRepresentatives, e.GenderBalance, e.CarryOver),
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
}
