using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Api.Hosting;

/// <summary>How this node is, looked at once a second however many ask.</summary>
internal sealed class KeptHealth(HealthCheckService checks, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private readonly Lock door = new();
    private Task<HealthReport>? report;
    private long asked;

    /// <summary>As it was found within the last second.</summary>
    public Task<HealthReport> ReportAsync()
    {
        lock (door)
        {
            if (report is { IsCompleted: false } || report is { IsCompletedSuccessfully: true } && clock.GetElapsedTime(asked) < Kept) return report;
            asked = clock.GetTimestamp();
            return report = checks.CheckHealthAsync();
        }
    }
}
