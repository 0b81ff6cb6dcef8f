using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features;

/// <summary>An act on the register as the feed tells it: <c>Type</c> is its word, such as <c>decision-recorded</c>.</summary>
public sealed record Registration(long Position, DateTimeOffset RecordedAt, string? Type = null, string? Actor = null, Guid? Decision = null, string? CaseNumber = null, string? Title = null, string? Reason = null)
{
    /// <summary>The act in full, for a reader.</summary>
    public static Registration Of(RecordedAct act, ClusterHistory history)
    {
        var (decision, reason) = act.Event switch
        {
            DecisionRecorded e => (e.Decision, null),
            DecisionCorrected e => (e.Decision, e.Reason),
            DecisionAnnulled e => (e.Decision, e.Reason),
            TextRedacted e => (e.Decision, e.Reason),
            _ => ((DecisionId?)null, (string?)null),
        };
        var head = decision is { } id ? history.Decisions[id].Current.Head : null;
        return new(act.Position, act.RecordedAt, Words.OfType(act.Event.GetType()), act.Actor, decision?.Value, head?.CaseNumber, head?.Title, reason);
    }
}
