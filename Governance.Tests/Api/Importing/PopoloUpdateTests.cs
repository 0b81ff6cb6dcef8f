using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Importing;

/// <summary>A document that is sent again.</summary>
public sealed class PopoloUpdateTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task The_same_document_sent_again_changes_nothing()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.Created);
        var (position, structure) = (await cluster.PositionAsync(), (await cluster.GetAsync("/structure?asOf=2021-06-01")).Text);

        var again = (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.OK).Json;

        again["changes"]!.AsArray().Should().BeEmpty();
        (await cluster.PositionAsync()).Should().Be(position);
        (await cluster.GetAsync("/structure?asOf=2021-06-01")).Text.Should().Be(structure);
    }

    [Fact]
    public async Task What_has_changed_since_is_recorded_as_a_decision_of_the_day_and_told_by_a_dry_run_first()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.Created);
        var before = (await cluster.GetAsync("/structure?asOf=2021-06-01")).Text;
        var changed = Document();
        changed["organizations"]![1]!["name"] = "Hovedstyret";
        changed["organizations"]![1]!["other_names"] = new JsonArray(new JsonObject { ["name"] = "Styret", ["end_date"] = "2023-12-31" });
        changed["memberships"]![0]!["end_date"] = "2024-06-30";
        changed["memberships"]!.AsArray().RemoveAt(2);
        changed["persons"]!.AsArray().Add(new JsonObject { ["id"] = "4", ["name"] = "Oppdiktet Fire" });
        changed["memberships"]!.AsArray().Add(JsonNode.Parse("""{"person_id": "4", "post_id": "leder", "start_date": "2024-07-01", "extra": {"term_through": "2999"}}"""));
        changed["organizations"]!.AsArray().RemoveAt(2);

        var tried = (await cluster.PostAsync("/import/popolo?dryRun=true", changed.ToJsonString())).Being(HttpStatusCode.OK).Json;
        var taken = (await cluster.PostAsync("/import/popolo", changed.ToJsonString(), ("Idempotency-Key", "again"))).Being(HttpStatusCode.Created);

        tried["violations"]!.AsArray().Should().BeEmpty();
        tried["import"]!.ToJsonString().Should().Be(taken.Json.ToJsonString());
        (await cluster.PostAsync("/import/popolo", changed.ToJsonString(), ("Idempotency-Key", "again"))).Being(HttpStatusCode.Created).Text.Should().Be(taken.Text);
        taken.Json["changes"]!.AsArray().Select(c => c!["type"]!.GetValue<string>()).Should().BeEquivalentTo("rename-body", "end-appointment", "appoint", "abolish-seat", "dissolve-body");
        var decided = (await cluster.GetAsync("/decisions?limit=500")).Json["decisions"]!.AsArray()[^1]!;
        $"{decided["decidedByText"]} {decided["changes"]}".Should().Be("Overtatt fra Popolo 5");
        (await cluster.GetAsync("/structure?asOf=2021-06-01")).Json["bodies"]!.AsArray().Select(Sat).Should().Equal(JsonNode.Parse(before)!["bodies"]!.AsArray().Select(Sat));
        var now = (await cluster.GetAsync("/structure")).Json["bodies"]!.AsArray();
        now.Select(b => b!["name"]!.GetValue<string>()).Should().Equal("Hovedstyret");
        now[0]!["seats"]!.AsArray().Select(s => $"{s!["role"]} {s["holder"]?["name"]}").Should().Equal("chair Oppdiktet Fire", "member Oppdiktet To");
        now[0]!["children"]!.AsArray().Should().BeEmpty();

        (await cluster.PostAsync("/import/popolo", changed.ToJsonString())).Being(HttpStatusCode.OK).Json["changes"]!.AsArray().Should().BeEmpty();
        (await cluster.GetAsync("/people")).Json["people"]!.AsArray().Should().HaveCount(4);
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task A_document_of_a_part_ends_nothing_that_it_does_not_tell_of()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.Created);

        var part = (await cluster.PostAsync("/import/popolo?lang=en", """{"organizations": [{"id": "styret", "name": "Styret"}], "persons": []}""")).Being(HttpStatusCode.OK).Json;

        part["changes"]!.AsArray().Should().BeEmpty();
        part["notes"]!.AsArray().Select(n => n!["message"]!.GetValue<string>()).Should().ContainSingle(n => n.EndsWith("do not tell of the whole cluster.", StringComparison.Ordinal) || n.EndsWith("does not tell of the whole cluster.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_told_otherwise_of_a_person_who_is_registered_already_is_entered_and_noted()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.Created);
        var changed = Document();
        changed["persons"]![0]!["name"] = "Oppdiktet Gift";
        changed["persons"]![1]!["email"] = "to@example.org";

        var tried = (await cluster.PostAsync("/import/popolo?lang=en&dryRun=true", changed.ToJsonString())).Being(HttpStatusCode.OK).Json["import"]!;
        var taken = (await cluster.PostAsync("/import/popolo?lang=en", changed.ToJsonString(), ("Idempotency-Key", "wed"))).Being(HttpStatusCode.Created);

        taken.Json.ToJsonString().Should().Be(tried.ToJsonString());
        (await cluster.PostAsync("/import/popolo?lang=en", changed.ToJsonString(), ("Idempotency-Key", "wed"))).Being(HttpStatusCode.Created);
        var again = taken.Json;
        again["changes"]!.AsArray().Should().BeEmpty();
        again["notes"]!.AsArray().Where(n => n!["path"]!.GetValue<string>().StartsWith("/persons/", StringComparison.Ordinal)).Select(n => $"{n!["path"]}: {n["message"]}").Should().Equal(
            "/persons/0/name: The person is registered already, with something else; what stands here is entered.",
            "/persons/1/email: The person is registered already, with something else; what stands here is entered.");
        (await cluster.GetAsync("/people")).Text.Should().Contain("Oppdiktet Gift").And.NotContain("Oppdiktet Én");
        (await cluster.PostAsync("/import/popolo", changed.ToJsonString())).Being(HttpStatusCode.OK);
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task Our_own_export_sent_to_the_cluster_it_is_of_changes_nothing()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.Created);

        foreach (var path in new[] { "/export/popolo.json", "/export/popolo.json?history=true" })
            (await cluster.PostAsync("/import/popolo", (await cluster.GetAsync(path)).Text)).Being(HttpStatusCode.OK).Json["changes"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task A_membership_that_begins_on_another_day_in_a_later_edition_is_the_same_one_and_told_of()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.Created);
        var changed = Document();
        changed["memberships"]![0]!["start_date"] = "2018-03";
        changed["memberships"]![1]!["start_date"] = "2018-04-01";

        var again = (await cluster.PostAsync("/import/popolo", changed.ToJsonString())).Being(HttpStatusCode.OK).Json;

        again["changes"]!.AsArray().Should().BeEmpty();
        again["notes"]!.AsArray().Select(n => n!["path"]!.GetValue<string>()).Should().Contain("/memberships/0/start_date").And.Contain("/memberships/1/start_date");
    }

    [Fact]
    public async Task A_membership_with_another_role_in_a_later_edition_changes_its_seat_and_leaves_no_second_one_behind()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.Created);
        var changed = Document();
        changed["memberships"]![1]!["role"] = "secretary";

        var taken = (await cluster.PostAsync("/import/popolo", changed.ToJsonString())).Being(HttpStatusCode.Created).Json;

        taken["changes"]!.AsArray().Select(c => c!["type"]!.GetValue<string>()).Should().Equal("change-seat");
        (await cluster.GetAsync("/structure?asOf=2021-06-01")).Json["bodies"]![0]!["seats"]!.AsArray().Select(s => $"{s!["role"]}").Should().BeEquivalentTo("chair", "member", "observer");
        (await cluster.GetAsync("/structure")).Json["bodies"]![0]!["seats"]!.AsArray().Select(s => $"{s!["role"]}").Should().BeEquivalentTo("chair", "secretary", "observer");
        (await cluster.PostAsync("/import/popolo", changed.ToJsonString())).Being(HttpStatusCode.OK).Json["changes"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task A_post_that_was_left_out_and_is_back_is_told_of()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.Created);
        var without = Document();
        without["posts"]!.AsArray().Clear();
        without["memberships"]!.AsArray().RemoveAt(0);
        (await cluster.PostAsync("/import/popolo", without.ToJsonString())).Being(HttpStatusCode.Created);

        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.OK).Json["notes"]!.AsArray().Select(n => n!["path"]!.GetValue<string>()).Should().Contain("/posts/0").And.Contain("/memberships/0/end_date");
    }

    [Fact]
    public async Task Another_substitute_another_body_that_one_advises_and_a_strategy_that_follows_are_recorded()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", WithLeave("2", "Strategi", "2020").ToJsonString())).Being(HttpStatusCode.Created);
        var changed = WithLeave("3", "Ny strategi", "2024-02-01");
        changed["organizations"]![2]!["extra"] = new JsonObject { ["advisory_to"] = new JsonArray("styret") };

        var taken = (await cluster.PostAsync("/import/popolo", changed.ToJsonString())).Being(HttpStatusCode.Created).Json;

        taken["changes"]!.AsArray().Select(c => c!["type"]!.GetValue<string>()).Should().BeEquivalentTo("grant-leave", "move-body", "adopt-strategy");
        (await cluster.GetAsync("/structure")).Json["bodies"]![0]!["seats"]![0]!["leave"]!["acting"]!["name"]!.GetValue<string>().Should().Be("Oppdiktet Tre");
        (await cluster.PostAsync("/import/popolo", changed.ToJsonString())).Being(HttpStatusCode.OK).Json["changes"]!.AsArray().Should().BeEmpty();

        static JsonObject WithLeave(string substitute, string strategy, string from)
        {
            var document = Document();
            document["organizations"]![0]!["extra"] = new JsonObject { ["strategy"] = new JsonObject { ["title"] = strategy, ["valid_from"] = from } };
            document["memberships"]![0]!["extra"]!["leave"] = new JsonObject { ["start_date"] = "2023-01-01", ["acting_person_id"] = substitute };
            return document;
        }
    }

    [Fact]
    public async Task What_a_person_was_called_before_is_kept()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document().ToJsonString())).Being(HttpStatusCode.Created);
        var changed = Document();
        changed["persons"]![0]!["other_names"] = new JsonArray(new JsonObject { ["name"] = "Oppdiktet Null", ["end_date"] = "2010" });

        var notes = (await cluster.PostAsync("/import/popolo?lang=en", changed.ToJsonString())).Being(HttpStatusCode.Created).Json["notes"]!.AsArray().Select(n => $"{n!["path"]}: {n["message"]}").ToList();

        notes.Should().Contain("/persons/0/other_names: The person is registered already, with something else; what stands here is entered.").And.Contain("/persons/0/other_names/0/end_date: 'end_date' is not used.");
        var person = (await cluster.GetAsync("/people")).Json["people"]!.AsArray().First(p => p!["name"]!.GetValue<string>() == "Oppdiktet Én")!["id"];
        (await cluster.GetAsync($"/people/{person}/access")).Text.Should().Contain("Oppdiktet Null");
        (await cluster.PostAsync("/import/popolo", changed.ToJsonString())).Being(HttpStatusCode.OK).Json["notes"]!.ToJsonString().Should().NotContain("er registrert fra før");
    }

    private static JsonObject Document() => JsonNode.Parse("""
        {"organizations": [
           {"id": "k", "name": "Klyngen", "founding_date": "2018"},
           {"id": "styret", "name": "Styret", "classification": "board", "parent_id": "k", "founding_date": "2018"},
           {"id": "utvalget", "name": "Utvalget", "classification": "committee", "parent_id": "styret", "founding_date": "2019"}],
         "persons": [{"id": "1", "name": "Oppdiktet Én"}, {"id": "2", "name": "Oppdiktet To"}, {"id": "3", "name": "Oppdiktet Tre"}],
         "posts": [{"id": "leder", "label": "Leder", "organization_id": "styret"}],
         "memberships": [
           {"person_id": "1", "post_id": "leder", "start_date": "2018", "extra": {"term_through": "2999"}},
           {"person_id": "2", "organization_id": "styret", "role": "member", "start_date": "2018", "extra": {"term_through": "2999"}},
           {"person_id": "3", "organization_id": "styret", "role": "observer", "start_date": "2019", "extra": {"term_through": "2999"}}],
         "motions": [{"id": "m", "text": "Vedtatt", "result": "passed", "date": "2019-05-05"}]}
        """)!.AsObject();

    /// <summary>A body with who sat in it, without the last days that are known since.</summary>
    private static string Sat(JsonNode? body)
    {
        foreach (var holder in body!["seats"]!.AsArray().Select(s => s!["holder"]?.AsObject()).OfType<JsonObject>()) holder.Remove("validThrough");
        return body.ToJsonString();
    }
}
