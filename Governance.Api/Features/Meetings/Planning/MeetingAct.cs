using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Meetings;
using Wolverine;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>What was recorded of a meeting.</summary>
public sealed record MeetingActWritten(Guid Id, long Position, DateTimeOffset RecordedAt, string Number, MeetingStatus Status)
{
    internal static MeetingActWritten Of(WriteOutcome.Recorded recorded)
    {
        var meeting = recorded.Cluster.History.PlannedMeetings[((MeetingEvent)recorded.Act.Event).Meeting];
        return new(meeting.Id.Value, recorded.Position, recorded.Act.RecordedAt, meeting.Plan.Number, meeting.Status);
    }
}

/// <summary>Sends a command about a meeting on its way and answers what came of it.</summary>
internal static class MeetingAct
{
    public static async Task<IResult> AnswerAsync(ClusterCommand command, IMessageBus bus, HttpResponse response, int status, CancellationToken ct)
    {
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(command.Request.Cluster, command, ct);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, command.Request.IfPosition);
        var written = MeetingActWritten.Of(recorded);
        response.Headers[Answer.PositionHeader] = written.Position.ToString();
        if (status == StatusCodes.Status201Created) response.Headers.Location = $"/api/clusters/{command.Request.Cluster}/meetings/planned/{written.Id}";
        return TypedResults.Json(written, Json.Options, statusCode: status);
    }
}
