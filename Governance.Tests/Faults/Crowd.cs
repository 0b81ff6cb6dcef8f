using System.Diagnostics;
using System.Globalization;
using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Faults;

/// <summary>Many who ask a node for what takes much, each for another thing each time, and who wait where they are told to. As people elsewhere they take nothing of the machine: a process of their own, which lets all others go first.</summary>
public sealed class Crowd : IDisposable
{
    /// <summary>By which the process is run, with address, cluster and how many they are.</summary>
    public const string Verb = "crowd";

    private const string TurnedAway = "Half are told to come again.";
    private static readonly TimeSpan pause = TimeSpan.FromSeconds(1);
    private readonly Process process;

    private Crowd(Process process) => this.process = process;

    /// <summary>Lets them begin, and waits until half of them have been told to come again.</summary>
    public static async Task<Crowd> GatherAsync(Uri node, string cluster, int people)
    {
        var crowd = new Crowd(Process.Start(new ProcessStartInfo("nice", ["-n", "19", "dotnet", typeof(Crowd).Assembly.Location, Verb, node.ToString(), cluster, people.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
        (await crowd.process.StandardOutput.ReadLineAsync()).Should().Be(TurnedAway);
        return crowd;
    }

    /// <summary>Lets them go.</summary>
    /// <returns>How many were answered, how many told to come again, and how many neither.</returns>
    public async Task<(int Answered, int TurnedAway, int Broken)> DisperseAsync()
    {
        process.StandardInput.Close();
        int[] counts = [.. (await process.StandardOutput.ReadLineAsync())!.Split(' ').Select(c => int.Parse(c, CultureInfo.InvariantCulture))];
        await process.WaitForExitAsync();
        return (counts[0], counts[1], counts[2]);
    }

    /// <summary>The process, until its standard input ends.</summary>
    public static async Task RunAsync(string node, string cluster, int people)
    {
        using var http = new HttpClient { BaseAddress = new Uri(node) };
        using var over = new CancellationTokenSource();
        var (answered, turnedAway, broken) = (0, 0, 0);
        Task[] all = [.. Enumerable.Range(0, people).Select(AskAsync)];
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Until it ends.
        }
        await over.CancelAsync();
        await Task.WhenAll(all);
        Console.WriteLine($"{answered} {turnedAway} {broken}");

        async Task AskAsync(int who)
        {
            using var wait = new PeriodicTimer(pause);
            for (var n = who; !over.IsCancellationRequested; n += people)
            {
                using var answer = await http.GetAsync(new Uri($"api/clusters/{cluster}{Path(who, n)}", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK) Interlocked.Increment(ref answered);
                else if (answer.StatusCode != HttpStatusCode.ServiceUnavailable) Interlocked.Increment(ref broken);
                else if (Interlocked.Increment(ref turnedAway) == people / 2) Console.WriteLine(TurnedAway);
                if (answer.StatusCode != HttpStatusCode.OK) await ((Task)wait.WaitForNextTickAsync(over.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static string Path(int who, int n) => (who % 5) switch
    {
        0 => $"/search?q=styre{n}+or+leder",
        1 => $"/compare?from={new DateOnly(2017, 1, 2).AddDays(n % 1_400):yyyy-MM-dd}&to={new DateOnly(2022, 1, 1).AddDays(n / 1_400):yyyy-MM-dd}",
        2 => $"/reports/annual/{1900 + n % 120}?knownAt={new DateTime(2030, 1, 1).AddMinutes(n):s}Z",
        3 => $"/export/members.csv?asOf={LongHistory.Day(2 * n):yyyy-MM-dd}",
        _ => $"/structure?asOf={LongHistory.Day(2 * n):yyyy-MM-dd}",
    };
}
