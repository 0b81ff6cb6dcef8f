using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>A decision was made by a body that did not exist at any time its date can mean.</summary>
internal static class DecidedByBodyNotInExistence
{
    /// <param name="last">The state after all that is known.</param>
    public static Finding? Of(RecordedDecision decision, Cluster last)
    {
        var head = decision.Current.Head;
        if (decision.Annulment is not null || head.DecidedBy is not { } id) return null;
        var body = last.Bodies.GetValueOrDefault(id);
        if (body is not null && Existed(body, head.DecidedOn)) return null;
        var (name, what, date) = (body?.Names.Current.Phrase() ?? new Phrase("et organ", "a body"), FindingWording.Decision(head), FindingWording.Date(head.DecidedOn));
        return new(FindingCode.DecidedByBodyNotInExistence, new() { Body = id, Decision = decision.Id }, head.DecidedOn, new(
            $"{what.Nb} skal være truffet {date.Nb} av {name.Nb}, som ikke fantes da.", $"{what.En} is said to be made on {date.En} by {name.En}, which did not exist then."));
    }

    /// <summary>Whether the last of its names that had begun by then had not ended.</summary>
    private static bool Existed(Body body, PartialDate on)
    {
        var names = body.Names.All;
        var (low, high) = (0, names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (names[middle].Period.From.First <= on.Last) low = middle + 1;
            else high = middle;
        }
        return low > 0 && (names[low - 1].Period.Until is not { } until || until.First > on.First);
    }
}
