using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class RedactionTests(LogFixture fixture) : IClassFixture<LogFixture>
{
    private const string Secret = "Hemmelig";

    [Fact]
    public async Task A_redacted_text_is_gone_from_the_log_and_the_chain_still_holds()
    {
        var (story, decision) = await RecordAsync();
        var original = decision.Events[^1];
        var hash = await PayloadHashAsync(original.Id);

        (await fixture.Log.AppendAsync(Redact(story, Blank(decision)))).Should().BeOfType<AppendOutcome.Recorded>();

        var stored = await fixture.Log.ReadClusterAsync(story.Cluster).FirstAsync(e => e.Id == original.Id);
        ((DecisionRecorded)stored.Data).Head.Title.Should().Be(Redaction.Mark);
        (await fixture.SqlAsync("select count(*) from mt_events where tenant_id = $1 and data::text like '%Hemmelig%'", story.Cluster)).Should().Be(1L, "only the body's name is left");
        (await PayloadHashAsync(original.Id)).Should().Be(hash);
        var found = await fixture.Log.VerifyAsync(story.Cluster);
        found.Differences.Should().BeEmpty();
        found.Redactions.Should().BeEquivalentTo([new RedactionFound(3, "key-1", [new(2, 2, ["head.title"], IsRestProved: true)])]);
    }

    [Fact]
    public async Task Nobody_can_try_out_what_a_redacted_text_was()
    {
        var (story, decision) = await RecordAsync();
        var before = await HeadersAsync(decision);
        await fixture.Log.AppendAsync(Redact(story, Blank(decision)));
        var after = await HeadersAsync(decision);

        after.Salt.Should().BeNull("with it the salt of each text could be made");
        after.Salts.Should().NotContain(Convert.ToHexStringLower(TitleSalt(before)), "a name is soon guessed, by whoever knows what it was hashed with");
        after.Salts.Should().ContainSingle(salt => MemberDigests.IsTakenOut(salt));
    }

    [Fact]
    public async Task What_is_redacted_in_turns_stays_proved()
    {
        var (story, decision) = await RecordAsync();
        await fixture.Log.AppendAsync(Redact(story, Blank(decision)));
        var more = Blank(decision);
        var data = (DecisionRecorded)more.Data;
        await fixture.Log.AppendAsync(Redact(story, new Redaction(more.Event, data with { Head = data.Head with { DecidedByText = Redaction.Mark } }, ["head.decidedByText"])));

        var found = await fixture.Log.VerifyAsync(story.Cluster);
        found.Differences.Should().BeEmpty();
        found.Redactions.SelectMany(r => r.Places).SelectMany(p => p.Members).Should().Equal("head.title", "head.decidedByText");
    }

    [Fact]
    public async Task All_but_the_text_of_a_redacted_event_is_still_watched()
    {
        var (story, decision) = await RecordAsync();
        await fixture.Log.AppendAsync(Redact(story, Blank(decision)));
        await fixture.SqlAsync("update mt_events set headers = jsonb_set(headers, '{governance,actor}', '\"x\"'), user_name = 'x' where id = $1", decision.Events[^1].Id);

        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().ContainSingle().Which.Should().Match<Difference>(d => d.Position == 2 && d.Index == 2 && d.What.StartsWith("chain"));
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{head,title}', '\"Noe annet\"') where id = $2", "2.2 redaction")]
    [InlineData("update mt_events set data = $3::jsonb where id = $2", "2.2 redaction")]
    [InlineData("update mt_events set data = $3::jsonb, headers = $4::jsonb where id = $2", "2.2 redaction")]
    [InlineData("update mt_events set data = jsonb_set(data, '{head,decidedByText}', '\"Noen andre\"') where id = $2", "2.2 payload")]
    [InlineData("update mt_events set data = jsonb_set(data, '{registered}', '[\"0190a7c2-0003-7000-8000-000000000001\"]') where id = $2", "2.2 unreadable")]
    [InlineData("update mt_events set headers = headers #- '{governance,salts}' where id = $2", "2.2 chain")]
    [InlineData("update mt_events set data = jsonb_set(data, '{events}', data->'events' || to_jsonb($1::text)) where tenant_id = $1 and type = 'text_redacted'", "3.1 unreadable", "2.2 redaction")]
    [InlineData("update mt_events set data = data - 'hashes' where tenant_id = $1 and type = 'text_redacted'", "3.1 payload", "2.2 redaction")]
    [InlineData("update mt_events set data = jsonb_set(data, '{members}', '[[\"head.title\", \"head.decidedByText\"]]') where tenant_id = $1 and type = 'text_redacted'", "3.1 payload", "2.2 redaction")]
    [InlineData("update mt_events set data = data - 'events' where tenant_id = $1 and type = 'text_redacted'", "3.1 unreadable", "2.2 redaction")]
    [InlineData("delete from mt_events where tenant_id = $1 and type = 'text_redacted'", "2.0 stream", "2.2 redaction")]
    public async Task What_stands_in_the_place_of_a_text_and_what_says_so_are_watched_too(string tampering, params string[] found)
    {
        var (story, decision) = await RecordAsync();
        var (id, secret, headers) = (decision.Events[^1].Id, await RowAsync("data", decision), await RowAsync("headers", decision));
        await fixture.Log.AppendAsync(Redact(story, Blank(decision)));
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();

        await fixture.SqlAsync(tampering, story.Cluster, id, secret, headers);

        Found(await fixture.Log.VerifyAsync(story.Cluster)).Should().Equal(found);
    }

    [Fact]
    public async Task A_redaction_excuses_nothing_but_the_texts_it_names()
    {
        var (story, decision) = await RecordAsync();
        var blank = Blank(decision);
        var data = (DecisionRecorded)blank.Data;
        // As the role that serves could, by the very way that redactions take.
        await fixture.Log.AppendAsync(Redact(story, blank with { Data = data with { Head = data.Head with { CaseNumber = "99/22" } } }));
        Found(await fixture.Log.VerifyAsync(story.Cluster)).Should().Equal("2.2 unreadable");
    }

    [Fact]
    public async Task A_text_taken_out_that_the_redaction_does_not_name_is_found()
    {
        var (story, decision) = await RecordAsync();
        var act = Redact(story, Blank(decision));
        await fixture.Log.AppendAsync(act with { Events = [act.Events[0] with { Data = (TextRedacted)act.Events[0].Data with { Members = [["head.text"]] } }] });
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().ContainSingle().Which.What.Should().Be("redaction: no act says that head.title was redacted");
    }

    [Theory]
    [InlineData("update mt_events set data = jsonb_set(data, '{head,title}', '\"Noe annet\"') where id = $2", "2.2 payload", "2.2 redaction")]
    [InlineData("update mt_events set data = $3::jsonb where id = $2", "2.2 redaction")]
    [InlineData("update mt_events set data = jsonb_set(data, '{head,caseNumber}', '\"99/22\"') where id = $2", "2.2 payload")]
    [InlineData("update mt_events set data = data - 'hashes' where tenant_id = $1 and type = 'text_redacted'", "2.2 payload", "3.1 payload")]
    [InlineData("update mt_events set data = jsonb_set(data - 'hashes', '{events}', jsonb_build_array($2::text, id)) where tenant_id = $1 and type = 'text_redacted'", "2.2 payload", "3.1 payload")]
    [InlineData("update mt_events set headers = '[]', data = data - 'hashes' where tenant_id = $1 and type = 'text_redacted'", "2.2 payload", "3.1 unreadable")]
    public async Task A_log_of_before_texts_were_hashed_apart_is_known_to_stand_as_its_redactions_left_it(string tampering, params string[] found)
    {
        var (story, decision) = await RecordAsync();
        await Rehashing.AsOfBeforeAsync(fixture, story.Cluster);
        var (id, secret) = (decision.Events[^1].Id, await RowAsync("data", decision));
        await fixture.Log.AppendAsync(Redact(story, Blank(decision)));
        // The redaction is of before, too.
        await Rehashing.AsOfBeforeAsync(fixture, story.Cluster, but: id);
        var before = await fixture.Log.VerifyAsync(story.Cluster);
        before.Differences.Should().BeEmpty();
        before.Redactions.Should().BeEquivalentTo([new RedactionFound(3, "key-1", [new(2, 2, ["head.title"], IsRestProved: false)])]);

        await fixture.SqlAsync(tampering, story.Cluster, id, secret);

        Found(await fixture.Log.VerifyAsync(story.Cluster)).Should().Equal(found);
    }

    [Fact]
    public async Task A_redaction_whose_reason_is_redacted_still_counts_as_it_stands_since()
    {
        var (story, decision) = await RecordAsync();
        var first = Redact(story, Blank(decision));
        await fixture.Log.AppendAsync(first);
        var blank = (TextRedacted)first.Events[^1].Data with { Reason = Redaction.Mark };
        await fixture.Log.AppendAsync(Redact(story, new Redaction(first.Events[^1].Id, blank, ["reason"])));
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();

        await fixture.SqlAsync("update mt_events set data = data - 'hashes' where id = $1", first.Events[^1].Id);

        Found(await fixture.Log.VerifyAsync(story.Cluster)).Should().Equal("3.1 unreadable", "2.2 redaction");
    }

    [Fact]
    public async Task A_redaction_of_a_time_when_it_did_not_say_what_it_left_still_counts()
    {
        var (story, decision) = await RecordAsync();
        await Rehashing.AsOfBeforeAsync(fixture, story.Cluster);
        var redaction = Blank(decision);
        var old = new TextRedacted(new DecisionId(decision.Events[0].Decision!.Value), ["title"], [redaction.Event], "personvern");
        await fixture.Log.AppendAsync(story.Next(old) with { Redactions = [redaction] });

        var found = await fixture.Log.VerifyAsync(story.Cluster);
        found.Differences.Should().BeEmpty();
        found.Redactions.Should().BeEquivalentTo([new RedactionFound(3, "key-1", [new(2, 2, ["title"], IsRestProved: false)])]);
    }

    [Fact]
    public async Task A_redaction_of_what_is_not_in_this_clusters_log_is_not_recorded()
    {
        var (story, _) = await RecordAsync();
        var (_, foreign) = await RecordAsync();

        await fixture.Log.Awaiting(log => log.AppendAsync(Redact(story, Blank(foreign)))).Should().ThrowAsync<InvalidOperationException>();
        (await fixture.Log.HeadAsync(story.Cluster))!.Value.Position.Should().Be(2);
    }

    [Fact]
    public async Task The_role_that_serves_cannot_take_a_text_out_and_leave_its_salt()
    {
        var (story, decision) = await RecordAsync();
        await using var serving = EventLog.Open(PostgresServer.Serving(fixture.ConnectionString));
        await using var update = serving.ForCluster(story.Cluster, "update mt_events set data = data || '{\"registered\": []}' || jsonb_build_object('refs', jsonb_build_array(1)) where id = $1", decision.Events[^1].Id);
        await update.Awaiting(u => u.ExecuteNonQueryAsync()).Should().ThrowAsync<Npgsql.PostgresException>().WithMessage("*may not be changed*");
    }

    private async Task<(Story, Act)> RecordAsync()
    {
        var story = fixture.NewCluster();
        await fixture.Log.AppendAsync(story.Found());
        var decision = story.Decide(Secret);
        await fixture.Log.AppendAsync(decision);
        return (story, decision);
    }

    private static Redaction Blank(Act decision)
    {
        var data = (DecisionRecorded)decision.Events[^1].Data;
        return new(decision.Events[^1].Id, data with { Head = data.Head with { Title = Redaction.Mark } }, ["head.title"]);
    }

    private static Act Redact(Story story, params IReadOnlyList<Redaction> redactions) =>
        story.Next(new TextRedacted(new DecisionId(Story.NewId()), ["title"], [.. redactions.Select(r => r.Event)], "personvern", null, [.. redactions.Select(r => EventTypes.HashOf(r.Data, new()))], [.. redactions.Select(r => r.Members)])) with { Redactions = redactions };

    private static IEnumerable<string> Found(Verification found) => found.Differences.Select(d => $"{d.Position}.{d.Index} {d.What.Split(' ', ':')[0]}");

    private async Task<EventHeaders> HeadersAsync(Act decision) => EventHeaders.Parse((await fixture.Log.ReadRowsAsync(decision.Cluster).FirstAsync(row => row.Id == decision.Events[^1].Id)).Headers);

    /// <summary>The salt that the event's own gives the title, whose place among the texts is the last but one.</summary>
    private static byte[] TitleSalt(EventHeaders headers)
    {
        // decision, head.decidedByText, head.decidedOn, head.title: number 3, from 0.
        byte[] numbered = [.. Convert.FromHexString(headers.Salt!), 0, 0, 0, 1];
        return System.Security.Cryptography.SHA256.HashData(numbered)[16..];
    }

    private async Task<string> RowAsync(string column, Act decision) => (string)(await fixture.SqlAsync($"select {column}::text from mt_events where id = $1", decision.Events[^1].Id))!;

    private Task<object?> PayloadHashAsync(Guid id) => fixture.SqlAsync("select headers->'governance'->>'payloadHash' from mt_events where id = $1", id);
}
