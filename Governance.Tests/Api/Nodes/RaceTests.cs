using System.Diagnostics;
using System.Net;
using Governance.Tests.Support;
using Npgsql;
using Xunit.Abstractions;

namespace Governance.Tests.Api.Nodes;

public sealed class RaceTests(TwoNodes nodes, ITestOutputHelper output) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Thirty_two_writers_through_two_nodes_are_recorded_exactly_once_each_without_a_gap()
    {
        const int Writers = 32, Each = 8;
        var (here, there) = await nodes.FoundAsync();
        var watch = Stopwatch.StartNew();

        var answers = (await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => WriteAsync(w % 2 == 0 ? here : there, w, Each)))).SelectMany(a => a).ToList();

        output.WriteLine($"{answers.Count} decisions in {watch.Elapsed.TotalSeconds:N1} s; {answers.Count(a => a.Status != HttpStatusCode.Created)} were not recorded");
        answers.Select(a => a.Status).Should().OnlyContain(s => s == HttpStatusCode.Created);
        answers.Select(a => a.Position).Order().Should().Equal(Enumerable.Range(2, Writers * Each).Select(p => (long)p));
        var bodies = (await there.GetAsync($"/bodies?limit=500&minPosition={Writers * Each + 1}")).Being(HttpStatusCode.OK).Json["bodies"]!.AsArray();
        bodies.Select(b => $"{b!["id"]} {b["name"]}").Should().BeEquivalentTo(answers.Select((a, i) => $"{a.Json["changes"]![0]!["body"]} Gruppe {i / Each}-{i % Each}"));
        (await here.GetAsync($"/structure?minPosition={Writers * Each + 1}")).Text.Should().Be((await there.GetAsync("/structure")).Text);
        await nodes.One.VerifyAsync(here);
    }

    [Fact]
    public async Task The_same_request_ten_times_at_once_through_both_nodes_is_recorded_once()
    {
        var (here, there) = await nodes.FoundAsync();
        const string decision = """{"title": "Forum", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "forum", "name": "Faglig forum"}]}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? here : there).PostAsync("/decisions", decision, ("Idempotency-Key", "once"))));

        answers.Should().OnlyContain(a => a.Status == HttpStatusCode.Created && a.Text == answers[0].Text);
        (await here.PositionAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_name_that_means_another_body_by_the_time_it_is_recorded_is_a_conflict()
    {
        var (here, there) = await nodes.FoundAsync();
        await here.EstablishAsync("2017", "Styringsgruppe", "Arbeidsgruppe");
        await there.GetAsync("/structure?minPosition=2");
        await using var hold = await HoldAsync(here.Id);
        var swap = here.PostAsync("/decisions",
            """{"title": "Bytte", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "rename-body", "body": "Styringsgruppe", "name": "Partnermøte"}, {"type": "rename-body", "body": "Arbeidsgruppe", "name": "Styringsgruppe"}]}""");
        await Eventually.TrueAsync(async () => await WaitingAsync() == 1);
        var late = there.PostAsync("/decisions?lang=en",
            """{"title": "Leder", "decidedByText": "Partnerne", "decidedOn": "2019", "changes": [{"type": "appoint", "body": "Styringsgruppe", "role": "chair", "person": {"name": "Oppdiktet Eksempel Én"}}]}""");
        await Eventually.TrueAsync(async () => await WaitingAsync() == 2);

        await hold.RollbackAsync();

        (await swap).Being(HttpStatusCode.Created);
        var conflict = (await late).Being(HttpStatusCode.Conflict);
        conflict.Without("traceId").ToJsonString().Should().Be(
            $$"""{"type":"/problems/conflict","title":"Something changed meanwhile","status":409,"detail":"Others recorded something at the same time. Read again and send again.","instance":"/api/clusters/{{here.Id}}/decisions"}""");
    }

    [Fact]
    public async Task Two_clusters_do_not_wait_for_each_other()
    {
        var (held, _) = await nodes.FoundAsync();
        var (free, freeThere) = await nodes.FoundAsync();
        await using var hold = await HoldAsync(held.Id);

        var waiting = held.EstablishAsync("2017", "Styre");
        await Eventually.TrueAsync(async () => await WaitingAsync() == 1);
        await free.EstablishAsync("2017", "Styre");
        await freeThere.EstablishAsync("2017", "Råd");
        (await held.GetAsync("/structure")).Being(HttpStatusCode.OK);

        waiting.IsCompleted.Should().BeFalse();
        await hold.RollbackAsync();
        (await waiting).Should().ContainSingle();
    }

    private static async Task<List<Reply>> WriteAsync(ClusterClient cluster, int writer, int count)
    {
        var answers = new List<Reply>();
        for (var n = 0; n < count; n++)
            answers.Add(await cluster.PostAsync("/decisions",
                $$"""{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "working-group", "name": "Gruppe {{writer}}-{{n}}"}]}"""));
        return answers;
    }

    /// <summary>Holds a cluster's register until it is rolled back.</summary>
    private async Task<NpgsqlTransaction> HoldAsync(string cluster)
    {
        var connection = await nodes.One.Api.Database.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select from mt_streams where tenant_id = $1 and type = 'register' for update", connection) { Parameters = { new() { Value = cluster } } };
        await hold.ExecuteNonQueryAsync();
        return transaction;
    }

    /// <summary>How many wait for a lock in this database.</summary>
    private async Task<long> WaitingAsync()
    {
        await using var command = nodes.One.Api.Database.CreateCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
