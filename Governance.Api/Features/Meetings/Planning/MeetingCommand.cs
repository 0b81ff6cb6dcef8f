using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>Something to be recorded of a planned meeting.</summary>
public abstract record MeetingCommand(WriteRequest Request, MeetingId Meeting) : ClusterCommand(Request)
{
    /// <summary>What is to be recorded as things stand, or why it cannot be.</summary>
    public abstract MeetingVerdict Judge(MeetingScene scene);
}

/// <summary>How things stand with a meeting.</summary>
/// <param name="Proceedings">What is prepared and written for it.</param>
public sealed record MeetingScene(ClusterHistory History, Meeting Meeting, Proceedings Proceedings, DateOnly Today);

/// <summary>Decides on the newest state and on what is written for the meeting; absent where there is no such meeting.</summary>
internal static class MeetingActs
{
    public static Task<WriteOutcome> RecordAsync(MeetingCommand command, ClusterWriter writer, Calendar calendar, SavedProceedings saved, CancellationToken ct) => writer.WriteAsync(command.Request, async live =>
    {
        if (!live.History.PlannedMeetings.TryGetValue(command.Meeting, out var meeting)) return new Verdict.Absent();
        return VerdictOf(command.Judge(new(live.History, meeting, await saved.FindAsync(command.Request.Cluster, command.Meeting, ct), calendar.Today(live.History))));
    }, ct);

    public static Verdict VerdictOf(MeetingVerdict verdict) => verdict.Act is { } act ? new Verdict.Write(act, []) : new Verdict.Refuse(verdict.Violations);
}
