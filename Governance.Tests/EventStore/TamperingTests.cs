using System.Text.RegularExpressions;
using Governance.Api.EventStore;
using Governance.Api.EventStore.Heads;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

/// <summary>Ways to change the database by SQL, as its owner can, and what <c>verify</c> says of each. Those that it does not find are listed in the runbook, one for one.</summary>
public sealed partial class TamperingTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    private const string Third = "where tenant_id = $1 and headers->'governance'->>'position' = '3' and headers->'governance'->>'index' = '1'";
    private const string Newest = "tenant_id = $1 and (headers->'governance'->>'position')::int = 6";
    private const string Cut = $"delete from mt_events where {Newest}; update mt_streams set version = version - 1 where tenant_id = $1 and type = 'register'";

    /// <summary>Each with the statement, and the beginning of what is said first; null where nothing is.</summary>
    private static readonly Dictionary<string, (string Sql, string? Said)> Ways = new(StringComparer.Ordinal)
    {
        ["a text of an event is another"] = ($"update mt_events set data = jsonb_set(data, '{{name}}', '\"Annet\"') {Third}", "3.1 payload"),
        ["an id in an event is another"] = ($"update mt_events set data = jsonb_set(data, '{{body}}', to_jsonb(gen_random_uuid()::text)) {Third}", "3.1 payload"),
        ["an event has a member more"] = ($"update mt_events set data = data || '{{\"more\": 1}}' {Third}", "3.1 payload"),
        ["the day from which an event holds is another"] = ($"update mt_events set headers = jsonb_set(headers, '{{governance,effectiveFrom}}', '\"2021\"') {Third}", "3.1 chain"),
        ["the time of an event is another"] = ($"update mt_events set timestamp = timestamp + interval '1 second' {Third}", "3.1 chain"),
        ["who recorded an event is another, in the column"] = ($"update mt_events set user_name = 'key-2' {Third}", "3.1 actor"),
        ["who recorded an event is another, everywhere"] = ($"update mt_events set user_name = 'key-2', headers = jsonb_set(headers, '{{governance,actor}}', '\"key-2\"') {Third}", "3.1 chain"),
        ["the request that an event belongs to is another"] = ($"update mt_events set correlation_id = 'trace-2' {Third}", "3.1 chain"),
        ["what caused an event is another"] = ($"update mt_events set causation_id = 'another' {Third}", "3.1 chain"),
        ["the type of an event is another"] = ($"update mt_events set type = 'body_dissolved', mt_dotnet_type = 'Governance.Domain.Bodies.BodyDissolved, Governance.Domain' {Third}", "3.1 chain"),
        ["an event is in another stream"] = ($"update mt_events set version = 70, stream_id = (select id from mt_streams where tenant_id = $1 and type = 'register') {Third}", "3.1 chain"),
        ["the salt of an event is another"] = ($"update mt_events set headers = jsonb_set(headers, '{{governance,salt}}', to_jsonb(repeat('0', 32))) {Third}", "3.1 payload"),
        ["the salt of an event is gone"] = ($"update mt_events set headers = headers #- '{{governance,salt}}' {Third}", "3.1 payload"),
        ["the hashes of an event fit other data"] = ("", "3.1 chain"),
        ["an event is gone"] = ($"delete from mt_events {Third}", "3.2 order"),
        ["an event is hidden as archived"] = ($"update mt_events set is_archived = true {Third}", "3.2 order"),
        ["an event is hidden as a tombstone"] = ($"update mt_events set type = 'tombstone' {Third}", "3.2 order"),
        ["an event stands twice"] = ($"insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name) select nextval('mt_events_sequence'), gen_random_uuid(), stream_id, 99, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name from mt_events {Third}", "3.1 order"),
        ["two acts are exchanged"] = ("update mt_events set headers = jsonb_set(headers, '{governance,position}', to_jsonb(7 - (headers->'governance'->>'position')::int)) where tenant_id = $1 and headers->'governance'->>'position' in ('3', '4')", "4.1 order"),
        ["the newest act is gone, and the register goes on as if it had not been"] = (Cut, "0.0 person"),
        ["the newest act is gone, and what people it wrote"] = ($"{Cut}; delete from mt_doc_person where tenant_id = $1 and position = 6", "5.0 missing: idempotency keys know of act 6"),
        ["the newest act is gone, and all that tells of it"] = ($"{Cut}; delete from mt_doc_person where tenant_id = $1 and position = 6; delete from mt_doc_recordedrequest where tenant_id = $1; update reporting.checkpoints set position = 5 where cluster = $1", null),
        ["the newest act is gone, and the reporting tables tell of it"] = ($"{Cut}; delete from mt_doc_person where tenant_id = $1 and position = 6; delete from mt_doc_recordedrequest where tenant_id = $1", "5.0 missing: reporting know of act 6"),
        ["the register counts an act more"] = ("update mt_streams set version = 7 where tenant_id = $1 and type = 'register'", "6.0 stream"),
        ["the register is of another type, so that the cluster is not listed"] = ("update mt_streams set type = 'body' where tenant_id = $1 and type = 'register'", "6.0 stream"),
        ["all of the cluster's log is gone"] = ("delete from mt_events where tenant_id = $1; delete from mt_streams where tenant_id = $1", "0.0 person"),
        ["a person is called otherwise"] = ("update mt_doc_person set data = jsonb_set(data, '{name}', '\"Annen\"') where tenant_id = $1", "6.0 person"),
        ["a person's contact details are others"] = ("update mt_doc_person set data = jsonb_set(data, '{email}', '\"annen@example.org\"') where tenant_id = $1", "6.0 person"),
        ["two persons' rows are exchanged"] = ("update mt_doc_person p set data = o.data || jsonb_build_object('id', p.id) from mt_doc_person o where p.tenant_id = $1 and o.tenant_id = $1 and o.id <> p.id", "6.0 person"),
        ["a person's row is gone"] = ("delete from mt_doc_person where tenant_id = $1 and position = 6", "6.0 person"),
        ["a person is there whom no act registered"] = ("insert into mt_doc_person (tenant_id, id, data, position) select tenant_id, gen_random_uuid(), data, position from mt_doc_person where tenant_id = $1 limit 1", "0.0 person"),
        ["a person's row says that it is of an older act, so that nodes do not read it"] = ("update mt_doc_person set position = 1 where tenant_id = $1 and position = 6", "6.0 person"),
        ["an idempotency key stands for another act"] = ("update mt_doc_recordedrequest set data = jsonb_set(data, '{position}', '4') where tenant_id = $1", "6.0 idempotency keys"),
        ["a person's row says an act that is no number"] = ("update mt_doc_person set data = jsonb_set(data, '{position}', '\"sju\"') where tenant_id = $1 and position = 6", "6.0 person"),
        ["an idempotency key stands for an act that is no number"] = ("update mt_doc_recordedrequest set data = jsonb_set(data, '{position}', '1.5') where tenant_id = $1", "6.0 idempotency keys"),
        ["an idempotency key says a time that is none"] = ("update mt_doc_recordedrequest set data = jsonb_set(data, '{recordedAt}', '\"i går\"') where tenant_id = $1", "6.0 idempotency keys"),
        ["an idempotency key stands for another act, with that act's time"] = ("update mt_doc_recordedrequest r set data = data || jsonb_build_object('position', 4, 'recordedAt', (select timestamp from mt_events e where e.tenant_id = $1 and e.version = 4 and e.stream_id = (select id from mt_streams s where s.tenant_id = $1 and s.type = 'register'))) where tenant_id = $1", null),
        ["an idempotency key is of another request"] = ("update mt_doc_recordedrequest set data = jsonb_set(data, '{requestHash}', '\"AAAA\"') where tenant_id = $1", null),
        ["the order of the sequence is another, where that changes no act"] = ($"update mt_events set seq_id = nextval('mt_events_sequence') {Third}", null),
        ["every later hash is made anew over what was changed"] = ("rehash", null),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_said_of_it_is_what_the_table_says(string way)
    {
        var (sql, said) = Ways[way];
        var story = await RecordAsync();
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();

        await TamperAsync(story, way, sql);

        var differences = (await VerifyAsync(story)).Select(d => $"{d.Position}.{d.Index} {d.What}");
        if (said is null) differences.Should().BeEmpty(); else differences.FirstOrDefault().Should().StartWith(said);
    }

    [Theory]
    [InlineData("every later hash is made anew over what was changed", "the log has other acts up to there")]
    [InlineData("the newest act is gone, and all that tells of it", "the log does not go so far")]
    public async Task What_is_not_found_by_itself_is_found_against_a_signed_head(string way, string said)
    {
        var story = await RecordAsync();
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var head = SignedHead.Of(story.Cluster, (await fixture.Log.HeadAsync(story.Cluster))!.Value, DateTimeOffset.UnixEpoch, key);
        var precedent = new Precedent(new[] { head }.ToLookup(h => h.Cluster), new Dictionary<Guid, byte[]>());
        (await precedent.CompareAsync(fixture.Log, story.Cluster, key, default)).Should().BeEmpty();

        await TamperAsync(story, way, Ways[way].Sql);

        (await precedent.CompareAsync(fixture.Log, story.Cluster, key, default)).Should().ContainSingle().Which.Should().EndWith(said);
    }

    [Fact]
    public void The_runbook_lists_those_that_are_not_found_and_no_others()
    {
        var runbook = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "README.md"));
        var section = runbook[runbook.IndexOf("What `verify` by itself does not find:", StringComparison.Ordinal)..];
        Listed().Matches(section[..section.IndexOf("\n\n#", StringComparison.Ordinal)]).Select(m => m.Groups["way"].Value).Should().BeEquivalentTo(Ways.Where(w => w.Value.Said is null).Select(w => w.Key));
        Ways.Should().HaveCountGreaterThanOrEqualTo(30);
    }

    private async Task TamperAsync(Story story, string way, string sql)
    {
        if (way.StartsWith("the hashes of an event", StringComparison.Ordinal))
        {
            var row = (await fixture.Log.ReadRowsAsync(story.Cluster).ToListAsync())[3];
            var data = """{"body":"0190a7c2-0001-7000-8000-000000000001","name":"Annet"}"""u8.ToArray();
            var salt = EventHeaders.Parse(row.Headers).Salt!;
            await fixture.SqlAsync($"update mt_events set data = convert_from($2, 'UTF8')::jsonb, headers = jsonb_set(headers, '{{governance,payloadHash}}', to_jsonb($3::text)) {Third}", story.Cluster, data, HashChain.PayloadHash(data, MemberDigests.Of(salt)));
        }
        else if (sql == "rehash")
        {
            await fixture.SqlAsync($"update mt_events set data = jsonb_set(data, '{{name}}', '\"Annet\"') {Third}", story.Cluster);
            await Rehashing.AnewAsync(fixture, story.Cluster);
        }
        else
        {
            foreach (var statement in sql.Split("; ")) await fixture.SqlAsync(statement, [.. statement.Contains("$1", StringComparison.Ordinal) ? new object[] { story.Cluster } : []]);
        }
    }

    /// <summary>As its owner, who sees all tables.</summary>
    private async Task<IReadOnlyList<Difference>> VerifyAsync(Story story)
    {
        await using var owner = LogHost.Open(fixture.ConnectionString);
        (await owner.Log.ReadClustersKnownAsync()).Should().Contain(story.Cluster);
        return (await owner.Log.VerifyAsync(story.Cluster)).Differences;
    }

    /// <summary>Five acts, and one by a key that registers two persons.</summary>
    private async Task<Story> RecordAsync()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        for (var i = 2; i <= 5; i++) await fixture.Log.AppendAsync(story.Decide($"Decision {i}"));
        var (kari, ola) = (new Person(Story.NewId(), "Kari") { Email = "kari@example.org" }, new Person(Story.NewId(), "Ola"));
        var act = story.Next(new PersonRegistered(new PersonId(kari.Id))) with { People = [kari, ola], Key = new("key", [1, 2, 3]) };
        await fixture.Log.AppendAsync(act);
        await fixture.SqlAsync("insert into reporting.checkpoints (cluster, position) values ($1, 6)", story.Cluster);
        return story;
    }

    [GeneratedRegex("^- (?<way>[^:;.\n]+)", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listed();
}
