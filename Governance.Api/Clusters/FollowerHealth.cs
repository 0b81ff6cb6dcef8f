using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Api.Clusters;

/// <summary>Ready while this node knows what the log holds: else it refuses every read.</summary>
internal sealed class FollowerHealth(Follower follower) : IHealthCheck
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await follower.FreshAsync(Wait, cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"The log has not been heard from for {follower.Lag.TotalSeconds:0.0} s."));
}
