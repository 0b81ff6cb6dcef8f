namespace Governance.Tests.Support;

/// <summary>The system's clock, set forward or back.</summary>
public sealed class LaterClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Move(TimeSpan by) => _ahead += by;
}
