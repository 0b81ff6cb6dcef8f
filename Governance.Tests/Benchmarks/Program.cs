using System.Diagnostics;
using System.Globalization;
using Governance.Tests.Benchmarks.SideBySide;
using Governance.Tests.Faults;

namespace Governance.Tests.Benchmarks;

/// <summary><c>dotnet run -c Release --project Governance.Tests -- bench [name]</c>: measures the program beside what it could be at best, in the same run. The tests run by <c>dotnet test</c>.</summary>
public static class Program
{
    internal static readonly IReadOnlyDictionary<string, Func<Bench, Task>> All = new Dictionary<string, Func<Bench, Task>>(StringComparer.Ordinal)
    {
        ["record"] = RecordBenchmark.RunAsync,
        ["import"] = ImportBenchmark.RunAsync,
        ["committees"] = CommitteesBenchmark.RunAsync,
        ["structure"] = StructureBenchmark.RunAsync,
        ["cold"] = ColdBenchmark.RunAsync,
        ["rebuild"] = RebuildBenchmark.RunAsync,
        ["verify"] = VerifyBenchmark.RunAsync,
        ["start"] = StartBenchmark.RunAsync,
        ["growth"] = GrowthBenchmark.RunAsync,
        ["feed"] = FeedBenchmark.RunAsync,
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is [PlainServer.Verb])
        {
            await PlainServer.RunAsync();
            return 0;
        }
        if (args is [Crowd.Verb, var node, var cluster, var people])
        {
            await Crowd.RunAsync(node, cluster, int.Parse(people, CultureInfo.InvariantCulture));
            return 0;
        }
        if (args is [Contests.Verb, .. var compared]) return await Contests.RunAsync(compared);
        if (args is not ["bench", .. var rest] || Read(rest) is not { } asked)
        {
            await Console.Error.WriteLineAsync($"Usage: bench [{string.Join(" | ", All.Keys)}]... [--events <how many in the log of rebuild and growth>]");
            return 2;
        }
        string[] names = [.. All.Keys.Where(name => asked.Names is [] || asked.Names.Contains(name))];
        if (names is [var alone])
        {
            await using var bench = await Bench.StartAsync(alone, new(asked.Events));
            await All[alone](bench);
            await Report.SaveAsync(alone, bench.Figures);
        }
        else
        {
            foreach (var name in names) await OnItsOwnAsync(name, asked.Events);
        }
        await Report.TellAsync(names);
        return 0;
    }

    /// <summary>In a process of its own, so that none finds what another left in memory.</summary>
    private static async Task OnItsOwnAsync(string name, long? events)
    {
        string[] size = events is { } some ? ["--events", $"{some}"] : [];
        await Console.Error.WriteLineAsync($"{name} ...");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "bench", name, .. size]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{name} did not end well.");
    }

    private static (string[] Names, long? Events)? Read(string[] args)
    {
        var (names, events) = args is [.. var before, "--events", var number] ? (before, long.TryParse(number, out var n) ? n : 0) : (args, (long?)null);
        return events is <= 0 || names.Any(name => !All.ContainsKey(name)) ? null : (names, events);
    }
}
