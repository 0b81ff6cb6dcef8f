using Governance.Api.Clusters;
using Governance.Api.Features.People;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Decisions;

/// <summary>Takes decisions in, whether new, corrected or annulled: read, register, respond.</summary>
public sealed class Deciding(ClusterWriter writer, ClusterCache cache, Calendar calendar, Ids ids)
{
    /// <summary>Enters what <paramref name="act"/> makes of the register, or shows what would come of it.</summary>
    public async Task<IResult> TakeAsync(WriteRequest request, Rehearsal asked, Func<Register, Outcome> act, int status, HttpResponse response, CancellationToken ct)
    {
        if (asked.DryRun) return await TryAsync(request, asked, act, ct);
        var outcome = await EnterAsync(request, act, ct);
        if (outcome is not WriteOutcome.Recorded recorded) return WriteProblems.Of(outcome, request.IfPosition);
        var answer = DecisionAnswer.Of(recorded.Cluster, recorded.Position, calendar.Today(recorded.Cluster.History), asked.Lang);
        answer.Describe(response, request.Cluster);
        return TypedResults.Json(answer, Json.Options, statusCode: status);
    }

    /// <summary>Enters what <paramref name="act"/> makes of the register.</summary>
    public Task<WriteOutcome> EnterAsync(WriteRequest request, Func<Register, Outcome> act, CancellationToken ct) => writer.WriteAsync(request, live => Judge(live, act), ct);

    /// <summary>What <paramref name="act"/> would make of the register as it is now.</summary>
    public Outcome Try(LiveCluster live, Func<Register, Outcome> act) => act(RegisterOf(live));

    private Verdict Judge(LiveCluster live, Func<Register, Outcome> act) => Try(live, act) switch
    {
        Outcome.Accepted { Entry: var entry } => new Verdict.Write(entry.Act, entry.Facts)
        {
            People = [.. entry.Persons.Select(NewPersons.Row)],
            Named = entry.Named,
        },
        Outcome.Refused refused when IsAbsent(refused) => new Verdict.Absent(),
        Outcome.Refused refused => new Verdict.Refuse(refused.Violations),
        var other => throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is no outcome."),
    };

    private async Task<IResult> TryAsync(WriteRequest request, Rehearsal asked, Func<Register, Outcome> act, CancellationToken ct)
    {
        if (await cache.FindAsync(request.Cluster, ct) is not { } entry) return Problem.NotFound;
        var live = await entry.NewestAsync(ct);
        if (request.IfPosition is { } position && position != live.Position) return WriteProblems.Of(new WriteOutcome.Stale(live), position);
        var outcome = Try(live, act);
        return IsAbsent(outcome) ? Problem.NotFound : TypedResults.Json(Preview.Of(live, outcome, calendar.Today(live.History), asked.Lang), Json.Options);
    }

    /// <summary>Whether the decision that the act is about is not there.</summary>
    private static bool IsAbsent(Outcome outcome) => outcome is Outcome.Refused { Violations: [{ Code: ViolationCode.UnknownDecision, Member: null }] };

    private Register RegisterOf(LiveCluster live) => new(live.History, calendar.Today(live.History), ids.New);
}
