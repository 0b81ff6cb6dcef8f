using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>An act on the register as the feed tells it. Of what may not be seen only position and time are told, so that the feed has no gaps.</summary>
/// <param name="Type">The act's word: <c>decision-recorded</c>.</param>
/// <param name="Actor">Who made it; for readers, as is <paramref name="Reason"/>.</param>
public sealed record Registration(
    long Position, DateTimeOffset RecordedAt, string? Type = null, string? Sentence = null, DecisionId? Decision = null, string? CaseNumber = null, string? Title = null,
    string? Actor = null, string? Reason = null)
{
    /// <summary>So many acts after a position, in order.</summary>
    public static IReadOnlyList<Registration> After(Viewpoint view, long position, int limit) =>
        [.. view.History.Acts.Skip((int)Math.Clamp(position, 0, view.History.Position)).Take(limit).Select(act => Of(view, act))];

    /// <summary>One act.</summary>
    public static Registration Of(Viewpoint view, RecordedAct act)
    {
        var reader = view.Audience == Audience.Reader;
        var (decision, reason) = About(act.Event);
        var link = decision is { } id ? view.Link(id) : null;
        var told = reader || link is not null || act.Event is ClusterFounded or ClusterCorrected || IsPublic(view, act.Event);
        return told
            ? new(act.Position, act.RecordedAt, Words.OfType(act.Event.GetType()), Sentences.Of(view, act.Event), link?.Id, link?.CaseNumber, link?.Title, reader ? act.Actor : null, reader ? reason : null)
            : new(act.Position, act.RecordedAt);
    }

    private static bool IsPublic(Viewpoint view, RegisterEvent act) => act switch
    {
        MeetingRecorded meeting => MeetingView.Of(view, meeting.Meeting) is not null,
        MeetingPlanned or MeetingRescheduled or MeetingCancelled or MeetingHeld or MinutesPublished => PlannedMeetingView.Of(view, ((MeetingEvent)act).Meeting) is not null,
        _ => false,
    };

    private static (DecisionId? Decision, string? Reason) About(RegisterEvent act) => act switch
    {
        DecisionRecorded e => (e.Decision, null),
        DecisionCorrected e => (e.Decision, e.Reason),
        DecisionAnnulled e => (e.Decision, e.Reason),
        TextRedacted e => (e.Decision, e.Reason),
        _ => (null, null),
    };
}
