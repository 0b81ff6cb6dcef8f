using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>Calls a meeting off.</summary>
public sealed record CancelMeeting(WriteRequest Request, MeetingId Meeting, string? Reason) : MeetingCommand(Request, Meeting)
{
    /// <inheritdoc/>
    public override MeetingVerdict Judge(MeetingScene scene) => PlanningRules.Cancel(scene.Meeting, Reason);
}

/// <summary>Does so, unless it is held or called off already.</summary>
public static class CancelMeetingHandler
{
    public static Task<WriteOutcome> HandleAsync(CancelMeeting command, ClusterWriter writer, Calendar calendar, SavedProceedings saved, CancellationToken ct) =>
        MeetingActs.RecordAsync(command, writer, calendar, saved, ct);
}
