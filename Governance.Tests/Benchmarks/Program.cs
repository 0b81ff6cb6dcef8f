namespace Governance.Tests.Benchmarks;

/// <summary><c>dotnet run -c Release --project Governance.Tests -- bench [name]</c>: measures the program beside what it could be at best, in the same run. The tests run by <c>dotnet test</c>.</summary>
public static class Program
{
    private static readonly IReadOnlyDictionary<string, Func<Bench, Task>> All = new Dictionary<string, Func<Bench, Task>>(StringComparer.Ordinal)
    {
        ["cold"] = ColdBenchmark.RunAsync,
        ["verify"] = VerifyBenchmark.RunAsync,
        ["rebuild"] = RebuildBenchmark.RunAsync,
    };

    public static async Task<int> Main(string[] args)
    {
        if (args is not ["bench", .. var names] || names.Any(n => !All.ContainsKey(n)))
        {
            await Console.Error.WriteLineAsync($"Usage: bench [{string.Join(" | ", All.Keys)}]...");
            return 2;
        }
        var figures = new List<Figure>();
        foreach (var (name, run) in All.Where(b => names is [] || names.Contains(b.Key)))
        {
            await using var bench = await Bench.StartAsync(name);
            await run(bench);
            figures.AddRange(bench.Figures);
        }
        await Report.WriteAsync(figures);
        return 0;
    }
}
