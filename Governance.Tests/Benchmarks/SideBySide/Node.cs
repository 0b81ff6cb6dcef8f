using System.Diagnostics;
using System.Globalization;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>A contestant that serves, in a process of its own.</summary>
/// <param name="database">By its name.</param>
/// <param name="look">How long it must be all but idle to be at rest.</param>
internal sealed class Node(Contestant contestant, string database, ServerProcess server, TimeSpan look) : IAsyncDisposable
{
    public const string AdminKey = "the-admin-key-of-the-benchmarks";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public Contestant Contestant => contestant;

    public string Database => database;

    public HttpClient Client => server.Client;

    /// <summary>Of all its processors, since it was started.</summary>
    public TimeSpan Cpu => Read(p => p.TotalProcessorTime);

    /// <summary>Of the processes of PostgreSQL that serve its database now, since each was started: they name it in their title.</summary>
    public TimeSpan DatabaseCpu => Directory.GetDirectories("/proc").Where(ServesDatabase).Aggregate(TimeSpan.Zero, (sum, process) => sum + CpuOf(process));

    /// <summary>Bytes that it has in memory, shared pages included.</summary>
    public long Resident => Read(p => p.WorkingSet64);

    /// <summary>The most that it ever had.</summary>
    public long Peak => Read(p => p.PeakWorkingSet64);

    public ClusterClient Cluster(string id) => new(Client, id, AdminKey);

    public Task<IReadOnlyList<Wire>> WiresAsync(int count) => Wire.OpenAsync(Client.BaseAddress!, count);

    /// <summary>Waits until what it was given to do has come to rest: its derived tables are not behind, and it is all but idle.</summary>
    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var ticks = new PeriodicTimer(look);
        for (var idle = false; !idle || (await HealthAsync(patience.Token)).Contains(" behind", StringComparison.Ordinal);)
        {
            var before = Cpu;
            await ticks.WaitForNextTickAsync(patience.Token);
            idle = Cpu - before < look / 10;
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private bool ServesDatabase(string process)
    {
        var title = File.Exists($"{process}/cmdline") ? File.ReadAllText($"{process}/cmdline") : "";
        return title.StartsWith("postgres: ", StringComparison.Ordinal) && title.Contains($" {database} ", StringComparison.Ordinal);
    }

    /// <summary>In user mode and in the kernel's: the 14th and the 15th field, in hundredths of a second.</summary>
    private static TimeSpan CpuOf(string process)
    {
        var fields = File.ReadAllText($"{process}/stat").Split(' ');
        return TimeSpan.FromMilliseconds(10 * fields[13..15].Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)));
    }

    private async Task<string> HealthAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        request.Headers.Authorization = new("Bearer", AdminKey);
        using var answer = await Client.SendAsync(request, ct);
        return await answer.Content.ReadAsStringAsync(ct);
    }

    private T Read<T>(Func<Process, T> figure)
    {
        using var process = Process.GetProcessById(server.Id);
        return figure(process);
    }
}
