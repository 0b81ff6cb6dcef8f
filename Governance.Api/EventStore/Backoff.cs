namespace Governance.Api.EventStore;

/// <summary>Pauses between attempts in vain: each twice as long as the one before, up to ten seconds, and up to a fifth longer or shorter, so that nodes do not all come at once.</summary>
public sealed class Backoff(TimeSpan first)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private int vain;

    /// <summary>How long to wait now.</summary>
    public TimeSpan Next()
    {
        var pause = first * Math.Pow(2, Math.Min(vain++, 10));
        return (pause < Longest ? pause : Longest) * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }

    /// <summary>It has succeeded: the next pause is the first again.</summary>
    public void Reset() => vain = 0;
}
