using Governance.Api.Messaging;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Governance.Api.Hosting.Telemetry;

/// <summary>Traces, metrics and logs over OTLP where OpenTelemetry's own <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; nothing of it otherwise.</summary>
public static class TelemetrySetup
{
    /// <summary>Where to.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] meters = [Signals.Name, "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", $"Wolverine:{MessagingSetup.ServiceName}"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 }) return;
        if (builder.Configuration["OTEL_SERVICE_NAME"] is null) builder.Configuration["OTEL_SERVICE_NAME"] = "governance";
        builder.Logging.AddOpenTelemetry(logs => logs.AddOtlpExporter());
        builder.Services.AddSingleton<Gauges>();
        builder.Services.AddSingleton<IHealthCheckPublisher>(provider => provider.GetRequiredService<Gauges>());
        builder.Services.Configure<HealthCheckPublisherOptions>(publishing => (publishing.Delay, publishing.Period) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)));
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource("Npgsql", "Wolverine", Signals.Name).AddProcessor(new SpanRedaction()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(meters).AddOtlpExporter());
    }
}
