using Governance.Api.Hosting;
using Governance.Api.Store.Schema;
using Npgsql;

namespace Governance.Api.Cli;

/// <summary>Work that is done at once and every night after.</summary>
internal static class Nightly
{
    private static readonly TimeSpan start = new(2, 45, 0), again = TimeSpan.FromHours(1), day = TimeSpan.FromDays(1);

    /// <summary>Runs until it is cancelled. What the operator has to mend is told on stderr, and tried again an hour later.</summary>
    public static async Task RunAsync(TimeProvider clock, Func<CancellationToken, Task> work, CancellationToken ct)
    {
        while (true)
        {
            var pause = again;
            try
            {
                await work(ct);
                pause = UntilNight(clock.GetUtcNow());
            }
            catch (Exception e) when (e is CannotStartException or SchemaMismatchException or NpgsqlException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(e.Message);
            }
            await Task.Delay(pause, clock, ct);
        }
    }

    internal static TimeSpan UntilNight(DateTimeOffset now) => now.TimeOfDay < start ? start - now.TimeOfDay : start + day - now.TimeOfDay;
}
