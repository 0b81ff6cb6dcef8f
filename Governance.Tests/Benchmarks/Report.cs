using System.Runtime;
using System.Runtime.InteropServices;
using System.Text.Json;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks;

/// <summary>The figures as a table in Markdown, and as JSON in <c>artifacts/bench/all.json</c>.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static string Folder => Path.Combine(Repository.Root, "artifacts", "bench");

    /// <summary>Keeps what one benchmark found until all of them are told of.</summary>
    public static async Task SaveAsync(string name, IReadOnlyList<Figure> figures)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{name}.json"), JsonSerializer.Serialize(figures, Json));
    }

    /// <summary>Tells of those that were kept last.</summary>
    public static async Task TellAsync(IEnumerable<string> names)
    {
        List<Figure> figures = [.. names.SelectMany(name => JsonSerializer.Deserialize<Figure[]>(File.ReadAllText(Path.Combine(Folder, $"{name}.json")), Json)!)];
        var gc = GCSettings.IsServerGC ? "server" : "workstation";
        var machine = $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription} ({gc} GC); fsync on";
        Console.WriteLine(machine);
        Console.WriteLine();
        foreach (var line in Lines(figures)) Console.WriteLine(line);
        await File.WriteAllTextAsync(Path.Combine(Folder, "all.json"), JsonSerializer.Serialize(new { machine, figures }, Json));
    }

    /// <summary>One figure as a row of the table.</summary>
    public static string Row(Figure f) => Line(
        f.Benchmark, $"{f.What} ({f.Unit})", Short(f.PerSecond), f.Floor is { } floor ? Short(floor) : "", f.Ratio is { } ratio ? $"{ratio:0.00}" : "",
        $"{f.P50:N2}", $"{f.P99:N2}", f.FloorP99 is { } slowest ? $"{slowest:N2}" : "", $"{f.CpuMicroseconds:N0}", $"{f.AllocatedBytes:N0}", $"{f.HeapBytes >> 20:N0}", $"{f.DiskBytes >> 20:N0}");

    private static IEnumerable<string> Lines(IReadOnlyList<Figure> figures)
    {
        yield return Line("", "what", "a second", "floor", "ratio", "p50 ms", "p99 ms", "floor", "CPU µs", "bytes", "heap MB", "disk MB");
        yield return "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|";
        foreach (var figure in figures) yield return Row(figure);
    }

    private static string Line(string benchmark, string what, params ReadOnlySpan<string> numbers)
    {
        var cells = new List<string> { benchmark.PadRight(10), what.PadRight(46) };
        foreach (var number in numbers) cells.Add(number.PadLeft(8));
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Short(double number) => number < 10 ? $"{number:0.00}" : $"{number:N0}";
}
