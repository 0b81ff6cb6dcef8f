using Governance.Api.Messaging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Governance.Api.Hosting.Telemetry;

/// <summary>Sends traces and metrics while the server runs, and what is left of them when it stops.</summary>
internal sealed class Exporting(IConfiguration configuration, Gauges gauges) : IHostedService, IDisposable
{
    private static readonly string[] meters = [Signals.Name, "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", $"Wolverine:{MessagingSetup.ServiceName}"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = gauges;
        _traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(s => s.AddSingleton(configuration))
            .AddSource("Microsoft.AspNetCore", "Npgsql", "Wolverine", Signals.Name).AddProcessor(new Discretion()).AddOtlpExporter().Build();
        _metrics = Sdk.CreateMeterProviderBuilder().ConfigureServices(s => s.AddSingleton(configuration)).AddMeter(meters).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }
}
