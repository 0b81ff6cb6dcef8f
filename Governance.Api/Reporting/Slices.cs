using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.Values;

namespace Governance.Api.Reporting;

/// <summary>What the tables say of things on a day: nothing of what does not exist.</summary>
internal static class Slices
{
    public static IEnumerable<Slice> Of(Cluster state, Body body, DateOnly day) =>
        !body.IsLiving ? [] : [Itself(body), Named(body.Id.Value, "body", body.Names), .. Mandate(body), .. state.Seats(body, day).SelectMany(s => Seat(state, body, s.Seat, s.Holder))];

    public static IEnumerable<Slice> Of(Partner partner) => !partner.IsPresent ? [] :
    [
        Table.Partners.Says(partner.Id.Value, new { Id = partner.Id.Value, Kind = Words.Of(partner.Kind), partner.OrganisationNumber }),
        Named(partner.Id.Value, "partner", partner.Names),
    ];

    public static IEnumerable<Slice> Of(Cluster state, DateOnly day) =>
        [Table.ClusterNames.Says(Guid.Empty, new { Name = state.Names.Current.Name.Text, NameEn = state.Names.Current.NameEn?.Text }), .. Adopted(state.Strategy, day)];

    public static IEnumerable<Row> Of(RecordedDecision decision)
    {
        if (decision.Annulment is not null) return [];
        var (revision, head) = (decision.Current, decision.Current.Head);
        var slice = Table.Decisions.Says(decision.Id.Value, new
        {
            Id = decision.Id.Value,
            Revision = revision.Number,
            decision.Position,
            head.CaseNumber,
            head.Title,
            head.Text,
            DecidedById = head.DecidedBy?.Value,
            head.DecidedByText,
            DecidedOn = head.DecidedOn.First,
            EffectiveFrom = (head.EffectiveFrom ?? head.DecidedOn).First,
            Visibility = Words.Of(head.Visibility),
        });
        return [new(slice.Table, slice.Key, slice.Values, head.DecidedOn.First, null)];
    }

    private static IEnumerable<Slice> Adopted(Strategy? strategy, DateOnly day) => strategy is null || strategy.ValidThrough?.Last < day ? [] : [Table.Strategies.Says(Guid.Empty, new
    {
        strategy.Title,
        strategy.FocusAreas,
        AdoptedFrom = strategy.From.First,
        AdoptedThrough = strategy.ValidThrough?.Last,
        DecisionId = strategy.Decision.Value,
    }, strategy.ValidThrough?.Last.AddDays(1))];

    private static Slice Itself(Body body) => Table.Bodies.Says(body.Id.Value, new
    {
        Id = body.Id.Value,
        Kind = Words.Of(body.Kind),
        ParentId = body.Parent?.Value,
        AdvisoryTo = body.AdvisoryTo.Select(b => b.Value),
        Visibility = Words.Of(body.Visibility),
        EstablishedOn = body.Established.First,
    });

    private static Slice Named(Guid id, string of, Names names) =>
        Table.Names.Says(id, new { Id = id, Of = of, Name = names.Current.Name.Text, NameEn = names.Current.NameEn?.Text });

    private static IEnumerable<Slice> Mandate(Body body) => body.Mandate is not { } mandate ? [] : [Table.Mandates.Says(body.Id.Value, new
    {
        BodyId = body.Id.Value,
        mandate.Version,
        mandate.Points,
        mandate.Purpose,
        mandate.Deliverable,
        AdoptedFrom = mandate.From.First,
        AdoptedThrough = mandate.ValidThrough?.Last,
        DueOn = mandate.DueOn?.Last,
        DecisionId = mandate.Decision.Value,
    })];

    private static IEnumerable<Slice> Seat(Cluster state, Body body, Seat seat, Appointment? holder)
    {
        var end = holder?.TermThrough.Last.AddDays(1);
        var lapses = end is { } day && state.Holder(body, seat, day) is null ? end : null;
        var what = seat.Description;
        yield return Table.Seats.Says(seat.Id.Value, new
        {
            Id = seat.Id.Value,
            BodyId = body.Id.Value,
            Role = Words.Of(seat.Role),
            what.Title,
            seat.Votes,
            Place = what.Order,
            RepresentsPartnerId = what.Represents?.Partner?.Value,
            RepresentsBodyId = what.Represents?.Body?.Value,
            RepresentsOutside = what.Represents?.Outside,
            DeputyFor = what.DeputyFor?.Value,
            ExOfficioBodyId = what.ExOfficio?.Body.Value,
            ExOfficioRole = what.ExOfficio is { } office ? Words.Of(office.Role) : null,
            what.UserRepresentative,
            seat.Personal,
        }, seat.Personal ? lapses : null);
        if (holder is null) yield break;
        yield return Table.Appointments.Says(seat.Id.Value, new
        {
            SeatId = seat.Id.Value,
            BodyId = body.Id.Value,
            PersonId = holder.Person.Value,
            holder.Title,
            HeldFrom = holder.From.First,
            TermThrough = holder.TermThrough.Last,
            ByOffice = what.ExOfficio is not null,
        }, lapses);
    }
}
