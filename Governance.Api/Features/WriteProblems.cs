using System.Diagnostics;
using Governance.Api.Clusters;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Domain.Views;

namespace Governance.Api.Features;

/// <summary>What a client is told when nothing was written.</summary>
public static class WriteProblems
{
    private const int MostTold = 500;

    /// <summary>The answer to a request that wrote nothing.</summary>
    /// <param name="ifPosition">The position it asked for.</param>
    public static IResult Of(WriteOutcome outcome, long? ifPosition) => outcome switch
    {
        WriteOutcome.Absent => Problem.NotFound,
        WriteOutcome.Malformed malformed => Problem.Malformed(malformed.Faults),
        WriteOutcome.Refused refused => Problem.RuleViolated(refused.Violations, refused.Cluster),
        WriteOutcome.Stale stale => new Stale(stale.Cluster, ifPosition ?? 0),
        WriteOutcome.Conflict => Problem.Conflict,
        WriteOutcome.KeyReused => Problem.IdempotencyKeyReused,
        _ => throw new UnreachableException($"{outcome.GetType().Name} is no refusal."),
    };

    /// <summary>A refusal that says where the cluster stands, and what came since.</summary>
    private sealed record Stale(LiveCluster Cluster, long Position) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[Answer.PositionHeader] = Cluster.Position.ToString();
            return Problem.StalePosition(language => Registration.After(
                new(Cluster.History, DateOnly.MaxValue, Cluster.Persons, Audience.Reader, language), Position, MostTold)).ExecuteAsync(httpContext);
        }
    }
}
