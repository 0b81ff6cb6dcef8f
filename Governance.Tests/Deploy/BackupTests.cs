using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Governance.Api.Hosting;
using Governance.Tests.Api.Exports;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Deploy;

/// <summary>The scripts of deploy/backup, on a PostgreSQL of their own.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private static readonly string[] Answers = ["/structure", "/decisions?limit=500", "/history", "/committees?asOf=2022-06-15", "/people", "/export/popolo.json", "/export/events.ndjson"];
    private readonly TemporaryFolder _scripts = new();
    private Instance _postgres = null!;
    private string _backup = "";

    public async Task InitializeAsync()
    {
        // Where PostgreSQL's account may read them.
        Directory.CreateDirectory(_scripts.Path);
        foreach (var script in Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "backup"))) File.Copy(script, Script(Path.GetFileName(script)));
        _postgres = await Instance.StartAsync("wal_level = replica", "archive_mode = on");
        _backup = _postgres.Beside("backup");
        await _postgres.ExecuteAsync($"alter system set archive_command = '{Script("archive.sh")} %p {_backup}/wal/%f'");
        await _postgres.ExecuteAsync("select pg_reload_conf()");
        await LogHost.MigrateAsync(_postgres.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _postgres.DisposeAsync();
        _scripts.Dispose();
    }

    [Fact]
    public async Task Wrecked_it_is_restored_to_a_moment_and_answers_as_it_did_then_byte_for_byte()
    {
        await using var api = await TestApi.StartAsync([$"--ConnectionStrings:Governance={_postgres.ConnectionString}"]);
        var cluster = await Demo.LoadEventfulAsync(api);
        await _postgres.RunAsync(Script("base.sh"), _backup, "--host", _postgres.Host, "--username", Environment.UserName);
        await cluster.EstablishAsync("2024", "Fra før");
        var person = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Sletteksempel"}""")).Being(HttpStatusCode.Created).Id;
        var naming = await cluster.DecideAsync("""{"title": "Takk", "text": "Takk til Oppdiktet Sletteksempel.", "decidedByText": "Partnerne", "decidedOn": "2024"}""");
        var then = await AllAsync(cluster);
        var moment = await MomentAfterBaseAsync();
        await cluster.EstablishAsync("2024", "Fra etter");
        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        (await cluster.As(await SecondAdminAsync(api)).DeleteAsync($"/people/{person}")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync($"/decisions/{naming.Id}/redaction", """{"texts": ["text"], "reason": "Personvern."}""")).Being(HttpStatusCode.OK);
        (await GovernAsync(_postgres, "erasures", "export", Erasures)).Should().StartWith("0 ").And.EndWith(": 4 new");
        await WreckAsync();

        await using var restored = await Instance.OpenAsync();
        await restored.RunAsync(Script("restore.sh"), _backup, restored.Data, moment);
        await restored.StartAsync();
        await Eventually.TrueAsync(async () => !await IsRecoveringAsync(restored));
        await using var again = await TestApi.StartAsync([$"--ConnectionStrings:Governance={restored.ConnectionString}"]);
        var same = cluster.As(TestApi.AdminKey, again.Client);

        (await AllAsync(same)).Should().Equal(then);
        File.ReadAllText(Path.Combine(restored.Data, "postgresql.auto.conf")).Should().Contain("archive_mode").And.NotContain("recovery_", "a standby made from it is not to stop at that moment");
        then[0].Should().Contain("Fra før").And.NotContain("Fra etter");
        (await same.EstablishAsync("2024", "Fra nå")).Should().HaveCount(1);

        (await GovernAsync(restored, "serve", "--urls=http://127.0.0.1:0")).Should().StartWith("1 The database was restored from a backup");
        (await GovernAsync(restored, "erasures", "apply", Erasures)).Should().Be("0 Erased again: 1 people, texts in 1 events.");
        (await GovernAsync(restored, "erasures", "apply", Erasures)).Should().Be("0 Erased again: 0 people, texts in 0 events.");
        await Eventually.TrueAsync(async () => !string.Concat(await AllAsync(same)).Contains("Sletteksempel", StringComparison.Ordinal));

        var (exit, said) = await DrillAsync(moment);
        exit.Should().Be(0, said);
        said.Should().Contain("Erased again: 1 people, texts in 1 events.").And.Contain("alrek: position ").And.Contain("all as written").And.EndWith("every hash is as it was made.\n");
    }

    private string Erasures => Path.Combine(_backup, "erasures.ndjson");

    private static Task<string> SecondAdminAsync(TestApi api) => ApiFixture.KeyOfAnotherAsync(api, Governance.Api.Security.Role.Admin, "alrek");

    /// <summary>The exit code of a verb on a database, and what it told.</summary>
    private static async Task<string> GovernAsync(Instance on, params string[] arguments)
    {
        await using var run = ServerProcess.Run([.. arguments, $"--ConnectionStrings:Governance={on.ConnectionString}"]);
        var code = await run.EndAsync();
        return $"{code} {(await run.OutputAsync() + await run.Errors).Trim()}";
    }

    private string Script(string name) => Path.Combine(_scripts.Path, name);

    private static async Task<List<string>> AllAsync(ClusterClient cluster)
    {
        var all = new List<string>();
        foreach (var path in Answers) all.Add((await cluster.GetAsync(path)).Being(HttpStatusCode.OK).Text);
        return all;
    }

    /// <summary>A base backup is found by whole seconds.</summary>
    private async Task<string> MomentAfterBaseAsync()
    {
        var whole = Path.GetFileName(Directory.GetDirectories(Path.Combine(_backup, "base")).Single());
        await using var database = NpgsqlDataSource.Create(_postgres.ConnectionString);
        await using var clock = database.CreateCommand("select clock_timestamp()");
        var moment = DateTimeOffset.MinValue;
        await Eventually.TrueAsync(async () =>
        {
            moment = new(((DateTime)(await clock.ExecuteScalarAsync())!).ToUniversalTime());
            return string.CompareOrdinal(moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), whole) > 0;
        });
        return moment.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture);
    }

    /// <summary>Somebody drops the log, and then the disk dies; what was written before is in the archive.</summary>
    private async Task WreckAsync()
    {
        await _postgres.ExecuteAsync("truncate mt_events, mt_streams, mt_doc_person");
        await _postgres.ExecuteAsync("create table last_words (file text); insert into last_words select pg_walfile_name(pg_switch_wal())");
        await using var database = NpgsqlDataSource.Create(_postgres.ConnectionString + ";Pooling=false");
        await using (var archived = database.CreateCommand("select (select file from last_words) <= last_archived_wal from pg_stat_archiver"))
            await Eventually.TrueAsync(async () => await archived.ExecuteScalarAsync() is true);
        await _postgres.KillAsync();
        Directory.Delete(_postgres.Data, recursive: true);
    }

    private static async Task<bool> IsRecoveringAsync(Instance postgres)
    {
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString + ";Pooling=false");
        await using var ask = database.CreateCommand("select pg_is_in_recovery()");
        return (bool)(await ask.ExecuteScalarAsync())!;
    }

    private async Task<(int Exit, string Said)> DrillAsync(string moment)
    {
        var start = new ProcessStartInfo(Script("drill.sh"), [_backup, $"dotnet {typeof(Application).Assembly.Location}", moment]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["PGUSER"], start.Environment["PGDATABASE"]) = (Environment.UserName, "postgres");
        using var drill = Process.Start(start)!;
        var said = new StringBuilder();
        drill.ErrorDataReceived += (_, line) => said.Append(line.Data);
        drill.BeginErrorReadLine();
        var output = await drill.StandardOutput.ReadToEndAsync();
        await drill.WaitForExitAsync();
        return (drill.ExitCode, said + output);
    }
}
