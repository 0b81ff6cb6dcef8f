using Governance.Api.EventStore;
using Governance.Api.Reporting;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Tests.Reporting;

public sealed class RebuildTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Beside_live_writes_no_read_fails_or_goes_back_and_no_row_differs()
    {
        var cluster = await api.FoundAsync();
        using var enough = new CancellationTokenSource();
        var writing = WriteAsync(cluster, enough.Token);
        var reading = Task.WhenAll(ReadAsync(cluster.Id, enough.Token), ReadAsync(cluster.Id, enough.Token));
        var told = new List<string>();

        await using var owner = await api.Api.OwnerAsync();
        for (var i = 0; i < 4; i++) await owner.Services.GetRequiredService<Rebuilding>().RunAsync(told.Add, default);
        await enough.CancelAsync();

        var written = await writing;
        (await reading).Should().AllSatisfy(reads => reads.Should().BePositive());
        told.Should().AllSatisfy(line => line.Should().MatchRegex(@"^\d+ of \d+ clusters, \d+ events, \d+ events per second$"));
        await Eventually.TrueAsync(async () => await NamesAsync(cluster.Id) == written);
        await VerifyAsync(cluster);
    }

    [Fact]
    public async Task Only_one_is_at_work_at_a_time_and_what_a_killed_one_left_is_cleared_away()
    {
        await using var database = NpgsqlDataSource.Create(api.Api.ConnectionString);
        await using (var held = await database.OpenConnectionAsync())
        {
            await new NpgsqlCommand("select pg_advisory_lock(x'72656275696C64'::bigint); select gov_create_reporting('reporting_next')", held).ExecuteNonQueryAsync();
            await using var refused = ServerProcess.Run("rebuild", $"--ConnectionStrings:Governance={api.Api.ConnectionString}");
            (await refused.EndAsync()).Should().Be(1);
            (await refused.Errors).Should().Be("Another rebuild is at work on this database.\n");
            await new NpgsqlCommand("select pg_advisory_unlock_all()", held).ExecuteNonQueryAsync();
        }
        await using var rebuild = ServerProcess.Run("rebuild", $"--ConnectionStrings:Governance={api.Api.ConnectionString}");
        (await rebuild.EndAsync()).Should().Be(0);
        (await rebuild.OutputAsync()).Should().EndWith("The reporting tables are rebuilt.");
    }

    private async Task VerifyAsync(ClusterClient cluster)
    {
        var found = await new ReportingVerifier(api.Api.Database, api.Log).VerifyAsync(cluster.Id, default);
        (found.Position, found.Differences.Count).Should().Be((await cluster.PositionAsync(), 0));
    }

    /// <summary>Establishes bodies as fast as it is answered.</summary>
    /// <returns>How many.</returns>
    private static async Task<long> WriteAsync(ClusterClient cluster, CancellationToken enough)
    {
        var written = 0L;
        while (!enough.IsCancellationRequested) await cluster.EstablishAsync("2020", $"Utvalg {++written}");
        return written;
    }

    /// <summary>Reads what is known now, which only grows.</summary>
    /// <returns>How often.</returns>
    private async Task<long> ReadAsync(string cluster, CancellationToken enough)
    {
        await using var database = EventLog.Open(api.Api.ConnectionString);
        var (reads, seen) = (0L, 0L);
        for (; !enough.IsCancellationRequested; reads++)
        {
            var now = await NamesAsync(cluster, database);
            now.Should().BeGreaterThanOrEqualTo(seen);
            seen = now;
        }
        return reads;
    }

    private Task<long> NamesAsync(string cluster) => NamesAsync(cluster, api.Api.Database);

    private static async Task<long> NamesAsync(string cluster, NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select count(*) from reporting.bodies b join reporting.names n using (cluster, id) where cluster = $1 and upper_inf(b.known) and upper_inf(n.known)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
