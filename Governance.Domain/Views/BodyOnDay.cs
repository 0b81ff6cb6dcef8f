using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>A body on one day, as every list of bodies shows it.</summary>
public record BodyOnDay(
    BodyId Id, Name Name, Name? NameEn, IReadOnlyList<Name> FormerNames, BodyKind Kind, BodyId? Parent, IReadOnlyList<BodyId> AdvisoryTo,
    Visibility Visibility, MandateOnDay? Mandate, IReadOnlyList<SeatOnDay> Seats)
{
    /// <summary>What its composition is measured by; absent where that is what holds for all.</summary>
    public CompositionRules? CompositionRules { get; init; }

    internal static BodyOnDay Of(Viewpoint view, Cluster state, Body body, LastDayOf lastDay) => new(
        body.Id, body.Names.Current.Name, body.Names.Current.NameEn, body.Names.Former, body.Kind, body.Parent,
        [.. body.AdvisoryTo.Where(id => state.LivingBody(id) is { } advised && view.Sees(state, advised))], body.Visibility,
        body.Mandate is { } mandate ? MandateOnDay.Of(view, mandate) : null,
        [.. state.Seats(body, view.AsOf).Select(s => SeatOnDay.Of(view, state, body, s.Seat, s.Holder, lastDay))])
    {
        CompositionRules = body.Rules == Composition.CompositionRules.Default ? null : body.Rules,
    };

    /// <summary>The living bodies that may be seen, each after the one it is under.</summary>
    internal static IEnumerable<Body> ParentsFirst(Viewpoint view, Cluster state)
    {
        var below = state.Living.Where(b => view.Sees(state, b)).ToLookup(b => b.Parent);
        return Under(null);

        IEnumerable<Body> Under(BodyId? parent) => InOrder(below[parent]).SelectMany(b => Under(b.Id).Prepend(b));
    }

    /// <summary>Siblings by kind as listed, then by name.</summary>
    internal static IEnumerable<Body> InOrder(IEnumerable<Body> bodies) => bodies.OrderBy(b => b.Kind).ThenBy(b => b.Name.Text, Alphabetical.Order).ThenBy(b => b.Id.Value);
}

/// <summary>The names something bore for a while. <c>ValidThrough</c> is inclusive, absent while they are in force.</summary>
public sealed record NameOverTime(Name Name, Name? NameEn, PartialDate ValidFrom, PartialDate? ValidThrough)
{
    internal static NameOverTime Of(NamePeriod names) => new(names.Name, names.NameEn, names.Period.From, names.Period.Through);
}
