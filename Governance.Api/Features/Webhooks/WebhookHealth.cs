using Governance.Api.EventStore;
using Governance.Api.Hosting.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Governance.Api.Store;
using Npgsql;

namespace Governance.Api.Features.Webhooks;

/// <summary>How the subscribers are doing, in numbers: whose they are is nobody's business here, and that they are away is no fault of ours.</summary>
internal sealed class WebhookHealth([FromKeyedServices(Connections.Vital)] NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.AcrossClusters("""
                select count(*), count(*) filter (where w.failing_since is not null and w.state = 'active'), count(*) filter (where w.state = 'stopped'),
                       (select count(*) from gov_webhook_dead_letters),
                       extract(epoch from max(clock_timestamp() - e.timestamp) filter (where w.state = 'active'))::float8, count(e.seq_id) filter (where w.state = 'active')
                  from gov_webhooks w left join mt_events e on e.tenant_id = w.cluster and e.stream_id = w.register and e.version = w.position + 1
                """);
            await using var reader = await command.RowsAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            if (reader.GetInt64(0) == 0) return HealthCheckResult.Healthy("None.", Lag.Data(0, TimeSpan.Zero));
            var lag = TimeSpan.FromSeconds(reader.IsDBNull(4) ? 0 : Math.Max(0, reader.GetDouble(4)));
            var behind = reader.GetInt64(5) == 0 ? "all up to date" : $"behind by up to {lag.TotalSeconds:0.0} s";
            return HealthCheckResult.Healthy($"{reader.GetInt64(0)}: {reader.GetInt64(1)} failing, {reader.GetInt64(2)} stopped, {behind}; {reader.GetInt64(3)} dead letters.", Lag.Data(reader.GetInt64(5), lag));
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Degraded("They cannot be looked up.", e);
        }
    }
}
