using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Security;
using Governance.Tests.Api.Exports;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Importing;

public sealed class PopoloTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task What_was_exported_and_taken_in_again_has_the_same_structure_on_that_day()
    {
        await using var from = await TestApi.StartAsync();
        var alrek = await Demo.LoadEventfulAsync(from);
        foreach (var day in new[] { "2017-06-01", "2021-12-31", "2022-06-15", "2023-09-01", "2026-01-01" })
        {
            var popolo = (await alrek.GetAsync($"/export/popolo.json?asOf={day}")).Being(HttpStatusCode.OK).Text;
            var cluster = api.Unfounded();

            var tried = (await cluster.PostAsync("/import/popolo?dryRun=true", popolo)).Being(HttpStatusCode.OK).Json;
            (await cluster.GetAsync("/structure")).Being(HttpStatusCode.NotFound);
            var taken = (await cluster.PostAsync("/import/popolo", popolo, ("Idempotency-Key", "popolo"))).Being(HttpStatusCode.Created);

            tried["violations"]!.AsArray().Should().BeEmpty();
            tried["import"]!.ToJsonString().Should().Be(taken.Json.ToJsonString());
            (await ShapeAsync(cluster, day)).Should().Be(await ShapeAsync(alrek, day));
            (await cluster.PostAsync("/import/popolo", popolo, ("Idempotency-Key", "popolo"))).Being(HttpStatusCode.Created).Text.Should().Be(taken.Text);
            var body = JsonNode.Parse(popolo)!["organizations"]!.AsArray().First(o => o!["parent_id"] is not null)!;
            (await cluster.GetAsync($"/bodies/{taken.Json["ids"]![$"organizations/{body["id"]}"]}?asOf={day}")).Json["name"]!.GetValue<string>().Should().Be(body["name"]!.GetValue<string>());
            await api.VerifyAsync(cluster);
        }
    }

    [Fact]
    public async Task The_usual_form_is_taken_in_with_former_names_partial_dates_and_members_without_posts()
    {
        var cluster = api.Unfounded();

        var taken = (await cluster.PostAsync("/import/popolo?lang=en", Usual)).Being(HttpStatusCode.Created);

        var then = (await cluster.GetAsync("/structure?asOf=2018-06-01")).Json["bodies"]![0]!;
        (then["name"]!.GetValue<string>(), then["kind"]!.GetValue<string>()).Should().Be(("Interimsstyret", "board"));
        then["seats"]!.AsArray().Select(s => $"{s!["role"]} {s["holder"]?["name"]} {s["represents"]?["name"]}").Should().Equal("chair Oppdiktet Én Partiet");
        var now = (await cluster.GetAsync("/structure?asOf=2021-06-01")).Json;
        now["bodies"]!.AsArray().Select(b => b!["name"]!.GetValue<string>()).Should().Equal("Styret");
        now["bodies"]![0]!["formerNames"]!.AsArray().Select(n => n!.GetValue<string>()).Should().Equal("Interimsstyret");
        now["bodies"]![0]!["seats"]!.AsArray().Select(s => $"{s!["role"]} {s["title"]} {s["holder"]?["name"]}").Should().Equal("chair  Oppdiktet To", "member ordfører Oppdiktet Én");
        now["bodies"]![0]!["children"]!.AsArray().Select(b => b!["name"]!.GetValue<string>()).Should().Equal("Utvalget");
        (await cluster.GetAsync("/structure?asOf=2022-01-01")).Json["bodies"]![0]!["children"]!.AsArray().Should().BeEmpty("it was dissolved after 2021");
        now["partners"]!.AsArray().Select(p => $"{p!["name"]} {p["kind"]}").Should().Equal("Partiet other");
        taken.Json["notes"]!.AsArray().Select(n => $"{n!["path"]} {n["message"]}").Should().BeEquivalentTo(
            "/organizations/2/other_names/0 'Lista' has no last day and is left out: nothing says when the name was in use.",
            "/organizations/2 Nothing says when it became a partner; 2018 is used.",
            "/organizations/3/founding_date Is missing; 2019-03 is used.",
            "/organizations/3/classification 'sammenslutning' is not one of our kinds of body; 'other' is used.",
            "/memberships/2/role 'ordfører' is not one of our roles; 'member' is used, with the text as title.");
        (await cluster.GetAsync("/people")).Json["people"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).Should().BeEquivalentTo("Oppdiktet Én", "Oppdiktet To");
    }

    [Fact]
    public async Task What_does_not_hold_together_is_told_with_its_place_and_nothing_is_taken_in()
    {
        var cluster = api.Unfounded();
        var wrong = (await cluster.PostAsync("/import/popolo?lang=en", """
            {"organizations": [{"id": "k", "name": "Klyngen", "founding_date": "2016", "classification": "cluster"}, {"id": "a", "name": "A", "parent_id": "k"}, {"id": "a", "name": "B", "parent_id": "x"}, {"name": "C"}, {"id": "d", "name": "D", "parent_id": "d", "founding_date": "i fjor"}],
             "persons": "alle", "posts": [7, {"id": "p", "organization_id": "k"}],
             "memberships": [{"person_id": "z", "post_id": "q", "on_behalf_of_id": "y"}]}
            """)).Being(HttpStatusCode.BadRequest).Json["faults"]!.AsArray();
        wrong.Select(f => $"{f!["path"]} {f["message"]}").Should().BeEquivalentTo(
            "/organizations/3/id Is missing.", "/organizations/4/founding_date Is not a date. Popolo writes 2016, 2016-08 or 2016-08-15.", "/persons Must be a list, not a text.", "/posts/0 Must be an object, not a number.");

        var loose = (await cluster.PostAsync("/import/popolo", """
            {"organizations": [{"id": "k", "name": "Klyngen", "founding_date": "2016"}, {"id": "a", "name": "A", "parent_id": "k"}, {"id": "a", "name": "B", "parent_id": "x"}, {"id": "d", "name": "D", "parent_id": "d"}],
             "persons": [], "posts": [{"id": "p", "organization_id": "k"}], "meta": {"cluster": "k"},
             "memberships": [{"person_id": "z", "post_id": "q", "on_behalf_of_id": "y"}]}
            """)).Being(HttpStatusCode.BadRequest).Json["faults"]!.AsArray();
        loose.Select(f => f!["path"]!.GetValue<string>()).Should().BeEquivalentTo(
            "/organizations/2/id", "/organizations/2/parent_id", "/organizations/3/parent_id", "/posts/0/organization_id", "/memberships/0/person_id", "/memberships/0/post_id", "/memberships/0/on_behalf_of_id");
        (await cluster.PostAsync("/import/popolo", """{"organizations": [], "persons": []}""")).Being(HttpStatusCode.BadRequest).Json["faults"]![0]!["path"]!.GetValue<string>().Should().Be("/organizations");
        (await cluster.GetAsync("/structure")).Being(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_the_rules_refuse_is_told_with_the_record_it_comes_from()
    {
        var cluster = api.Unfounded();
        const string document = """
            {"organizations": [{"id": "k", "name": "Klyngen", "founding_date": "2016"}, {"id": "a", "name": "A", "parent_id": "k", "founding_date": "2016"}, {"id": "b", "name": "A", "parent_id": "k", "founding_date": "2017"}],
             "persons": [{"id": "1", "name": "Oppdiktet Én"}, {"id": "2", "name": "Oppdiktet To"}], "posts": [{"id": "p", "organization_id": "a", "role": "leder"}],
             "memberships": [{"person_id": "1", "post_id": "p", "start_date": "2018", "extra": {"term_through": "2021"}}, {"person_id": "2", "post_id": "p", "start_date": "2019"}]}
            """;

        var tried = (await cluster.PostAsync("/import/popolo?dryRun=true", document)).Being(HttpStatusCode.OK).Json["violations"]!.AsArray();
        var refused = (await cluster.PostAsync("/import/popolo", document)).Being(HttpStatusCode.UnprocessableEntity).Json["violations"]!.AsArray();

        refused.ToJsonString().Should().Be(tried.ToJsonString());
        refused.Select(v => $"{v!["code"]} {v["at"]}").Should().BeEquivalentTo("name-taken /organizations/2", "seat-taken /memberships/1");
        (await cluster.GetAsync("/structure")).Being(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cluster_that_is_there_is_added_to_by_its_secretary_and_no_other_is_founded()
    {
        var cluster = await api.FoundAsync();
        var secretary = cluster.As(await api.KeyAsync(Role.Secretary, cluster.Id));
        const string document = """{"organizations": [{"id": "s", "name": "Styret", "classification": "styre", "founding_date": "2020-02"}], "posts": [{"id": "p", "organization_id": "s", "role": "leder", "label": "styreleder"}], "persons": [], "memberships": []}""";

        (await secretary.PostAsync("/import/popolo", document)).Being(HttpStatusCode.Created);

        var board = (await cluster.GetAsync("/structure?asOf=2020-02-01")).Json["bodies"]![0]!;
        $"{board["name"]} {board["kind"]} {board["seats"]![0]!["role"]} {board["seats"]![0]!["title"]}".Should().Be("Styret board chair styreleder");
        (await api.Unfounded().As(await api.KeyAsync(Role.Secretary, cluster.Id)).PostAsync("/import/popolo", document)).Being(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_passed_over_may_be_anything_and_a_text_that_is_not_Unicode_is_told_of()
    {
        var cluster = await api.FoundAsync();
        const string document = """{"organizations": [{"id": "s", "name": "Styret", "founding_date": "2020", "\ud800": {"at": [60.39, 5.32], "\ud800": 1, "a": 1, "a": 2}}], "\ud800": []}""";

        (await cluster.PostAsync("/import/popolo", document)).Being(HttpStatusCode.Created);
        (await cluster.PostAsync("/import/popolo", document.Replace("Styret", "\\ud800", StringComparison.Ordinal))).Being(HttpStatusCode.BadRequest).Text.Should().Contain("/organizations/0/name");
    }

    private const string Usual = """
        {"organizations": [
           {"id": "https://example.org/klyngen", "name": "Klyngen", "founding_date": "2018"},
           {"id": "styret", "name": "Styret", "classification": "Board", "parent_id": "https://example.org/klyngen", "founding_date": "2018-01", "other_names": [{"name": "Interimsstyret", "end_date": "2019"}]},
           {"id": "partiet", "name": "Partiet", "classification": "party", "other_names": [{"name": "Lista"}], "contact_details": []},
           {"id": "utvalget", "name": "Utvalget", "classification": "sammenslutning", "parent_id": "styret", "dissolution_date": "2021"}],
         "persons": [{"id": "1", "name": "Oppdiktet Én", "image": null, "email": ""}, {"id": "2", "name": "Oppdiktet To"}],
         "posts": [{"id": "leder", "label": "Leder", "organization_id": "styret"}],
         "memberships": [
           {"person_id": "1", "post_id": "leder", "organization_id": "styret", "on_behalf_of_id": "partiet", "start_date": "2018", "end_date": "2019-12-31"},
           {"person_id": "2", "post_id": "leder", "start_date": "2020-01-01"},
           {"person_id": "1", "organization_id": "styret", "role": "ordfører", "start_date": "2020"},
           {"person_id": "2", "organization_id": "utvalget", "role": "member", "start_date": "2019-03"}],
         "areas": [], "events": []}
        """;

    /// <summary>The structure by its names alone: bodies with what they were called, mandates, seats and holders; partners.</summary>
    private static async Task<string> ShapeAsync(ClusterClient cluster, string day)
    {
        var structure = (await cluster.GetAsync($"/structure?asOf={day}")).Being(HttpStatusCode.OK).Json;
        return string.Join('\n', structure["bodies"]!.AsArray().SelectMany(b => Lines(b!, "")).Concat(structure["partners"]!.AsArray().Select(p => $"{p!["name"]} {p["kind"]} {p["validFrom"]}")));
    }

    private static IEnumerable<string> Lines(JsonNode body, string indent) =>
        [
            $"{indent}{body["name"]} {body["kind"]} {body["formerNames"]!.ToJsonString()} {body["mandate"]?["points"]?.ToJsonString()} {body["mandate"]?["validFrom"]}",
            .. body["seats"]!.AsArray().Select(s => $"{indent}- {s!["role"]} {s["title"]} {s["represents"]?["name"]} {s["votes"]} {s["status"]} {s["holder"]?["name"]} {s["holder"]?["validFrom"]} {s["holder"]?["termThrough"]} {s["holder"]?["validThrough"]}"),
            .. body["children"]!.AsArray().SelectMany(c => Lines(c!, indent + "  ")),
        ];
}
