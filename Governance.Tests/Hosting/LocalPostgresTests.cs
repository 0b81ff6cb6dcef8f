using System.Diagnostics;
using Governance.Api.Hosting;
using Governance.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Governance.Tests.Hosting;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_stored_is_there_after_a_stop_and_a_start()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first, "create table kept (n int); insert into kept values (42)");

        await using var second = await StartAsync();
        (await ExecuteAsync(second, "select n from kept")).Should().Be(42);
    }

    [Fact]
    public async Task A_folder_that_holds_a_part_of_one_alone_is_left_as_it_is_and_one_line_says_what_to_do()
    {
        await using (await StartAsync()) { }
        var file = Path.Combine(_folder.Path, "postgres", "data", "PG_VERSION");
        File.Delete(file);

        var start = () => StartAsync();
        (await start.Should().ThrowAsync<CannotStartException>()).WithMessage("*holds a part of a PostgreSQL alone*from a backup, or move the folder away*");
        File.Exists(file).Should().BeFalse();
    }

    [Fact]
    public async Task An_empty_folder_that_somebody_made_beforehand_is_filled()
    {
        await using (await StartAsync()) { }
        var data = Path.Combine(_folder.Path, "postgres", "data");
        Directory.Delete(data, recursive: true);
        Directory.CreateDirectory(data);

        await using var postgres = await StartAsync();
        (await ExecuteAsync(postgres, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task It_is_started_again_when_it_is_killed_and_has_what_was_committed()
    {
        await using var postgres = await StartAsync();
        await ExecuteAsync(postgres, "create table kept (n int); insert into kept values (42)");

        var restarted = new TaskCompletionSource();
        postgres.Restarted += (_, _) => restarted.SetResult();

        Kill(postgres.ProcessId!.Value);

        await restarted.Task.WaitAsync(TimeSpan.FromSeconds(30));
        (await ExecuteAsync(postgres, "select n from kept")).Should().Be(42);
    }

    [Fact]
    public async Task It_stops_when_told_to()
    {
        var postgres = await StartAsync();
        var process = Process.GetProcessById(postgres.ProcessId!.Value);
        await postgres.DisposeAsync();

        process.HasExited.Should().BeTrue();
        postgres.ProcessId.Should().BeNull();
    }

    [Fact]
    public async Task Only_one_runs_on_a_folder()
    {
        await using var first = await StartAsync();

        var second = () => StartAsync();
        (await second.Should().ThrowAsync<FolderInUseException>()).WithMessage($"A server already runs on {_folder.Path}: *");
    }

    [Fact]
    public async Task What_was_half_made_is_made_anew()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "postgres", "data.half.x", "base"));

        await using var postgres = await StartAsync();
        (await ExecuteAsync(postgres, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task The_process_id_that_a_dead_server_left_may_be_another_programs_by_now()
    {
        await using (await StartAsync()) { }
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "postgres", "data", "postmaster.pid"), $"{Environment.ProcessId}\n");

        await using var postgres = await StartAsync();
        (await ExecuteAsync(postgres, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task A_server_that_outlived_the_one_who_started_it_is_stopped_and_taken_over()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first, "create table kept (n int); insert into kept values (42)");
        var orphan = await StartOrphanAsync();

        await using var postgres = await StartAsync();
        postgres.ProcessId.Should().NotBe(orphan);
        (await ExecuteAsync(postgres, "select n from kept")).Should().Be(42);
    }

    [Fact]
    public async Task Data_that_cannot_be_served_is_told_in_PostgreSQLs_own_words()
    {
        await using (await StartAsync()) { }
        File.Delete(Path.Combine(_folder.Path, "postgres", "data", "global", "pg_control"));

        var start = () => StartAsync();
        (await start.Should().ThrowAsync<CannotStartException>()).WithMessage("PostgreSQL does not start: *pg_control*");
    }

    [Fact]
    public async Task A_folder_that_may_not_be_reached_is_named()
    {
        Directory.CreateDirectory(_folder.Path);
        using (Process.Start("chmod", ["000", _folder.Path])) { }
        await Eventually.TrueAsync(() => Task.FromResult(new DirectoryInfo(_folder.Path).UnixFileMode == UnixFileMode.None));

        var start = () => StartAsync();
        (await start.Should().ThrowAsync<CannotStartException>()).WithMessage($"*{_folder.Path}*: choose another Governance__StateFolder.");
    }

    [Fact]
    public async Task What_is_committed_survives_and_nobody_else_gets_in()
    {
        await using var postgres = await StartAsync();

        foreach (var (setting, value) in new[]
        {
            ("fsync", "on"), ("synchronous_commit", "on"), ("full_page_writes", "on"), ("data_checksums", "on"),
            ("listen_addresses", ""), ("unix_socket_permissions", "0700"), ("server_encoding", "UTF8"),
        })
            (await ExecuteAsync(postgres, $"show {setting}")).Should().Be(value, setting);
        (await ExecuteAsync(postgres, "select auth_method from pg_hba_file_rules where type = 'local' and database = '{all}'")).Should().Be("peer");
        new DirectoryInfo(Path.Combine(_folder.Path, "postgres")).UnixFileMode.Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_folder_too_deep_for_a_socket_is_named()
    {
        var start = () => LocalPostgres.StartAsync(Path.Combine(_folder.Path, new string('x', 80)), durable: true, NullLogger.Instance, default);
        (await start.Should().ThrowAsync<CannotStartException>()).WithMessage("*too long for a socket*");
    }

    private Task<LocalPostgres> StartAsync() => LocalPostgres.StartAsync(_folder.Path, durable: true, NullLogger.Instance, default);

    /// <summary>As a killed server leaves it: running, behind the same socket, with nobody to stop it.</summary>
    private async Task<int> StartOrphanAsync()
    {
        using var folder = await PostgresFolder.OpenAsync(_folder.Path, default);
        await PostgresCommand.RunAsync(folder.Location, folder.Account,
            [
                PostgresBinaries.Find(folder.Major).Of("pg_ctl"), "start", "--wait", "--silent", "--pgdata", folder.Data, "--log", Path.Combine(folder.Location, "log"),
                "--options", $"-c listen_addresses= -c unix_socket_directories={folder.Location}",
            ], default);
        return folder.Postmaster.ProcessId!.Value;
    }

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    private static async Task<object?> ExecuteAsync(LocalPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
