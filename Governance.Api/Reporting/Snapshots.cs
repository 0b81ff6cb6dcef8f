using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Values;

namespace Governance.Api.Reporting;

/// <summary>What the tables say of things on a day: nothing of what does not exist.</summary>
internal static class Snapshots
{
    public static IEnumerable<Snapshot> Of(Cluster state, Body body, DateOnly day)
    {
        if (!body.IsLiving) yield break;
        yield return new(new BodyColumns(body.Id.Value, Words.Of(body.Kind), body.Parent?.Value, new(body.AdvisoryTo), Words.Of(body.Visibility), body.Established.First));
        yield return Named(body.Id.Value, "body", body.Names);
        if (body.Mandate is { } mandate) yield return new(Adopted(body, mandate));
        foreach (var (seat, holder) in state.Seats(body, day))
        {
            var lapses = holder is null ? null : state.Lapses(body, seat, holder)?.First;
            yield return new(Described(body, seat), seat.Personal || seat.Nth > 0 ? lapses : null);
            if (holder is not null) yield return new(Held(body, seat, holder), lapses);
        }
    }

    public static IEnumerable<Snapshot> Of(Partner partner) => !partner.IsPresent ? [] :
    [
        new(new PartnerColumns(partner.Id.Value, Words.Of(partner.Kind), partner.OrganisationNumber)),
        Named(partner.Id.Value, "partner", partner.Names),
    ];

    public static IEnumerable<Snapshot> Of(Cluster state, DateOnly day)
    {
        yield return new(new ClusterNameColumns(state.Names.Current.Name.Text, state.Names.Current.NameEn?.Text));
        if (state.Strategy is not { } strategy || strategy.ValidThrough?.Last < day) yield break;
        yield return new(
            new StrategyColumns(strategy.Title, new(strategy.FocusAreas), strategy.From.First, strategy.ValidThrough?.Last, strategy.Decision.Value), strategy.ValidThrough?.Last.AddDays(1));
    }

    /// <summary>A decision that holds, from the day it was made on.</summary>
    public static Columns Of(RecordedDecision decision)
    {
        var (revision, head) = (decision.Current, decision.Current.Head);
        return new DecisionColumns(
            decision.Id.Value, revision.Number, decision.Position, head.CaseNumber, head.Title, head.Text, head.DecidedBy?.Value, head.DecidedByText,
            head.DecidedOn.First, (head.EffectiveFrom ?? head.DecidedOn).First, Words.Of(head.Visibility));
    }

    private static Snapshot Named(Guid id, string of, Names names) => new(new NameColumns(id, of, names.Current.Name.Text, names.Current.NameEn?.Text));

    private static MandateColumns Adopted(Body body, Mandate mandate) => new(
        body.Id.Value, mandate.Version, new(mandate.Points), mandate.Purpose, mandate.Deliverable,
        mandate.From.First, mandate.ValidThrough?.Last, mandate.DueOn?.Last, mandate.Decision.Value);

    private static SeatColumns Described(Body body, Seat seat)
    {
        var what = seat.Description;
        return new(
            seat.Id.Value, body.Id.Value, Words.Of(seat.Role), what.Title, seat.Votes, what.Order!.Value,
            what.Represents?.Partner?.Value, what.Represents?.Body?.Value, what.Represents?.Outside, what.DeputyFor?.Value,
            what.ExOfficio?.Body.Value, what.ExOfficio is { } office ? Words.Of(office.Role) : null, what.UserRepresentative, what.HeldByOrganisation, seat.Personal);
    }

    private static AppointmentColumns Held(Body body, Seat seat, Appointment holder) => new(
        seat.Id.Value, body.Id.Value, holder.Person.Value, holder.Title, holder.From.First, holder.TermThrough?.Last,
        holder.Term is { } term ? Words.Of(term.Source) : null, holder.Leave?.From.First, holder.Leave?.Substitute?.Value, seat.Description.ExOfficio is not null);
}
