using System.Runtime.InteropServices;
using System.Text.Json;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks;

/// <summary>The figures as a table, and as JSON in <c>artifacts/bench.json</c>.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task WriteAsync(IReadOnlyList<Figure> figures)
    {
        var machine = $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; fsync on";
        Console.WriteLine(machine);
        Console.WriteLine($"{"benchmark",-10} {"what",-34} {"unit",-8} {"a second",12} {"floor",12} {"ratio",6} {"median s",9} {"slowest",9} {"CPU µs",8} {"bytes",8} {"disk MB",8}");
        foreach (var f in figures)
            Console.WriteLine($"{f.Benchmark,-10} {f.What,-34} {f.Unit,-8} {f.PerSecond,12:N0} {f.Floor,12:N0} {f.Ratio,6:0.00} {f.Median,9:0.000} {f.Slowest,9:0.000} {f.CpuMicroseconds,8:0.0} {f.AllocatedBytes,8:N0} {f.DiskBytes >> 20,8:N0}");
        var path = Path.Combine(Repository.Root, "artifacts", "bench.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(new { machine, figures }, Json));
    }
}
