using System.Runtime.InteropServices;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>What was found as two tables in Markdown: how they compare, and each one's own figures. Also in <c>artifacts/bench/compare.md</c>.</summary>
internal static class ComparisonTable
{
    public static async Task WriteAsync(IReadOnlyList<Entry> entries, IReadOnlyList<Contestant> contestants)
    {
        IReadOnlyList<string> others = [.. contestants.Select(c => c.Name).Where(name => name != Contestant.Ours)];
        string[] lines =
        [
            $"{Environment.ProcessorCount} cores that server, clients and PostgreSQL share, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; fsync on. Medians of interleaved rounds; a ratio is the median of the rounds', with the least and the most.", "",
            Cells(["work", Contestant.Ours, .. others.SelectMany(o => new[] { o, "ratio" })]),
            Cells(["---", "--:", .. others.SelectMany(_ => new[] { "--:", "--:" })]),
            .. entries.Select(e => Row(e, contestants)), "",
            Cells(["work", "who", "p50 ms", "p99 ms", "CPU µs a unit", "PostgreSQL's", "peak MB", "failed"]),
            Cells(["---", "---", "--:", "--:", "--:", "--:", "--:", "--:"]),
            .. entries.SelectMany(e => e.Turns.Keys.Select(name => Details(e, name))),
        ];
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "bench"));
        await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "compare.md"), lines);
        foreach (var line in lines) Console.WriteLine(line);
    }

    /// <summary>How they compare at one work.</summary>
    public static string Row(Entry entry, IReadOnlyList<Contestant> contestants)
    {
        var others = contestants.Where(c => c.Name != Contestant.Ours).SelectMany(c => new[]
        {
            Number(entry.Figure(c.Name)),
            entry.Ratio(c.Name) is var (median, least, most) ? $"{median:0.00} ({least:0.00}–{most:0.00})" : "",
        });
        return Cells([$"{entry.Work} ({entry.Unit}{(entry.Units is null ? ", less is better" : " a second")})", Number(entry.Figure(Contestant.Ours)), .. others]);
    }

    private static string Details(Entry entry, string name)
    {
        var turns = entry.Turns[name];
        var peak = turns.Max(t => t.Peak);
        return Cells([entry.Work, name, Number(entry.Percentile(name, 0.5)), Number(entry.Percentile(name, 0.99)), CpuOf(t => t.Cpu), CpuOf(t => t.DatabaseCpu), Number(peak > 0 ? peak >> 20 : null), $"{turns.Sum(t => t.Done.Failed)}"]);

        string CpuOf(Func<NodeTurn, TimeSpan> cpu) => entry.Units is { } units && turns.Any(t => cpu(t) > TimeSpan.Zero) ? Number(Entry.Median(turns.Select(t => cpu(t).TotalMicroseconds / units))) : "";
    }

    private static string Cells(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Number(double? number) => number is { } n ? n < 100 ? $"{n:0.00}" : $"{n:N0}" : "";
}
