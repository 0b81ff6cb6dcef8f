using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Logs;

namespace Governance.Api.Hosting.Telemetry;

/// <summary>Traces, metrics and logs over OTLP where OpenTelemetry's own <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; nothing of it otherwise.</summary>
public static class TelemetrySetup
{
    /// <summary>Where to.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration)) return;
        if (builder.Configuration["OTEL_SERVICE_NAME"] is null) builder.Configuration["OTEL_SERVICE_NAME"] = "governance";
        builder.Logging.AddOpenTelemetry(logs => logs.AddOtlpExporter());
        builder.Services.AddSingleton<Gauges>();
        builder.Services.AddSingleton<IHealthCheckPublisher>(provider => provider.GetRequiredService<Gauges>());
        builder.Services.Configure<HealthCheckPublisherOptions>(publishing => (publishing.Delay, publishing.Period) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)));
        builder.Services.AddHostedService<Exporting>();
    }

    /// <summary>To be called before anything else that sees requests.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (IsOn(app.Configuration)) app.UseMiddleware<RequestSpans>();
    }

    private static bool IsOn(IConfiguration configuration) => configuration[Endpoint] is { Length: > 0 };
}
