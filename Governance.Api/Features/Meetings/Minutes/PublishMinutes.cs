using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Planning;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Meetings.Minutes;

/// <summary>Makes approved minutes public, with the agenda; closed items stay out.</summary>
public sealed record PublishMinutes(WriteRequest Request, MeetingId Meeting) : MeetingCommand(Request, Meeting)
{
    /// <inheritdoc/>
    public override MeetingVerdict Judge(MeetingScene scene) => ProceedingsRules.Publish(scene.Meeting);
}

/// <summary>Does so, where they are approved.</summary>
public static class PublishMinutesHandler
{
    public static Task<WriteOutcome> HandleAsync(PublishMinutes command, ClusterWriter writer, Calendar calendar, SavedProceedings saved, CancellationToken ct) =>
        MeetingActs.RecordAsync(command, writer, calendar, saved, ct);
}
