using System.Diagnostics;

namespace Governance.Tests.Benchmarks;

/// <summary>Clients at once, each with the next thing to do as soon as the one before is done.</summary>
internal static class Load
{
    /// <summary>Does so many things in all; the first client has the first of them, and so on in turn.</summary>
    /// <param name="act">What a client does, by its number and that of the thing.</param>
    /// <returns>How long each took.</returns>
    public static async Task<IReadOnlyList<TimeSpan>> RunAsync(int clients, int things, Func<int, int, Task> act)
    {
        var each = new TimeSpan[things];
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var n = client; n < things; n += clients)
            {
                var started = Stopwatch.GetTimestamp();
                await act(client, n);
                each[n] = Stopwatch.GetElapsedTime(started);
            }
        })));
        return each;
    }
}
