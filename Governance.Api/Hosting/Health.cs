using Governance.Api.Features.Webhooks;
using Governance.Api.Reporting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Api.Hosting;

/// <summary>Whether we are alive, and whether we can serve: for load balancers and orchestrators.</summary>
public static class Health
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<ReportingHealth>("reporting", timeout: TimeSpan.FromSeconds(3))
            .AddCheck<WebhookHealth>("webhooks", timeout: TimeSpan.FromSeconds(3));

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync }).DisableRateLimiting();
        endpoints.MapHealthChecks("/health/ready", new() { ResponseWriter = WriteAsync }).DisableRateLimiting();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        if (report.Status == HealthStatus.Unhealthy) context.Response.Headers.RetryAfter = "1";
        return context.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString().ToLowerInvariant(),
            checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString().ToLowerInvariant(), e.Value.Description }),
        });
    }
}
