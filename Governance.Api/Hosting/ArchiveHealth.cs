using Governance.Api.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Governance.Api.Hosting;

/// <summary>Whether PostgreSQL gets its write-ahead files archived; where it does not, they fill its disk, and no backup reaches past the last that was. Nothing is said of a server that keeps no archive.</summary>
internal sealed class ArchiveHealth([FromKeyedServices(Connections.Vital)] NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("""
                select last_failed_wal, failed_count, coalesce(to_char(last_archived_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'never')
                  from pg_stat_archiver
                 where current_setting('archive_mode') <> 'off' and last_failed_time > coalesce(last_archived_time, '-infinity')
                """);
            await using var failing = await command.ExecuteReaderAsync(cancellationToken);
            return await failing.ReadAsync(cancellationToken)
                ? HealthCheckResult.Degraded($"Write-ahead files are not archived: {failing.GetString(0)} failed, {failing.GetInt64(1)} times in all; the last that was: {failing.GetString(2)}.")
                : HealthCheckResult.Healthy();
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Degraded("It cannot be looked up.", e);
        }
    }
}
