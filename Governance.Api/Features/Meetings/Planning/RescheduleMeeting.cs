using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>Puts a meeting to another time or place, or calls others as guests.</summary>
public sealed record RescheduleMeeting(WriteRequest Request, MeetingId Meeting, Rescheduling To) : MeetingCommand(Request, Meeting)
{
    /// <inheritdoc/>
    public override MeetingVerdict Judge(MeetingScene scene) =>
        PlanningRules.Reschedule(scene.History, scene.Meeting, new(To.Day, To.StartsAt, To.EndsAt, To.Place, To.Link, [.. (To.Guests ?? []).Select(g => new Domain.People.PersonId(g))]));
}

/// <summary>Does so, unless it is held or called off.</summary>
public static class RescheduleMeetingHandler
{
    public static Task<WriteOutcome> HandleAsync(RescheduleMeeting command, ClusterWriter writer, Calendar calendar, SavedProceedings saved, CancellationToken ct) =>
        MeetingActs.RecordAsync(command, writer, calendar, saved, ct);
}
