using Governance.Api.EventStore;
using Governance.Api.Hosting.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Governance.Api.Store;
using Npgsql;

namespace Governance.Api.Reporting;

/// <summary>How far the reporting tables are behind the log. We can serve without them, so they are at worst degraded.</summary>
internal sealed class ReportingHealth([FromKeyedServices(Connections.Vital)] NpgsqlDataSource database, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.AcrossClusters($"""
                select count(*), min(e.timestamp), min(c.cluster || ': ' || c.fault)
                  from mt_streams s left join {Projection.Live}.checkpoints c on c.cluster = s.tenant_id
                  join mt_events e on e.tenant_id = s.tenant_id and e.stream_id = s.id and e.version = coalesce(c.position, 0) + 1
                 where s.type = 'register' and s.version > coalesce(c.position, 0)
                """);
            await using var reader = await command.RowsAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            if (reader.GetInt64(0) == 0) return HealthCheckResult.Healthy("Up to date.", Lag.Data(0, TimeSpan.Zero));
            var lag = clock.GetUtcNow() - reader.GetFieldValue<DateTimeOffset>(1);
            var told = $"{reader.GetInt64(0)} behind, by up to {Math.Max(0, lag.TotalSeconds):0.0} s.";
            var data = Lag.Data(reader.GetInt64(0), lag);
            if (!reader.IsDBNull(2)) return HealthCheckResult.Degraded($"{told} Stopped: {reader.GetString(2)}", data: data);
            return lag > Patience ? HealthCheckResult.Degraded(told, data: data) : HealthCheckResult.Healthy(told, data);
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Degraded("The tables cannot be read.", e);
        }
    }
}
