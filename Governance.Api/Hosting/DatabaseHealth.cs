using Governance.Api.Store;
using Governance.Api.Store.Schema;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Governance.Api.Hosting;

/// <summary>Ready when the database answers and has this program's schema.</summary>
internal sealed class DatabaseHealth(Migrations migrations, [FromKeyedServices(Connections.Vital)] NpgsqlDataSource database) : IHealthCheck
{
    private static readonly HealthCheckResult OtherSchema = HealthCheckResult.Unhealthy("The database's schema is not this program's.");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await migrations.MissingAsync(database, cancellationToken) is null ? HealthCheckResult.Healthy() : OtherSchema;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return OtherSchema;
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}
