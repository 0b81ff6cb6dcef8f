using System.Diagnostics;
using Governance.Tests.Support;
using Governance.Tests.Webhooks;
using Npgsql;

namespace Governance.Tests.Upgrade;

/// <summary>A database of the version before, brought up by <c>migrate</c>, and this program over it on the day it was left.</summary>
public sealed class UpgradeFixture : IAsyncLifetime
{
    public Manifest Manifest { get; } = Manifest.Read();

    /// <summary>Goes on from the moment of the dump.</summary>
    public LaterClock Clock { get; } = new();

    public TestApi Api { get; private set; } = null!;

    /// <summary>The cluster of a thousand decisions, to an admin of all clusters.</summary>
    public ClusterClient Tusen => As("all admin");

    public async Task InitializeAsync()
    {
        var database = await RestoreAsync();
        (await GovernAsync(database, "migrate")).Should().Be("0 The database is up to date.");
        Clock.Move(Manifest.Clock - Clock.GetUtcNow());
        Api = await TestApi.StartAsync([.. WebhookHost.Settings, $"--ConnectionStrings:Governance={database}"], clock: Clock);
    }

    public async Task DisposeAsync() => await Api.DisposeAsync();

    /// <summary>Waits until the reporting tables and the search texts, which the upgrade makes anew, have followed.</summary>
    public Task FollowedAsync() => Eventually.TrueAsync(async () => (await Reply.OfAsync(await Api.SendAsync(HttpMethod.Get, "/health/ready", TestApi.AdminKey))).Text.Contains("\"Up to date.\"", StringComparison.Ordinal));

    /// <summary>The same cluster to the holder of a key.</summary>
    public ClusterClient As(string key) => new(Api.Client, "tusen", Manifest.Keys[key].Secret);

    /// <summary>Runs a verb on the database.</summary>
    /// <returns>Its exit code, and what it told on whichever stream.</returns>
    public Task<string> GovernAsync(params string[] arguments) => GovernAsync(Api.ConnectionString, arguments);

    /// <summary>The same on another database.</summary>
    public static async Task<string> GovernAsync(string database, params string[] arguments)
    {
        await using var run = ServerProcess.Run([.. arguments, $"--ConnectionStrings:Governance={database}"]);
        var code = await run.EndAsync();
        return $"{code} {(await run.OutputAsync() + await run.Errors).Trim()}";
    }

    private static async Task<string> RestoreAsync()
    {
        var database = await PostgresServer.CreateEmptyDatabaseAsync();
        var parts = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo(
            Path.Combine(Instance.Programs, "psql"),
            ["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--single-transaction", "--output", "/dev/null", "--host", parts.Host!, "--username", parts.Username!, parts.Database!])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        using var psql = Process.Start(start)!;
        var errors = psql.StandardError.ReadToEndAsync();
        await using (var dump = Manifest.Open("database.sql.gz")) await dump.CopyToAsync(psql.StandardInput.BaseStream);
        psql.StandardInput.Close();
        await psql.WaitForExitAsync();
        psql.ExitCode.Should().Be(0, await errors);
        return database;
    }
}
