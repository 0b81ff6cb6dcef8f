using Governance.Api.EventStore;
using Governance.Api.Hosting;
using Governance.Api.Http.Binding;

namespace Governance.Api.Cli;

/// <summary>Tells of a log whose last act is from a time to come. It is no difference: the act is as it was written, by a clock that was ahead.</summary>
internal static class ClockAhead
{
    public static async Task TellAsync(OpenApplication open, string cluster, CancellationToken ct)
    {
        if (await open.Get<EventLog>().HeadAsync(cluster, ct) is { } head && head.RecordedAt > open.Get<TimeProvider>().GetUtcNow() + ClockHealth.Allowed)
            Console.WriteLine($"  clock: the last act is from {Instants.Format(head.RecordedAt)}, which is yet to come: a clock was ahead");
    }
}
