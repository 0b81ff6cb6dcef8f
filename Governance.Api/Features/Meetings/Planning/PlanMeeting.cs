using Governance.Api.Clusters;
using Governance.Domain.Meetings;
using Governance.Domain.Values;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>Plans a meeting.</summary>
public sealed record PlanMeeting(WriteRequest Request, MeetingPlan Plan) : ClusterCommand(Request);

/// <summary>Plans it, unless that cannot be.</summary>
public static class PlanMeetingHandler
{
    public static Task<WriteOutcome> HandleAsync(PlanMeeting command, ClusterWriter writer, Ids ids, CancellationToken ct)
    {
        var (plan, fresh) = (command.Plan, new MeetingId(ids.New()));
        var when = new Appointed(plan.Day, plan.StartsAt, plan.EndsAt, plan.Place, plan.Link, [.. (plan.Guests ?? []).Select(g => new Domain.People.PersonId(g))]);
        return writer.WriteAsync(command.Request, live => MeetingActs.VerdictOf(PlanningRules.Plan(live.History, fresh, plan.Body, plan.Number, when, plan.Visibility ?? Visibility.Public, plan.Title)), ct);
    }
}
