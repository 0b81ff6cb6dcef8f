using System.Diagnostics.Metrics;
using Governance.Api.Clusters;
using Governance.Api.Http.Answers;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Governance.Api.Hosting.Telemetry;

/// <summary>What this node holds and how healthy it is, as metrics: observed when they are collected, and health as it was found last.</summary>
internal sealed class Gauges : IHealthCheckPublisher
{
    private volatile HealthReport _health = new(new Dictionary<string, HealthReportEntry>(), TimeSpan.Zero);

    public Gauges(IMeterFactory meters, ClusterCache clusters, Follower follower, AnswerCache answers)
    {
        var meter = meters.Create(Signals.Name);
        meter.CreateObservableGauge("governance.clusters.loaded", () => clusters.Loaded.Count, "{cluster}", "Clusters in this node's memory");
        meter.CreateObservableGauge("governance.clusters.size", () => clusters.Weight, "By", "What they take of memory, about");
        meter.CreateObservableGauge("governance.clusters.positions", () => clusters.Loaded.Sum(e => e.Current.Position), "{act}", "Their positions, added up");
        meter.CreateObservableCounter("governance.clusters.uses", () => clusters.Uses, "{use}", "How often a cluster was asked for");
        meter.CreateObservableCounter("governance.clusters.loads", () => clusters.Loads, "{load}", "How often one had to be read from the log");
        meter.CreateObservableGauge("governance.follower.lag", () => follower.Lag.TotalSeconds, "s", "Since the database was last asked for what is new");
        meter.CreateObservableCounter("governance.follower.told", () => follower.Heard, "{notification}", "How often some node has told that it has written");
        meter.CreateObservableGauge("governance.answers.size", () => answers.Bytes, "By", "Answers kept");
        meter.CreateObservableCounter("governance.answers.hits", () => answers.Hits, "{answer}", "Answers that were kept from before");
        meter.CreateObservableCounter("governance.answers.misses", () => answers.Misses, "{answer}", "Answers that had to be made");
        meter.CreateObservableGauge("governance.health", () => Told(e => (double)e.Status / (double)HealthStatus.Healthy), null, "1 healthy, 0.5 degraded, 0 not ready, by check");
        meter.CreateObservableGauge("governance.behind", () => Told(e => e.Data.GetValueOrDefault(Lag.Behind) as double?), null, "How many are behind the log, by what follows it");
        meter.CreateObservableGauge("governance.lag", () => Told(e => e.Data.GetValueOrDefault(Lag.Seconds) as double?), "s", "How far the farthest of them is behind");
    }

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        _health = report;
        return Task.CompletedTask;
    }

    private IEnumerable<Measurement<double>> Told(Func<HealthReportEntry, double?> told) =>
        from check in _health.Entries
        let value = told(check.Value)
        where value is not null
        select new Measurement<double>(value.Value, new KeyValuePair<string, object?>("check", check.Key));
}
