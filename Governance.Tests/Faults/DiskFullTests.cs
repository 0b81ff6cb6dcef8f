using System.Diagnostics;
using System.Net;
using Governance.Api.Hosting;
using Governance.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Governance.Tests.Faults;

/// <summary>A disk of its own for the private PostgreSQL, in memory, which something else fills.</summary>
public sealed class DiskFullTests : IAsyncLifetime
{
    private readonly TemporaryFolder _disk = new();
    private LocalPostgres _postgres = null!;
    private ServerProcess _server = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_disk.Path);
        await AsRootAsync("mount", "-t", "tmpfs", "-o", $"size=160m,mode=0755,uid={await OwnAsync("-u")},gid={await OwnAsync("-g")}", "governance-test", _disk.Path);
        _postgres = await LocalPostgres.StartAsync(Path.Combine(_disk.Path, "state"), durable: true, NullLogger.Instance, default);
        await LogHost.MigrateAsync(_postgres.ConnectionString);
        _server = await ServerProcess.ServeAsync($"--ConnectionStrings:Governance={_postgres.ConnectionString}", $"--Governance:AdminKey={TestApi.AdminKey}");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _postgres.DisposeAsync();
        await AsRootAsync("umount", _disk.Path);
        _disk.Dispose();
    }

    [Fact]
    public async Task Full_it_turns_writers_away_loses_nothing_and_goes_on_when_there_is_room()
    {
        var writers = new Writers(TestApi.AdminKey);
        await writers.FoundAsync(_server.Client);
        writers.Start(_ => _server.Client);
        await writers.MoreAsync(20);

        var ballast = Path.Combine(_disk.Path, "ballast");
        await FillAsync(ballast);
        var before = writers.InVain;
        await Eventually.TrueAsync(() => Task.FromResult(writers.InVain > before + 20));
        (await _server.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK);

        File.Delete(ballast);
        await writers.MoreAsync(20);
        await writers.StopAsync();
        await Checker.CheckAsync(_postgres.ConnectionString, writers.Acknowledged);
    }

    private static async Task FillAsync(string file)
    {
        await using var ballast = File.Create(file);
        var block = new byte[1 << 16];
        try
        {
            while (true)
            {
                await ballast.WriteAsync(block);
                await ballast.FlushAsync();
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    private static Task<string> AsRootAsync(params string[] command) => RunAsync(Environment.IsPrivilegedProcess ? command : ["sudo", "-n", .. command]);

    private static Task<string> OwnAsync(string which) => RunAsync("id", which);

    private static async Task<string> RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, command[0]);
        return output.Trim();
    }
}
