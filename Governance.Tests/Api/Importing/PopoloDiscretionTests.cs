using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Importing;

/// <summary>What is internal or unlisted stays so in a document and out of it, and what Popolo has no word for is kept.</summary>
public sealed class PopoloDiscretionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory, InlineData(""), InlineData("?history=true")]
    public async Task What_Popolo_has_no_word_for_comes_back_as_it_was_to_readers_and_to_the_public(string history)
    {
        var (from, to) = (await EverythingAsync(), api.Unfounded());
        var popolo = (await from.GetAsync("/export/popolo.json" + history)).Being(HttpStatusCode.OK).Text;

        (await to.PostAsync("/import/popolo", popolo)).Being(HttpStatusCode.Created);

        foreach (var key in new[] { TestApi.AdminKey, null })
            (await SeenAsync(to.As(key))).Should().Be(await SeenAsync(from.As(key)));
        (await to.As(null).GetAsync("/structure")).Text.Should().NotContain("Lukket").And.NotContain("Hemmelig");
        (await to.As(null).GetAsync("/decisions")).Text.Should().NotContain("Taushet");
        (await to.GetAsync("/decisions")).Text.Should().Contain("Taushet");
        (await to.GetAsync("/people")).Json["people"]!.AsArray().Should().Contain(p => p!["name"]!.GetValue<string>() == "Hemmelig Navn");
    }

    [Fact]
    public async Task Whoever_has_left_and_whatever_is_gone_stands_in_the_history_and_nothing_internal_in_the_public_one()
    {
        var cluster = await EverythingAsync();
        await cluster.DecideAsync("""{"title": "Slutt", "decidedByText": "Partnerne", "decidedOn": "2022", "changes": [{"type": "dissolve-body", "body": "Rådet"}, {"type": "withdraw-partner", "partner": "Kommunen"}]}""");

        var day = (await cluster.GetAsync("/export/popolo.json")).Json;
        var whole = (await cluster.GetAsync("/export/popolo.json?history=true")).Json;
        var open = (await cluster.As(null).GetAsync("/export/popolo.json?history=true")).Text;

        Names(day, "organizations").Should().NotContain("Rådet").And.NotContain("Kommunen");
        whole["organizations"]!.AsArray().Select(o => $"{o!["name"]} {o["dissolution_date"]}{o["extra"]!["partner_through"]}").Should().Contain(["Rådet 2021", "Kommunen 2021"]);
        whole["memberships"]!.AsArray().Select(m => $"{m!["label"]} {m["start_date"]} {m["end_date"]}").Should().Contain("Rådgiver 2020 2021");
        whole["motions"]!.AsArray().Should().OnlyContain(m => m!["extra"]!["decision"] != null);
        open.Should().Contain("Rådet").And.NotContain("Lukket").And.NotContain("Hemmelig").And.NotContain("Taushet");
        Interop.PopoloRules.Faults(whole).Should().BeEmpty();
    }

    [Fact]
    public async Task A_document_that_says_nothing_of_it_can_be_taken_in_as_internal()
    {
        var cluster = api.Unfounded();

        (await cluster.PostAsync("/import/popolo?visibility=internal", """
            {"organizations": [{"id": "k", "name": "Klyngen", "founding_date": "2018"}, {"id": "a", "name": "Lukket", "parent_id": "k"}, {"id": "b", "name": "Åpent", "parent_id": "k", "extra": {"visibility": "public"}}],
             "motions": [{"id": "m", "text": "Taushet", "result": "passed", "date": "2019"}]}
            """)).Being(HttpStatusCode.Created);

        (await cluster.As(null).GetAsync("/structure")).Json["bodies"]!.AsArray().Select(b => b!["name"]!.GetValue<string>()).Should().Equal("Åpent");
        (await cluster.GetAsync("/structure")).Json["bodies"]!.AsArray().Should().HaveCount(2);
        (await cluster.As(null).GetAsync("/decisions")).Json["decisions"]!.AsArray().Should().BeEmpty();
    }

    private async Task<ClusterClient> EverythingAsync()
    {
        var cluster = await api.FoundAsync("2019");
        await cluster.DecideAsync("""
            {"title": "Opprettelse", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [
              {"type": "admit-partner", "ref": "kom", "kind": "municipality", "name": "Kommunen", "nameEn": "The Municipality", "organisationNumber": "123456785"},
              {"type": "establish-body", "ref": "s", "kind": "board", "name": "Styret", "nameEn": "The Board"},
              {"type": "establish-body", "ref": "r", "kind": "council", "name": "Rådet", "nameEn": "The Council", "advisoryTo": "#s"},
              {"type": "establish-body", "ref": "i", "kind": "committee", "name": "Lukket utvalg", "parent": "#s", "visibility": "internal"},
              {"type": "adopt-mandate", "body": "#s", "points": ["Lede"], "purpose": "Ledelse", "validThrough": "2998", "deliverable": "En plan", "dueOn": "2997"},
              {"type": "set-composition-rules", "body": "#s", "coChairs": true, "maxSeats": 9, "termLength": "P3Y", "genderBalance": true, "carryOver": false},
              {"type": "create-seat", "ref": "c", "body": "#s", "role": "chair", "represents": "#kom", "order": 3},
              {"type": "create-seat", "ref": "v", "body": "#s", "role": "deputy", "deputyFor": "#c"},
              {"type": "create-seat", "ref": "u", "body": "#s", "role": "observer", "userRepresentative": true, "votes": true, "represents": "Brukerne"},
              {"type": "create-seat", "ref": "e", "body": "#r", "role": "member", "exOfficio": {"body": "#s", "role": "chair"}},
              {"type": "appoint", "seat": "#c", "person": {"ref": "p", "name": "Hemmelig Navn", "title": "Sjef", "organisation": "Kommunen"}, "termThrough": "2996"},
              {"type": "appoint", "body": "#r", "role": "adviser", "person": {"name": "Oppdiktet Én"}, "title": "Rådgiver", "termThrough": "2995"}]}
            """);
        await cluster.DecideAsync("""{"title": "Taushet", "decidedByText": "Partnerne", "decidedOn": "2021", "visibility": "internal", "changes": []}""");
        var hidden = (await cluster.GetAsync("/people")).Json["people"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == "Hemmelig Navn")!["id"];
        (await cluster.PatchAsync($"/people/{hidden}", """{"unlisted": true}""")).Being(HttpStatusCode.OK);
        return cluster;
    }

    /// <summary>The structure without ids, and the rules of its bodies; decisions that an import of a day cannot know apart.</summary>
    private static async Task<string> SeenAsync(ClusterClient cluster)
    {
        var structure = (await cluster.GetAsync("/structure")).Being(HttpStatusCode.OK).Json;
        var rules = new List<string>();
        foreach (var body in (await cluster.GetAsync("/bodies")).Json["bodies"]!.AsArray())
            rules.Add((await cluster.GetAsync($"/bodies/{body!["id"]}")).Json["rules"]!.ToJsonString());
        Strip(structure);
        return structure.ToJsonString() + string.Join('\n', rules);
    }

    private static void Strip(JsonNode node)
    {
        if (node is JsonArray list)
            foreach (var item in list) { if (item is not null) Strip(item); }
        if (node is not JsonObject record) return;
        foreach (var member in new[] { "id", "decision", "partner", "deputyFor", "parent" }) record.Remove(member);
        if (record["advisoryTo"] is JsonArray advised) record["advisoryTo"] = advised.Count;
        if (record["exOfficio"] is JsonObject office) office.Remove("body");
        if (record["represents"] is JsonObject represents) represents.Remove("body");
        foreach (var (_, value) in record) if (value is not null) Strip(value);
    }

    private static IEnumerable<string> Names(JsonNode document, string list) => document[list]!.AsArray().Select(o => o!["name"]!.GetValue<string>());
}
