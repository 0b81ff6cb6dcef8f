using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Everything living on a day: the bodies as a tree, the partners, and what is known to come. Empty before the founding.</summary>
public sealed record Structure(DateOnly AsOf, IReadOnlyList<BodyNode> Bodies, IReadOnlyList<PartnerOnDay> Partners, IReadOnlyList<Upcoming> Upcoming)
{
    /// <summary>The structure that a viewpoint has.</summary>
    public static Structure Of(Viewpoint view)
    {
        if (view.State is not { } state) return new(view.AsOf, [], [], []);
        var below = state.Living.Where(b => view.Sees(state, b)).ToLookup(b => b.Parent);
        return new(view.AsOf, Nodes(null), PartnerOnDay.All(state), Views.Upcoming.After(view));

        IReadOnlyList<BodyNode> Nodes(BodyId? parent) =>
            [.. BodyOnDay.InOrder(below[parent]).Select(b => new BodyNode(BodyOnDay.Of(view, state, b)) { Children = Nodes(b.Id) })];
    }
}

/// <summary>A body with those under it.</summary>
public sealed record BodyNode : BodyOnDay
{
    /// <summary>A body that stands alone until others are put under it.</summary>
    public BodyNode(BodyOnDay body) : base(body)
    {
    }

    /// <summary>The bodies under it, by kind as listed, then by name.</summary>
    public required IReadOnlyList<BodyNode> Children { get; init; }
}

/// <summary>A partner that takes part on a day.</summary>
public sealed record PartnerOnDay(
    PartnerId Id, Name Name, Name? NameEn, IReadOnlyList<NameOverTime> FormerNames, PartnerKind Kind, string? OrganisationNumber, PartialDate ValidFrom)
{
    internal static PartnerOnDay Of(Partner partner) => new(
        partner.Id, partner.Names.Current.Name, partner.Names.Current.NameEn, NameOverTime.Former(partner.Names), partner.Kind, partner.OrganisationNumber, partner.Admitted);

    /// <summary>All that take part, by name.</summary>
    internal static IReadOnlyList<PartnerOnDay> All(Cluster state) =>
        [.. state.Partners.Values.Where(p => p.IsPresent).OrderBy(p => p.Names.Current.Name.Text, Alphabetical.Order).ThenBy(p => p.Id.Value).Select(Of)];
}

/// <summary>Something that is decided and has not yet taken effect.</summary>
public sealed record Upcoming(PartialDate Date, string Sentence, BodyLink? Body, DecisionLink? Decision)
{
    /// <summary>What takes effect after the viewpoint's day, in the order of time.</summary>
    internal static IReadOnlyList<Upcoming> After(Viewpoint view)
    {
        var days = view.History.Chronicle.Days;
        var first = days.Count;
        while (first > 0 && days[first - 1].Date > view.AsOf) first--;
        return [.. days.Skip(first).SelectMany(day => day.Facts.Select(fact => Of(view, day.After, fact))).OfType<Upcoming>()];
    }

    private static Upcoming? Of(Viewpoint view, Cluster after, Fact fact)
    {
        var body = fact.Event is BodyEvent e ? after.Bodies[e.Body] : null;
        if (body is not null && !view.Sees(after, body)) return null;
        return new(fact.From, Sentences.Of(view, fact), body is null ? null : view.Link(body), view.Link(fact.Decision));
    }
}
