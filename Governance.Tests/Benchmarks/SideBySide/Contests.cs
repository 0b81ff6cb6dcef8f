namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>What is compared: <c>compare --ours DLL [--against DLL] [--peer DLL] [--only NAME] [--rounds N] [--guarded]</c>.</summary>
internal static class Contests
{
    public const string Verb = "compare";

    public static readonly IReadOnlyDictionary<string, Func<Comparison, Task>> All = new Dictionary<string, Func<Comparison, Task>>(StringComparer.Ordinal)
    {
        ["record"] = RecordContest.RunAsync,
        ["read"] = ReadContest.RunAsync,
        ["cold"] = ColdContest.RunAsync,
        ["import"] = ImportContest.RunAsync,
        ["rebuild"] = RebuildContest.RunAsync,
        ["start"] = StartContest.RunAsync,
        ["memory"] = MemoryContest.RunAsync,
    };

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (CompareOptions.Of(args) is not { } options)
        {
            await Console.Error.WriteLineAsync($"Usage: {Verb} --ours DLL [--against DLL] [--peer DLL] [--only {string.Join('|', All.Keys)}] [--rounds N] [--guarded]");
            return 2;
        }
        await using var comparison = await Comparison.StartAsync(options);
        await RunAsync(comparison, options.Only);
        await ComparisonTable.WriteAsync(comparison.Entries, options.Contestants);
        return 0;
    }

    /// <summary>One of them, or all.</summary>
    public static async Task RunAsync(Comparison comparison, string? only)
    {
        foreach (var (_, contest) in All.Where(c => only is null || c.Key == only))
        {
            await contest(comparison);
            await comparison.StopAllAsync();
        }
    }
}
