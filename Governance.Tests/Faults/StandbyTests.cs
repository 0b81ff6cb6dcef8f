using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Faults;

public sealed class StandbyTests : IAsyncLifetime
{
    private Instance _primary = null!;
    private Instance _standby = null!;
    private TestApi _one = null!;
    private TestApi _two = null!;

    public async Task InitializeAsync()
    {
        _primary = await Instance.StartAsync("max_wal_senders = 4", "fsync = off");
        _standby = await _primary.FollowAsync();
        await _primary.ExecuteAsync("alter system set synchronous_standby_names = '*'");
        await _primary.ExecuteAsync("select pg_reload_conf()");
        await LogHost.MigrateAsync(_primary.ConnectionString);
        var both = Instance.ConnectionStringFor($"{_primary.Host},{_standby.Host}") + ";Target Session Attributes=primary;Host Recheck Seconds=1";
        _one = await TestApi.StartAsync([$"--ConnectionStrings:Governance={both}"]);
        _two = await TestApi.StartAsync([$"--ConnectionStrings:Governance={both}"]);
    }

    public async Task DisposeAsync()
    {
        await _two.DisposeAsync();
        await _one.DisposeAsync();
        await _standby.DisposeAsync();
        await _primary.DisposeAsync();
    }

    [Fact]
    public async Task When_the_primary_dies_and_the_standby_takes_over_the_nodes_go_on_and_nothing_acknowledged_is_lost()
    {
        var writers = new Writers(TestApi.AdminKey, clients: 8);
        await writers.FoundAsync(_one.Client);
        writers.Start(attempt => attempt % 2 == 0 ? _one.Client : _two.Client);
        await writers.MoreAsync(50);

        await _primary.KillAsync();
        await Eventually.TrueAsync(async () => (await _one.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode == HttpStatusCode.ServiceUnavailable);
        await _standby.ExecuteAsync("select pg_promote()");
        await writers.MoreAsync(50);
        await writers.StopAsync();

        await Checker.CheckAsync(_standby.ConnectionString, writers.Acknowledged);
        await Eventually.TrueAsync(async () => (await _one.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode);
    }
}
