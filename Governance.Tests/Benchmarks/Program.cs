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
        if (args is not ["bench", .. var rest] || Read(rest) is not { } asked)
        {
            await Console.Error.WriteLineAsync($"Usage: bench [{string.Join(" | ", All.Keys)}]... [--events <how many in the log of rebuild and growth>]");
            return 2;
        }
        var figures = new List<Figure>();
        foreach (var (name, run) in All.Where(b => asked.Names is [] || asked.Names.Contains(b.Key)))
        {
            await Console.Error.WriteLineAsync($"{name} ...");
            await using var bench = await Bench.StartAsync(name, new(asked.Events));
            await run(bench);
            figures.AddRange(bench.Figures);
        }
        await Report.WriteAsync(figures);
        return 0;
    }

    private static (string[] Names, long? Events)? Read(string[] args)
    {
        var (names, events) = args is [.. var before, "--events", var number] ? (before, long.TryParse(number, out var n) ? n : 0) : (args, (long?)null);
        return events is <= 0 || names.Any(name => !All.ContainsKey(name)) ? null : (names, events);
    }
}
