namespace Governance.Tests.Support;

/// <summary>A clock that stands still until it is told how much time has passed.</summary>
public sealed class StoppedClock : TimeProvider
{
    private long ticks = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => ticks;

    public void Pass(TimeSpan time) => ticks += time.Ticks;
}
