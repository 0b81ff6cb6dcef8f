using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Mandates;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>A mandate in one version. <c>ValidThrough</c> and <c>DueOn</c> are inclusive.</summary>
public sealed record MandateOnDay(
    int Version, IReadOnlyList<string> Points, string? Purpose, PartialDate ValidFrom, PartialDate? ValidThrough, string? Deliverable, PartialDate? DueOn, DecisionLink? Decision)
{
    internal static MandateOnDay Of(Viewpoint view, Mandate mandate) => new(
        mandate.Version, mandate.Points, mandate.Purpose, mandate.From, mandate.ValidThrough, mandate.Deliverable, mandate.DueOn, view.Link(mandate.Decision));

    /// <summary>A body's mandates up to the day, the oldest first; each ends where it is said to, or the day before what took its place.</summary>
    internal static IReadOnlyList<MandateOnDay> Versions(Viewpoint view, BodyId id)
    {
        var versions = new List<MandateOnDay>();
        foreach (var body in view.History.Chronicle.Days.TakeWhile(d => d.Date <= view.AsOf).Where(d => Touches(d, id)).Select(d => d.After.Bodies[id]))
        {
            if (versions is [.., var last] && last.Version != body.Mandate?.Version && (body.Mandate?.From ?? body.WithoutMandateSince) is var from && !(last.ValidThrough?.Last < from.First))
                versions[^1] = last with { ValidThrough = from.Previous };
            if (body.Mandate is not { } mandate) continue;
            if (versions is [.., var same] && same.Version == mandate.Version) versions.RemoveAt(versions.Count - 1);
            versions.Add(Of(view, mandate));
        }
        return versions;
    }

    private static bool Touches(Day day, BodyId id) => day.Facts.Any(f => f.Event is BodyEvent e && e.Body == id);
}
