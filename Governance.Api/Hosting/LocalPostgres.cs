using Governance.Api.EventStore;
using Npgsql;

namespace Governance.Api.Hosting;

/// <summary>A private PostgreSQL of our own in a state folder: reached by its socket alone, started again if it dies, stopped with us.</summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    private const string Database = "governance";
    private const int FirstTries = 5;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly PostgresFolder _folder;
    private readonly PostgresBinaries _binaries;
    private readonly bool _durable;
    private readonly ILogger _logger;
    private PostgresProcess? _process;
    private Task _watch = Task.CompletedTask;

    private LocalPostgres(PostgresFolder folder, PostgresBinaries binaries, string connectionString, bool durable, ILogger logger) =>
        (_folder, _binaries, ConnectionString, _durable, _logger) = (folder, binaries, connectionString, durable, logger);

    public string ConnectionString { get; }

    /// <summary>The server's main process; nothing between one and the next.</summary>
    public int? ProcessId => _folder.Postmaster.ProcessId;

    /// <summary>It died and has been started again: connections from before are dead.</summary>
    public event EventHandler? Restarted;

    /// <summary>How to reach the server of a state folder, running or not.</summary>
    public static string ConnectionStringFor(string stateFolder, string database = Database) => new NpgsqlConnectionStringBuilder
    {
        Host = PostgresFolder.SocketFolder(stateFolder),
        Username = Environment.UserName,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Makes the data if there is none, recovers what a crash left, and returns when the database takes connections.</summary>
    /// <param name="durable">What is committed survives power loss; false only for data that may be lost.</param>
    /// <exception cref="CannotStartException">With what the operator has to do.</exception>
    public static async Task<LocalPostgres> StartAsync(string stateFolder, bool durable, ILogger logger, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
            throw new CannotStartException("There is no private PostgreSQL on Windows: set ConnectionStrings__Governance to a server.");

        var folder = await PostgresFolder.OpenAsync(stateFolder, ct);
        try
        {
            var binaries = PostgresBinaries.Find(folder.Major);
            await folder.InitialiseAsync(binaries, durable, ct);
            var postgres = new LocalPostgres(folder, binaries, ConnectionStringFor(stateFolder), durable, logger);
            await postgres.FirstLaunchAsync(ct);
            return postgres;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
        await StopAsync();
        _folder.Dispose();
        _stopping.Dispose();
    }

    private async Task StopAsync()
    {
        if (_process is null) return;
        await _process.StopAsync();
        _process.Dispose();
    }

    private string Maintenance => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString;

    private string[] Settings =>
    [
        "listen_addresses=", $"unix_socket_directories=\"{_folder.Location}\"", "unix_socket_permissions=0700",
        $"hba_file={_folder.LettingIn.Hba}", $"ident_file={_folder.LettingIn.Ident}",
        "log_line_prefix=", "timezone=UTC", "log_timezone=UTC",
        .. _durable
            ? ["fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_connections=100"]
            : new[] { "fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "max_connections=500" },
    ];

    /// <summary>After a crash the first tries may find the dead server's last processes still ending.</summary>
    private async Task FirstLaunchAsync(CancellationToken ct)
    {
        try
        {
            for (var left = FirstTries; ; left--)
            {
                try
                {
                    await LaunchAsync(ct);
                    break;
                }
                catch (CannotStartException) when (left > 1)
                {
                    await Task.Delay(ShortestPause * 3, ct);
                }
            }
        }
        catch
        {
            await StopAsync();
            throw;
        }

        _watch = WatchAsync();
    }

    private async Task WatchAsync()
    {
        var pause = ShortestPause;
        while (true)
        {
            var since = TimeProvider.System.GetTimestamp();
            try
            {
                await _process!.Ended.WaitAsync(_stopping.Token);
                _logger.LogError("PostgreSQL ended ({Reason}); starting it again", _process.LastWord);
                pause = TimeProvider.System.GetElapsedTime(since) > Steady ? ShortestPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
                await Task.Delay(pause, _stopping.Token);
                await LaunchAsync(_stopping.Token);
                Restarted?.Invoke(this, EventArgs.Empty);
            }
            catch (CannotStartException e)
            {
                _logger.LogError("{Reason}", e.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task LaunchAsync(CancellationToken ct)
    {
        await _folder.ClearAsync(_binaries, Maintenance, ct);
        _process?.Dispose();
        _process = PostgresProcess.Start(_folder, _binaries, Settings, _logger);
        await _process.ReadyAsync(() => EnsureDatabaseAsync(ct), ct);
    }

    private async Task EnsureDatabaseAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(Maintenance);
        await connection.OpenAsync(ct);
        await using var role = new NpgsqlCommand($"do $$ begin create role {RowLevelSecurity.ServingRole} login; exception when duplicate_object then null; end $$", connection);
        await role.ExecuteNonQueryAsync(ct);
        await using var ask = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = Database } } };
        if (await ask.ExecuteScalarAsync(ct) is not null) return;

        await using var create = new NpgsqlCommand($"create database {Database}", connection);
        await create.ExecuteNonQueryAsync(ct);
    }
}
