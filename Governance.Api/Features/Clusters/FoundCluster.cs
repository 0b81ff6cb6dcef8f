using Governance.Api.Clusters;

namespace Governance.Api.Features.Clusters;

/// <summary>Founds a cluster.</summary>
public sealed record FoundCluster(WriteRequest Request, NewCluster Cluster) : ClusterCommand(Request);

/// <summary>Founds it, unless it is there: then nothing is changed.</summary>
public static class FoundClusterHandler
{
    public static Task<WriteOutcome> HandleAsync(FoundCluster command, ClusterWriter writer, Calendar calendar, CancellationToken ct) => writer.WriteAsync(command.Request, live =>
    {
        var founding = command.Cluster;
        if (live.Position > 0) return new Verdict.Nothing();
        return founding.Violations(calendar.Day(founding.Act.TimeZone).Date) is { IsEmpty: false } violations ? new Verdict.Refuse(violations) : new Verdict.Write(founding.Act, []);
    }, ct);
}
