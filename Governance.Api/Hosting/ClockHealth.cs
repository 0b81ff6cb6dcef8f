using Governance.Api.EventStore;
using Governance.Api.Http.Binding;
using Governance.Api.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Governance.Api.Hosting;

/// <summary>Whether what is recorded now is recorded as now. A clock that was ahead leaves a log whose last act is from a time to come: until then, what is recorded after it is told to be later still. Health looks at what was recorded last in all clusters; <c>verify</c> at each.</summary>
internal sealed class ClockHealth([FromKeyedServices(Connections.Vital)] NpgsqlDataSource database, TimeProvider clock) : IHealthCheck
{
    /// <summary>How far clocks may be apart.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromSeconds(5);

    /// <summary>So few events that they can be looked at every second, however large the log is.</summary>
    private const int Latest = 1_000;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var asked = clock.GetUtcNow();
            await using var command = database.AcrossClusters("""
                select clock_timestamp(), count(distinct tenant_id), min(tenant_id), max(timestamp)
                  from (select tenant_id, timestamp from mt_events order by seq_id desc limit $2) latest where timestamp > clock_timestamp() + $1
                """, Allowed, Latest);
            await using var rows = await command.RowsAsync(cancellationToken);
            await rows.ReadAsync(cancellationToken);
            var there = rows.GetFieldValue<DateTimeOffset>(0);
            if (rows.GetInt64(1) is > 0 and var ahead)
                return HealthCheckResult.Degraded($"A clock was ahead: the last act of {rows.GetString(2)}{(ahead > 1 ? $" and {ahead - 1} more" : "")} is from {Instants.Format(rows.GetFieldValue<DateTimeOffset>(3))}, which is yet to come.");
            // What the question took may lie on either side of the database's answer.
            var apart = asked > there ? asked - there : there > clock.GetUtcNow() ? there - clock.GetUtcNow() : TimeSpan.Zero;
            return apart > Allowed ? HealthCheckResult.Degraded($"This node's clock and the database's are {apart.TotalSeconds:0} s apart.") : HealthCheckResult.Healthy();
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Degraded("It cannot be looked up.", e);
        }
    }
}
