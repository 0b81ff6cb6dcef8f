using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Planning;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Meetings.Sitting;

/// <summary>Closes a meeting: what is written of it becomes its record. Done again, a new version of it.</summary>
public sealed record HoldMeeting(WriteRequest Request, MeetingId Meeting, HoldingRequest Holding) : MeetingCommand(Request, Meeting)
{
    /// <inheritdoc/>
    public override MeetingVerdict Judge(MeetingScene scene) => ProceedingsRules.Hold(
        scene.History, scene.Meeting, scene.Proceedings with { Remarks = Holding.Remarks ?? scene.Proceedings.Remarks }, Holding.StartedAt, Holding.EndedAt, scene.Today);
}

/// <summary>Does so, unless an item has come to nothing yet.</summary>
public static class HoldMeetingHandler
{
    public static Task<WriteOutcome> HandleAsync(HoldMeeting command, ClusterWriter writer, Calendar calendar, SavedProceedings saved, CancellationToken ct) =>
        MeetingActs.RecordAsync(command, writer, calendar, saved, ct);
}
