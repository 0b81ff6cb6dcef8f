using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Planning;
using Governance.Domain.Meetings;
using Governance.Domain.People;

namespace Governance.Api.Features.Meetings.Minutes;

/// <summary>Approves the minutes as entered last: what they say is frozen by its hash.</summary>
public sealed record ApproveMinutes(WriteRequest Request, MeetingId Meeting, IReadOnlyList<PersonId> By, MeetingId? At) : MeetingCommand(Request, Meeting)
{
    /// <inheritdoc/>
    public override MeetingVerdict Judge(MeetingScene scene) =>
        ProceedingsRules.Approve(scene.History, scene.Meeting, scene.Meeting.Held is null ? "" : MinutesHash.Of(scene.History, scene.Meeting), scene.Today, By, At);
}

/// <summary>Does so, where it is said who approves.</summary>
public static class ApproveMinutesHandler
{
    public static Task<WriteOutcome> HandleAsync(ApproveMinutes command, ClusterWriter writer, Calendar calendar, SavedProceedings saved, CancellationToken ct) =>
        MeetingActs.RecordAsync(command, writer, calendar, saved, ct);
}
