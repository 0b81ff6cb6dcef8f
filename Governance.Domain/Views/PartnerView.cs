using Governance.Domain.Clusters;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A partner on one day. <c>ValidThrough</c> is its last day, inclusive, once it is out.</summary>
public record PartnerOnDay(
    PartnerId Id, Name Name, Name? NameEn, IReadOnlyList<Name> FormerNames, PartnerKind Kind, string? OrganisationNumber, PartialDate ValidFrom,
    PartialDate? ValidThrough)
{
    internal static PartnerOnDay Of(Partner partner) => new(
        partner.Id, partner.Names.Current.Name, partner.Names.Current.NameEn, partner.Names.Former, partner.Kind, partner.OrganisationNumber,
        partner.Admitted, partner.Withdrawn?.Previous);

    /// <summary>All that take part, by name.</summary>
    internal static IReadOnlyList<PartnerOnDay> All(Cluster state) =>
        [.. state.Partners.Values.Where(p => p.IsPresent).OrderBy(p => p.Names.Current.Name.Text, Alphabetical.Order).ThenBy(p => p.Id.Value).Select(Of)];
}

/// <summary>The partners that take part on a day, by name.</summary>
public sealed record PartnerList(DateOnly AsOf, IReadOnlyList<PartnerOnDay> Partners)
{
    /// <summary>The partners that a viewpoint has.</summary>
    public static PartnerList Of(Viewpoint view) => new(view.AsOf, view.State is { } state ? PartnerOnDay.All(state) : []);
}

/// <summary>One partner in full: its names over time, and the seats that represent it on the day.</summary>
public sealed record PartnerView : PartnerOnDay
{
    private PartnerView(PartnerOnDay partner) : base(partner)
    {
    }

    /// <summary>All its names, the oldest first.</summary>
    public required IReadOnlyList<NameOverTime> Names { get; init; }

    /// <summary>The seats that speak for it, parents first.</summary>
    public required IReadOnlyList<PartnerSeat> Seats { get; init; }

    /// <summary>A partner; null if it never was one. Before its admission it is shown as admitted.</summary>
    public static PartnerView? Of(Viewpoint view, PartnerId id)
    {
        if (view.Last?.Partners.GetValueOrDefault(id) is not { } last) return null;
        var partner = view.State?.Partners.GetValueOrDefault(id) ?? view.History.AsOf(last.Admitted.First)!.Partners[id];
        return new(PartnerOnDay.Of(partner)) { Names = [.. partner.Names.All.Select(NameOverTime.Of)], Seats = SeatsFor(view, id) };
    }

    private static IReadOnlyList<PartnerSeat> SeatsFor(Viewpoint view, PartnerId id)
    {
        if (view.State is not { } state) return [];
        var lastDay = Tenures.LastDays(view.History, view.AsOf, _ => true);
        return [..
            from body in BodyOnDay.ParentsFirst(view, state)
            from held in state.Seats(body, view.AsOf)
            where held.Seat.Description.Represents?.Partner == id
            select new PartnerSeat(view.Link(body), SeatOnDay.Of(view, state, body, held.Seat, held.Holder, lastDay))];
    }
}

/// <summary>A seat that speaks for a partner, and the body it is in.</summary>
public sealed record PartnerSeat(BodyLink Body, SeatOnDay Seat);
