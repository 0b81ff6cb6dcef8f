using System.Diagnostics;
using Governance.Api.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Governance.Tests.Support;

/// <summary>A PostgreSQL of one test's own, to be killed, copied and promoted; reached by its socket, by anybody who can reach that.</summary>
public sealed class Instance : IAsyncDisposable
{
    private readonly TemporaryFolder files;
    private readonly PostgresFolder folder;
    private readonly PostgresBinaries binaries = PostgresBinaries.Find(null);
    private PostgresProcess? process;

    private Instance(TemporaryFolder files, PostgresFolder folder) => (this.files, this.folder) = (files, folder);

    /// <summary>Where its data are.</summary>
    public string Data => folder.Data;

    /// <summary>A folder that it may write to, beside its data.</summary>
    public string Beside(string name) => Path.Combine(folder.Location, name);

    /// <summary>Where all its programs are: links to them may not be for all.</summary>
    public static string Programs { get; } = ProgramsBeside(PostgresBinaries.Find(null).Of("postgres"));

    /// <summary>The folder of its socket.</summary>
    public string Host => folder.Location;

    public string ConnectionString => ConnectionStringFor(Host);

    /// <summary>For one host, or several with commas between.</summary>
    public static string ConnectionStringFor(string hosts) => $"Host={hosts};Username={Environment.UserName};Database=postgres";

    /// <summary>A new one with nothing in it, started.</summary>
    public static async Task<Instance> StartAsync(params string[] settings)
    {
        var instance = await OpenAsync();
        await instance.folder.InitialiseAsync(instance.binaries, durable: true, default);
        await File.WriteAllTextAsync(Path.Combine(instance.Data, "pg_hba.conf"), "local all all trust\nlocal replication all trust\n");
        await File.AppendAllLinesAsync(Path.Combine(instance.Data, "postgresql.conf"), ["listen_addresses = ''", "unix_socket_permissions = 0777", "log_line_prefix = ''", .. settings]);
        await instance.StartAsync();
        return instance;
    }

    /// <summary>One that has nothing yet.</summary>
    public static async Task<Instance> OpenAsync()
    {
        var place = new TemporaryFolder();
        return new(place, await PostgresFolder.OpenAsync(place.Path, default));
    }

    /// <summary>A standby of this one, started: it follows until it is promoted.</summary>
    public async Task<Instance> FollowAsync()
    {
        var standby = await OpenAsync();
        await RunAsync("pg_basebackup", "--pgdata", standby.Data, "--host", Host, "--username", Environment.UserName, "--write-recovery-conf", "--checkpoint", "fast", "--no-sync");
        await standby.StartAsync();
        return standby;
    }

    /// <summary>Starts it, once whatever a dead one left of itself has ended.</summary>
    public async Task StartAsync()
    {
        if (folder.Postmaster.ProcessId is { } id && !PostmasterFile.IsRunningPostgres(id)) folder.Postmaster.Disown();
        // Memory that a killed one shared is refused to the next until the last of its processes is gone.
        await Eventually.TrueAsync(async () =>
        {
            process = PostgresProcess.Start(folder, binaries, [$"unix_socket_directories={Host}"], NullLogger.Instance);
            try
            {
                await process.ReadyAsync(async () => await ExecuteAsync("select 1"), default);
                return true;
            }
            catch (CannotStartException e) when (e.Message.Contains("old server processes", StringComparison.Ordinal))
            {
                return false;
            }
        });
    }

    /// <summary>As power loss does to it.</summary>
    public async Task KillAsync()
    {
        using (var postmaster = Process.GetProcessById(folder.Postmaster.ProcessId!.Value)) postmaster.Kill();
        await process!.Ended;
    }

    public Task StopAsync() => process!.StopAsync();

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs one of PostgreSQL's programs by the account that owns the data.</summary>
    public Task RunAsync(string program, params IEnumerable<string> arguments) =>
        PostgresCommand.RunAsync(folder.Location, folder.Account, [Path.IsPathRooted(program) ? program : Path.Combine(Programs, program), .. arguments], default);

    public async ValueTask DisposeAsync()
    {
        if (process is { } running)
        {
            await running.StopAsync();
            running.Dispose();
        }
        folder.Dispose();
        files.Dispose();
    }

    private static string ProgramsBeside(string postgres) => Path.GetDirectoryName(File.ResolveLinkTarget(postgres, returnFinalTarget: true)?.FullName ?? postgres)!;
}
