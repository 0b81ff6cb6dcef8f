using Governance.Api.Features.Webhooks;
using Governance.Api.Reporting;
using Governance.Api.Security;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Api.Hosting;

/// <summary>Whether we are alive, and whether we can serve: for load balancers and orchestrators. Why not is told to admins.</summary>
public static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<KeptHealth>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", timeout: Patience)
            // Without these it serves all the same, whether they say so or are not answered in time.
            .AddCheck<ReportingHealth>("reporting", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<WebhookHealth>("webhooks", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<ArchiveHealth>("archive", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<ClockHealth>("clock", HealthStatus.Degraded, timeout: Patience);
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = (http, report) => http.Response.WriteAsJsonAsync(Told(report, toAdmin: false)) }).DisableRateLimiting();
        endpoints.MapGet("/health/ready", ReadyAsync).DisableRateLimiting().ExcludeFromDescription();
    }

    private static async Task ReadyAsync(HttpContext http, Caller caller, KeptHealth health)
    {
        var report = await health.ReportAsync();
        http.Response.Headers.CacheControl = "no-store";
        if (report.Status == HealthStatus.Unhealthy) (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, "1");
        await http.Response.WriteAsJsonAsync(Told(report, caller.Can(Role.Admin, cluster: null)), http.RequestAborted);
    }

    private static object Told(HealthReport report, bool toAdmin) => new
    {
        status = Word(report.Status),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = Word(e.Value.Status), Description = toAdmin ? e.Value.Description : null }, StringComparer.Ordinal),
    };

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();
}
