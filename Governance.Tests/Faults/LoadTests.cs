using System.Diagnostics;
using Governance.Api.Hosting;
using Governance.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace Governance.Tests.Faults;

/// <summary>Sixteen clients on two nodes, while the database is killed three times and each node once. Longer with FAULT_SECONDS in the environment.</summary>
public sealed class LoadTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Clients = 16, Clusters = 4, Steps = 6;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("FAULT_SECONDS") ?? "12"));

    private readonly TemporaryFolder _folder = new();
    private readonly Writers _writers = new(TestApi.AdminKey, Clients, Clusters);
    private readonly ServerProcess[] _nodes = new ServerProcess[2];
    private readonly List<ServerProcess> _dead = [];
    private LocalPostgres _postgres = null!;

    public async Task InitializeAsync()
    {
        _postgres = await LocalPostgres.StartAsync(_folder.Path, durable: true, NullLogger.Instance, default);
        await LogHost.MigrateAsync(_postgres.ConnectionString);
        for (var node = 0; node < _nodes.Length; node++) _nodes[node] = await ServeAsync();
        await _writers.FoundAsync(_nodes[0].Client);
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _nodes.Concat(_dead)) await server.DisposeAsync();
        await _postgres.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_whatever_is_killed()
    {
        var watch = Stopwatch.StartNew();
        _writers.Start(attempt => _nodes[attempt % _nodes.Length].Client);
        for (var step = 1; step < Steps; step++)
        {
            await _writers.MoreAsync(Clients);
            await Eventually.TrueAsync(() => Task.FromResult(watch.Elapsed >= Length * step / Steps));
            if (step % 2 == 1) KillPostgres();
            else await KillNodeAsync(step / 2 - 1);
        }
        await _writers.MoreAsync(Clients);
        await Eventually.TrueAsync(() => Task.FromResult(watch.Elapsed >= Length));
        await _writers.StopAsync();

        output.WriteLine($"In {watch.Elapsed.TotalSeconds:N0} s {_writers.Acknowledged.Count:N0} decisions were acknowledged and {_writers.Read:N0} read on the other node; "
            + $"{_writers.InVain:N0} attempts were in vain; the longest outage was {_writers.LongestOutage.TotalSeconds:N2} s");
        await Checker.CheckAsync(_postgres.ConnectionString, _writers.Acknowledged);
        _writers.Read.Should().BeGreaterThan(Clients);
        foreach (var node in _nodes)
            await Eventually.TrueAsync(async () => (await node.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode);
    }

    private void KillPostgres()
    {
        using var process = Process.GetProcessById(_postgres.ProcessId!.Value);
        process.Kill();
    }

    private async Task KillNodeAsync(int node)
    {
        await _nodes[node].KillAsync();
        _dead.Add(_nodes[node]);
        _nodes[node] = await ServeAsync();
    }

    private Task<ServerProcess> ServeAsync() =>
        ServerProcess.ServeAsync($"--ConnectionStrings:Governance={_postgres.ConnectionString}", $"--Governance:AdminKey={TestApi.AdminKey}");
}
