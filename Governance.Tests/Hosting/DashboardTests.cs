using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Governance.Api.Hosting.Telemetry;
using Governance.Tests.Support;

namespace Governance.Tests.Hosting;

public sealed partial class DashboardTests
{
    [Fact]
    public async Task It_shows_all_that_is_measured_by_the_names_that_Prometheus_gives()
    {
        var measured = new ConcurrentDictionary<string, byte>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == Signals.Name) measured[NameOf(instrument)] = 0; } };
        listener.Start();
        await using var collector = await Collector.StartAsync();
        await using var api = await TestApi.StartAsync(collector.Settings);
        await api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, new StringContent("""{"id": "alrek", "name": "Alrek", "foundedOn": "2016"}""", null, "application/json"));

        var shown = Metric().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "grafana.json"))).Select(m => Part().Replace(m.Value, "")).ToHashSet();
        shown.Should().BeEquivalentTo(measured.Keys).And.HaveCountGreaterThan(8);
    }

    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var total = instrument is ObservableCounter<long> ? "_total" : "";
        return instrument.Name.Replace('.', '_') + unit + total;
    }

    [GeneratedRegex("governance_[a-z_]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();

    [GeneratedRegex("_(count|bucket|sum)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
