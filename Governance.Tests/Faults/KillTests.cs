using System.Diagnostics;
using Governance.Api.Hosting;
using Governance.Tests.Support;

namespace Governance.Tests.Faults;

public sealed class KillTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Writers _writers = new(TestApi.AdminKey);
    private ServerProcess _server = null!;

    public async Task InitializeAsync()
    {
        _server = await ServeAsync();
        await _writers.FoundAsync(_server.Client);
        _writers.Start(_ => _server.Client);
        await _writers.MoreAsync(20);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_acknowledged_survives_the_death_of_the_database_while_it_is_written_to()
    {
        for (var deaths = 0; deaths < 3; deaths++)
        {
            using var postgres = PostgresProcess();
            postgres.Kill();
            await _writers.MoreAsync(20);
        }

        await AllIsThereAsync();
    }

    [Fact]
    public async Task What_was_acknowledged_survives_the_death_of_the_server_while_it_writes()
    {
        for (var deaths = 0; deaths < 2; deaths++)
        {
            var dead = _server;
            await dead.KillAsync();
            _server = await ServeAsync();
            await _writers.MoreAsync(20);
            await dead.DisposeAsync();
        }

        await AllIsThereAsync();
    }

    /// <summary>Each acknowledged decision once, at its position; no position without its act; every hash as it was made.</summary>
    private async Task AllIsThereAsync()
    {
        await _writers.StopAsync();
        await Checker.CheckAsync(LocalPostgres.ConnectionStringFor(_folder.Path), _writers.Acknowledged);
        await using var verify = ServerProcess.Run("verify", $"--Governance:StateFolder={_folder.Path}");
        (await verify.LineAsync("alrek")).Should().EndWith("all as written");
    }

    private Task<ServerProcess> ServeAsync() =>
        ServerProcess.ServeAsync($"--Governance:StateFolder={_folder.Path}", $"--Governance:AdminKey={TestApi.AdminKey}");

    private Process PostgresProcess() =>
        Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(_folder.Path, "postgres", "data", "postmaster.pid")).First()));
}
