using Governance.Domain.Bodies;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>The cluster itself on a day. Without names, strategy or counts before it was founded.</summary>
public sealed record ClusterView(
    string Id, Name? Name, Name? NameEn, IReadOnlyList<NameOverTime> Names, PartialDate Founded, long Position, DateTimeOffset RecordedAt, string TimeZone,
    string? OrganisationNumber, StrategyOnDay? Strategy, ClusterCounts Counts)
{
    /// <summary>The cluster as a viewpoint has it; null before anything is known of it.</summary>
    public static ClusterView? Of(Viewpoint view)
    {
        if (view.History is not { Founding: { } founding } history) return null;
        var names = view.State?.Names;
        return new(
            history.Id, names?.Current.Name, names?.Current.NameEn, [.. (names?.All ?? []).Select(NameOverTime.Of)], founding.FoundedOn, history.Position, history.RecordedAt,
            founding.TimeZone, founding.OrganisationNumber, StrategyOnDay.Of(view), ClusterCounts.Of(view));
    }
}

/// <summary>The strategy in force. <c>ValidThrough</c> is inclusive.</summary>
public sealed record StrategyOnDay(string Title, PartialDate ValidFrom, PartialDate? ValidThrough, IReadOnlyList<string> FocusAreas, DecisionLink? Decision)
{
    internal static StrategyOnDay? Of(Viewpoint view) => view.State?.Strategy is { } strategy && !(strategy.ValidThrough?.Last < view.AsOf)
        ? new(strategy.Title, strategy.From, strategy.ValidThrough, strategy.FocusAreas, view.Link(strategy.Decision))
        : null;
}

/// <summary>How much there is of what: living bodies that may be seen, their seats, how many of those nobody holds, those who hold them, and the partners.</summary>
public sealed record ClusterCounts(int Bodies, int Seats, int Vacant, int Persons, int Partners)
{
    internal static ClusterCounts Of(Viewpoint view)
    {
        if (view.State is not { } state) return new(0, 0, 0, 0, 0);
        List<Body> bodies = [.. state.Living.Where(b => view.Sees(state, b))];
        var seats = bodies.SelectMany(b => state.Seats(b, view.AsOf)).ToList();
        return new(
            bodies.Count, seats.Count, seats.Count(s => s.Holder is null), seats.Select(s => s.Holder?.Person).OfType<People.PersonId>().Distinct().Count(),
            state.Partners.Values.Count(p => p.IsPresent));
    }
}
