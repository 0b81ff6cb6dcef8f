using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Governance.Api.Hosting.Telemetry;

/// <summary>Our own traces and metrics. They tell how much and how long; never who, or what was written.</summary>
public static class Signals
{
    /// <summary>Of the source of spans, and of the meter.</summary>
    public const string Name = "Governance";

    /// <summary>Our own spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    private static Meter Meter { get; } = new(Name);

    /// <summary>How long writes take, in seconds, from the turn asked for to the answer. Their count by outcome is how many decisions a second.</summary>
    public static Histogram<double> Writes { get; } = Seconds("governance.write.duration", "Writes to clusters, by outcome", [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]);

    /// <summary>How long attempts to deliver to a subscriber take, in seconds.</summary>
    public static Histogram<double> Deliveries { get; } = Seconds("governance.delivery.duration", "Attempts to deliver to a subscriber, by outcome", [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30]);

    /// <summary>Measures an act, with a span around it, by what became of it; a throw is a failure.</summary>
    public static async Task<T> MeasureAsync<T>(this Histogram<double> durations, string name, Func<Task<T>> act, Func<T, string> became)
    {
        using var span = Source.StartActivity(name);
        var started = TimeProvider.System.GetTimestamp();
        var outcome = "Failed";
        try
        {
            var made = await act();
            outcome = became(made);
            return made;
        }
        finally
        {
            span?.SetTag("outcome", outcome);
            durations.Record(TimeProvider.System.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    private static Histogram<double> Seconds(string name, string description, double[] bounds) =>
        Meter.CreateHistogram<double>(name, "s", description, advice: new() { HistogramBucketBoundaries = bounds });
}
