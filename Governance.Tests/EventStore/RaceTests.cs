using System.Security.Cryptography;
using Governance.Api.EventStore;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Values;
using Npgsql;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class RaceTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    [Fact]
    public async Task Thirty_two_writers_on_one_cluster_are_recorded_exactly_once_each_without_a_gap()
    {
        const int Writers = 32, Each = 10;
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());

        var acknowledged = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync(story, Each)));

        var positions = acknowledged.SelectMany(a => a).ToDictionary(a => a.Position, a => a.Title);
        positions.Keys.Order().Should().Equal(Enumerable.Range(2, Writers * Each).Select(p => (long)p));
        var events = await fixture.Log.ReadClusterAsync(story.Cluster, 1).ToListAsync();
        events.Where(e => e.Data is BodyRenamed).ToDictionary(e => e.Position, e => ((BodyRenamed)e.Data).Name.Text).Should().Equal(positions);
        events.Select(e => e.Position).Should().BeInAscendingOrder();
        events.Where(e => e.Data is DecisionRecorded).Select(e => e.RecordedAt).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();
    }

    [Fact]
    public async Task A_cluster_is_founded_once()
    {
        var story = fixture.NewCluster();
        var founding = story.Found();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => fixture.Log.AppendAsync(founding)));

        outcomes.OfType<AppendOutcome.Recorded>().Should().ContainSingle();
        outcomes.OfType<AppendOutcome.Conflict>().Should().HaveCount(9).And.OnlyContain(c => c.Position == 1);
    }

    [Fact]
    public async Task Clusters_do_not_wait_for_each_other()
    {
        var (held, free) = (fixture.NewCluster(), fixture.NewCluster());
        await fixture.Log.AppendAsync(held.Found());
        await fixture.Log.AppendAsync(free.Found());
        await using var connection = await fixture.Database.OpenConnectionAsync();
        await using var open = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select from mt_streams where tenant_id = $1 for update", connection) { Parameters = { new() { Value = held.Cluster } } })
            await hold.ExecuteNonQueryAsync();

        var waiting = fixture.Log.AppendAsync(held.Decide("A"));
        (await fixture.Log.AppendAsync(free.Decide("A"))).Should().BeOfType<AppendOutcome.Recorded>();
        waiting.IsCompleted.Should().BeFalse();
        await open.RollbackAsync();
        (await waiting).Should().BeOfType<AppendOutcome.Recorded>();
    }

    [Fact]
    public async Task The_same_request_ten_times_at_once_is_recorded_once_and_answered_ten_times()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var act = story.Decide("A") with { Key = new IdempotencyKey("req-1", SHA256.HashData("body"u8)) };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => fixture.Log.AppendAsync(act)));

        var recorded = outcomes.OfType<AppendOutcome.Recorded>().Should().ContainSingle().Subject;
        outcomes.OfType<AppendOutcome.Repeated>().Should().HaveCount(9).And.OnlyContain(r => r == new AppendOutcome.Repeated(2, recorded.Head.RecordedAt));
        (await fixture.Log.ReadClusterAsync(story.Cluster).CountAsync()).Should().Be(3);
    }

    [Fact]
    public async Task A_key_answers_its_own_request_whatever_happened_since_and_no_other()
    {
        var (story, stranger) = (fixture.NewCluster(), fixture.NewCluster());
        await fixture.Log.AppendAsync(story.Found());
        await fixture.Log.AppendAsync(stranger.Found());
        var key = new IdempotencyKey("req-1", SHA256.HashData("body"u8));
        var other = key with { RequestHash = SHA256.HashData("other body"u8) };
        (await fixture.Log.FindAsync(story.Cluster, key)).Should().BeNull();
        var act = story.Decide("A") with { Key = key };
        var recorded = (AppendOutcome.Recorded)await fixture.Log.AppendAsync(act);
        await fixture.Log.AppendAsync(story.Decide("B"));

        var repeated = new AppendOutcome.Repeated(2, recorded.Head.RecordedAt);
        (await fixture.Log.AppendAsync(act)).Should().Be(repeated);
        (await fixture.Log.FindAsync(story.Cluster, key)).Should().Be(repeated);
        (await fixture.Log.AppendAsync(act with { Key = other })).Should().Be(new AppendOutcome.KeyReused());
        (await fixture.Log.FindAsync(story.Cluster, other)).Should().Be(new AppendOutcome.KeyReused());
        (await fixture.Log.AppendAsync(stranger.Decide("A") with { Key = key })).Should().BeOfType<AppendOutcome.Recorded>();
    }

    [Fact]
    public async Task Of_a_key_the_hash_alone_is_kept_whichever_version_wrote_it()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var key = new IdempotencyKey("ada Oppdiktet Eksempel, sak 7", SHA256.HashData("body"u8));
        await fixture.Log.AppendAsync(story.Decide("A") with { Key = key });

        var before = new IdempotencyKey("ada Oppdiktet, sak 8", SHA256.HashData("other body"u8));
        await using var owner = NpgsqlDataSource.Create(fixture.ConnectionString);
        await using (var old = owner.CreateCommand("insert into mt_doc_recordedrequest (tenant_id, id, data) select tenant_id, 'ada Oppdiktet, sak 8', data || '{\"id\": \"ada Oppdiktet, sak 8\"}' || jsonb_build_object('requestHash', $2) from mt_doc_recordedrequest where tenant_id = $1"))
        {
            old.Parameters.Add(new() { Value = story.Cluster });
            old.Parameters.Add(new() { Value = Convert.ToBase64String(before.RequestHash) });
            (await old.ExecuteNonQueryAsync()).Should().Be(1);
        }

        (await fixture.Log.FindAsync(story.Cluster, before)).Should().BeOfType<AppendOutcome.Repeated>("a node of the version before wrote it");
        await using var rows = owner.CreateCommand("select string_agg(r::text, '') from mt_doc_recordedrequest r where tenant_id = $1");
        rows.Parameters.Add(new() { Value = story.Cluster });
        ((string)(await rows.ExecuteScalarAsync())!).Should().Contain(key.Hash).And.Contain(before.Hash).And.NotContain("Oppdiktet");
    }

    [Fact]
    public async Task A_request_that_was_not_recorded_leaves_its_key_free()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var key = new IdempotencyKey("req-1", SHA256.HashData("body"u8));

        (await fixture.Log.AppendAsync(story.At(7, Story.Recorded(Story.NewId(), "A")) with { Key = key })).Should().Be(new AppendOutcome.Conflict(1));
        (await fixture.Log.AppendAsync(story.Decide("A") with { Key = key })).Should().BeOfType<AppendOutcome.Recorded>();
    }

    private async Task<List<(long Position, string Title)>> WriteAsync(Story story, int count)
    {
        var (body, version) = (Story.NewId(), 1L);
        var acknowledged = new List<(long, string)>();
        while (acknowledged.Count < count)
        {
            var head = await fixture.Log.HeadAsync(story.Cluster);
            var title = $"{body} {version}";
            var fact = new NewEvent(body, typeof(Body), version, Story.NewId(), new BodyRenamed(new BodyId(body), Name.Of(title), null));
            if (await fixture.Log.AppendAsync(story.At(head!.Value.Position, Story.Recorded(Story.NewId(), title), fact)) is not AppendOutcome.Recorded recorded) continue;
            acknowledged.Add((recorded.Position, title));
            version++;
        }
        return acknowledged;
    }
}
