using System.Globalization;

namespace Governance.Api.Reporting;

/// <summary>Tells once a second, and at the end of each round, how far a rebuild has come.</summary>
internal sealed class RebuildProgress(Action<string> tell, TimeProvider clock)
{
    private static readonly TimeSpan TellEvery = TimeSpan.FromSeconds(1);

    private readonly Lock door = new();
    private readonly long started = clock.GetTimestamp();
    private long told = clock.GetTimestamp();
    private long events;
    private int clusters, of;

    /// <summary>A round over so many clusters.</summary>
    public void Begin(int count) => (clusters, of) = (0, count);

    /// <summary>One of them is done, with so many facts and acts.</summary>
    public void Done(long more)
    {
        lock (door)
        {
            events += more;
            clusters++;
            if (clusters == of || clock.GetElapsedTime(told) >= TellEvery) Tell();
        }
    }

    /// <summary>All of it is done.</summary>
    public void End() => Tell();

    private void Tell()
    {
        told = clock.GetTimestamp();
        tell(string.Create(CultureInfo.InvariantCulture, $"{clusters} of {of} clusters, {events} events, {events / Math.Max(clock.GetElapsedTime(started).TotalSeconds, 0.001):0} events per second"));
    }
}
