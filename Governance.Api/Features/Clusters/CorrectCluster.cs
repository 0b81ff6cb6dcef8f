using Governance.Api.Clusters;
using Governance.Domain.Clusters;

namespace Governance.Api.Features.Clusters;

/// <summary>Puts right what was said of a cluster at its founding, as known from now.</summary>
public sealed record CorrectCluster(WriteRequest Request, ClusterPatch Patch) : ClusterCommand(Request);

/// <summary>Puts it right, unless that cannot be true.</summary>
public static class CorrectClusterHandler
{
    public static Task<WriteOutcome> HandleAsync(CorrectCluster command, ClusterWriter writer, Calendar calendar, CancellationToken ct) => writer.WriteAsync(command.Request, live =>
    {
        var correction = command.Patch.Act(live.History.Founding!);
        return FoundingRules.CheckCorrection(live.History, correction, calendar.Today(live.History)) is { IsEmpty: false } violations
            ? new Verdict.Refuse(violations)
            : new Verdict.Write(correction, []);
    }, ct);
}
