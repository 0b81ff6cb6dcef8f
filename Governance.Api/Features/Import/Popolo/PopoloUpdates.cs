using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>The changes between what is recorded and what a document says now.</summary>
internal static class PopoloUpdates
{
    /// <summary>The change that describes a seat as the document does; null where it is so.</summary>
    /// <param name="order">Its place, where the document gives one.</param>
    public static ChangeSeat? Differing(Seat seat, CreateSeat told, int? order, Cluster state)
    {
        var was = seat.Description;
        var change = new ChangeSeat(
            seat.Id.ToString(),
            was.Role == told.Role ? default : new(told.Role),
            was.Title == told.Title ? default : new(told.Title),
            told.Votes is null || seat.Votes == told.Votes ? default : new(told.Votes),
            Order: order is null || was.Order == order ? default : new(order),
            Represents: TextOf(was.Represents, state, told.Represents) == told.Represents ? default : new(told.Represents),
            DeputyFor: was.DeputyFor?.ToString() == told.DeputyFor ? default : new(told.DeputyFor),
            ExOfficio: was.ExOfficio?.Body.ToString() == told.ExOfficio?.Body && was.ExOfficio?.Role == told.ExOfficio?.Role && (was.ExOfficio?.All ?? false) == (told.ExOfficio?.All ?? false) ? default : new(told.ExOfficio),
            UserRepresentative: was.UserRepresentative == (told.UserRepresentative ?? false) ? default : new(told.UserRepresentative),
            HeldByOrganisation: was.HeldByOrganisation == (told.HeldByOrganisation ?? false) ? default : new(told.HeldByOrganisation));
        return change == new ChangeSeat(change.Seat) ? null : change;
    }

    /// <summary>The end of something that is there; null where it has ended.</summary>
    public static Change? Ending(Guid id, Cluster state) =>
        state.LivingBody(new(id)) is not null ? new DissolveBody(id.ToString())
        : state.Partners.GetValueOrDefault(new(id)) is { IsPresent: true } ? new WithdrawPartner(id.ToString())
        : state.SeatBodies.TryGetValue(new(id), out var body) && state.LivingBody(body)?.Seat(new(id)) is not null ? new AbolishSeat(id.ToString()) : null;

    /// <summary>How many bodies a body is under.</summary>
    public static int Depth(Cluster state, string body)
    {
        var depth = 0;
        for (var next = state.Bodies[new(Guid.Parse(body))].Parent; next is { } parent; next = state.Bodies[parent].Parent) depth++;
        return depth;
    }

    /// <summary>Whom a seat speaks for, by id; by name where the document knows it by that.</summary>
    private static string? TextOf(Represents? represents, Cluster state, string? told) => represents switch
    {
        { Partner: { } id } => state.Partners[id].Names.Current.Name.Text == told ? told : id.ToString(),
        { Body: { } id } => state.Bodies[id].Name.Text == told ? told : id.ToString(),
        _ => represents?.Outside,
    };
}
