using System.Diagnostics;
using Governance.Api.Reporting;
using Governance.Tests.Api.Scale;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace Governance.Tests.Reporting;

[Collection(nameof(Alone))]
public sealed class LongRebuildTests(ApiFixture api, ITestOutputHelper output) : IClassFixture<ApiFixture>
{
    private const int Many = 100_000;

    [Fact]
    public async Task A_long_log_is_rebuilt_beside_live_writes_and_no_read_fails_or_goes_back_and_no_row_differs()
    {
        var cluster = await api.FoundAsync();
        await new LongHistory("long").AppendAsync(api.Log, Many);
        using var enough = new CancellationTokenSource();
        var writing = WriteAsync(cluster, enough.Token);
        var reading = Task.WhenAll(ReadAsync(cluster.Id, enough.Token), ReadAsync("long", enough.Token));
        var (told, watch) = ("", Stopwatch.StartNew());

        await using var owner = await api.Api.OwnerAsync();
        await owner.Services.GetRequiredService<Rebuilding>().RunAsync(line => told = line, default);
        output.WriteLine($"{told}, beside {await StopAsync()} live writes, in {watch.Elapsed.TotalSeconds:0.0} s");

        (await reading).Should().AllSatisfy(reads => reads.Should().BePositive());
        var verifier = owner.Services.GetRequiredService<ReportingVerifier>();
        var (live, @long) = (await verifier.VerifyAsync(cluster.Id, default), await verifier.VerifyAsync("long", default));
        live.Differences.Concat(@long.Differences).Should().BeEmpty();
        @long.Position.Should().Be((await api.Log.HeadAsync("long"))!.Value.Position);

        async Task<int> StopAsync()
        {
            await enough.CancelAsync();
            return await writing;
        }
    }

    private static async Task<int> WriteAsync(ClusterClient cluster, CancellationToken enough)
    {
        var written = 0;
        while (!enough.IsCancellationRequested) await cluster.EstablishAsync("2020", $"Utvalg {++written}");
        return written;
    }

    /// <summary>Reads the names that are known now of things that are there, which only grow.</summary>
    /// <returns>How often.</returns>
    private async Task<int> ReadAsync(string cluster, CancellationToken enough)
    {
        var (reads, seen) = (0, 0L);
        for (; !enough.IsCancellationRequested; reads++)
        {
            await using var command = api.Api.Database.CreateCommand(
                "select count(*) from reporting.bodies b join reporting.names n using (cluster, id) where cluster = $1 and upper_inf(b.known) and upper_inf(n.known)");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
            var now = (long)(await command.ExecuteScalarAsync(CancellationToken.None))!;
            now.Should().BeGreaterThanOrEqualTo(seen);
            seen = now;
        }
        return reads;
    }
}
