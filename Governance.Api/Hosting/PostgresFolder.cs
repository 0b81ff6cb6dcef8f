using Governance.Api.EventStore;
using Npgsql;

namespace Governance.Api.Hosting;

/// <summary>The folder of a private PostgreSQL, ours alone while it is open: its socket, and under it its data.</summary>
internal sealed class PostgresFolder : IDisposable
{
    // The kernel's limit is 104 bytes at the least, and PostgreSQL adds the socket's name.
    private const int LongestPath = 85;
    private const string HalfMade = "data.half.";
    private readonly FileStream _lock;

    private PostgresFolder(string location, ServerAccount? account, FileStream @lock) =>
        (Location, Account, _lock) = (location, account, @lock);

    public string Location { get; }
    public ServerAccount? Account { get; }
    public string Data => Path.Combine(Location, "data");

    /// <summary>The version that made the data; nothing while there is none.</summary>
    /// <exception cref="CannotStartException">What is there is no whole PostgreSQL.</exception>
    public int? Major
    {
        get
        {
            if (!Directory.Exists(Data) || !Directory.EnumerateFileSystemEntries(Data).Any()) return null;
            if (File.Exists(InData("PG_VERSION")) && int.TryParse(File.ReadAllText(InData("PG_VERSION")), out var major)) return major;
            throw new CannotStartException($"{Data} holds a part of a PostgreSQL alone, as a copy that was broken off leaves it. Put the rest in its place from a backup, or move the folder away to begin with an empty database.");
        }
    }

    /// <summary>The files that say who comes in: our own account alone, as owner or as the role that serves.</summary>
    public (string Hba, string Ident) LettingIn => (Path.Combine(Location, "hba.conf"), Path.Combine(Location, "ident.conf"));

    public PostmasterFile Postmaster => new(InData("postmaster.pid"));

    public static string SocketFolder(string stateFolder) => Path.Combine(Path.GetFullPath(stateFolder), "postgres");

    public static async Task<PostgresFolder> OpenAsync(string stateFolder, CancellationToken ct)
    {
        var location = SocketFolder(stateFolder);
        if (location.Length > LongestPath)
            throw new CannotStartException($"The path {location} is too long for a socket: choose a shorter Governance__StateFolder.");

        var account = ServerAccount.ForUs();
        var @lock = FolderLock.Take(Path.GetFullPath(stateFolder), passable: account is not null);
        try
        {
            await GiveToAsync(account, location, ct);
            var folder = new PostgresFolder(location, account, @lock);
            await File.WriteAllTextAsync(folder.LettingIn.Hba, "local all all peer map=ours\n", ct);
            await File.WriteAllLinesAsync(folder.LettingIn.Ident, [$"ours \"{Environment.UserName}\" \"{Environment.UserName}\"", $"ours \"{Environment.UserName}\" {RowLevelSecurity.ServingRole}"], ct);
            return folder;
        }
        catch
        {
            await @lock.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes the data the first time; what was broken off in the middle is made anew.</summary>
    public async Task InitialiseAsync(PostgresBinaries binaries, bool durable, CancellationToken ct)
    {
        if (Major is not null) return;

        DeleteHalfMade();
        var half = Path.Combine(Location, HalfMade + Path.GetRandomFileName());
        await PostgresCommand.RunAsync(Location, Account,
            [
                binaries.Of("initdb"), "--pgdata", half, "--username", Environment.UserName, "--encoding", "UTF8",
                "--locale", OperatingSystem.IsLinux() ? "C.UTF-8" : "C", "--data-checksums",
                "--auth-local", "peer", "--auth-host", "reject", .. durable ? Array.Empty<string>() : ["--no-sync"],
            ], ct);
        // One that somebody made beforehand, and left empty.
        if (Directory.Exists(Data)) Directory.Delete(Data);
        Directory.Move(half, Data);
    }

    /// <summary>Stops a server that outlived the one of us who started it, and clears away what a dead one left.</summary>
    public async Task ClearAsync(PostgresBinaries binaries, string connectionString, CancellationToken ct)
    {
        if (Postmaster.ProcessId is not { } id) return;

        // The number may be another program's by now, or another PostgreSQL's: only the one behind our socket is ours to stop.
        if (!PostmasterFile.IsRunningPostgres(id))
            Postmaster.Disown();
        else if (await AnswersAsync(connectionString, ct))
            await PostgresCommand.RunAsync(Location, Account, [binaries.Of("pg_ctl"), "stop", "--pgdata", Data, "--mode", "fast", "--timeout", "600"], ct);
    }

    public void Dispose() => _lock.Dispose();

    private void DeleteHalfMade()
    {
        foreach (var half in Directory.GetDirectories(Location, HalfMade + "*"))
        {
            try
            {
                Directory.Delete(half, recursive: true);
            }
            catch (IOException)
            {
                // The initdb of a killed server is still at it, in a folder that nothing else uses.
            }
        }
    }

    private string InData(string file) => Path.Combine(Data, file);

    private static async Task GiveToAsync(ServerAccount? account, string location, CancellationToken ct)
    {
        string[] owner = account is null ? [] : ["-o", account.UserId, "-g", account.GroupId];
        await PostgresCommand.RunAsync("/", null, ["install", "-d", "-m", "0700", .. owner, location], ct);
        if (account is null) return;

        try
        {
            await PostgresCommand.RunAsync("/", account, ["test", "-w", location], ct);
        }
        catch (CannotStartException e)
        {
            throw new CannotStartException($"PostgreSQL runs as {account.Name}, which cannot reach {location}: choose another Governance__StateFolder.", e);
        }
    }

    private static async Task<bool> AnswersAsync(string connectionString, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(ct);
            return true;
        }
        catch (NpgsqlException e)
        {
            return e is PostgresException;
        }
    }
}
