using System.Diagnostics;

namespace Governance.Tests.Support;

/// <summary>Waits for a condition, and fails when it does not come.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var ticks = new PeriodicTimer(Poll);
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            watch.Elapsed.Should().BeLessThan(Patience, "the condition should have come true");
            await ticks.WaitForNextTickAsync();
        }
    }
}
