using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Searching;

public sealed class SearchTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("arbeidsgrupper", "body Styringsgruppe", "decision Ny organisering")]
    [InlineData("arbeidsgr", "body Styringsgruppe", "decision Ny organisering")]
    [InlineData("partnermøt", "body Partnermøte", "decision Ny organisering")]
    [InlineData("STYRINGSGRUPPEN", "body Styringsgruppe", "body Partnermøte")]
    [InlineData("tverrfaglige årsrapport", "mandate Styringsgruppe")]
    [InlineData("årsrapp", "mandate Styringsgruppe")]
    [InlineData("12/22", "decision Ny organisering")]
    [InlineData("oppdiktede", "person Oppdiktet Ærlig")]
    [InlineData("ærl", "person Oppdiktet Ærlig")]
    [InlineData("Ærlig Opp", "person Oppdiktet Ærlig")]
    [InlineData("høyskolen", "partner Høgskulen på Øya")]
    [InlineData("hogskulen oya", "partner Høgskulen på Øya")]
    [InlineData("hoegskulen oya", "partner Høgskulen på Øya")]
    [InlineData("partnermot", "body Partnermøte", "decision Ny organisering")]
    [InlineData("\"hogskulen pa\"", "partner Høgskulen på Øya")]
    [InlineData("hogskulen -oya")]
    [InlineData("ørlig")]
    [InlineData("aerlig", "person Oppdiktet Ærlig")]
    [InlineData("åbene dør", "person Døra Aabenes")]
    [InlineData("dora abenes")]
    [InlineData("øya", "partner Høgskulen på Øya")]
    [InlineData("working", "body Styringsgruppe")]
    [InlineData("\"navn bytter\"", "decision Ny organisering")]
    [InlineData("\"bytter navn\"")]
    [InlineData("organisering -navn")]
    [InlineData("årsrapport or partnermøte", "body Partnermøte", "decision Ny organisering", "mandate Styringsgruppe")]
    [InlineData("finnesikke")]
    public async Task Things_are_found_by_their_stem_their_beginning_and_what_they_were_called(string q, params string[] found)
    {
        var cluster = await TellAsync();

        var hits = await HitsAsync(cluster, q);

        hits.Select(h => $"{h["kind"]} {h["name"]}").Should().BeEquivalentTo(found);
    }

    [Fact]
    public async Task A_hit_says_what_it_is_which_day_it_concerns_and_shows_the_text_in_pieces()
    {
        var cluster = await TellAsync();

        var hits = await HitsAsync(cluster, "styringsgruppe");

        hits.Select(h => h["name"]!.GetValue<string>()).Should().Equal(["Styringsgruppe", "Partnermøte"], "the one that is called so today comes first");
        hits[0].Select(m => m.Key).Should().Equal("kind", "id", "name", "date", "snippet", "link");
        (hits[1]["date"]!.GetValue<string>(), hits[1]["validThrough"]!.GetValue<string>()).Should().Be(("2016", "2022-06-14"));
        hits[1]["snippet"]!.ToJsonString().Should().Be("""[{"text":"Styringsgruppe","hit":true}]""");
        hits[1]["link"]!.GetValue<string>().Should().Be($"/api/clusters/{cluster.Id}/bodies/{hits[1]["id"]}");
        (await cluster.GetAsync(hits[1]["link"]!.GetValue<string>()[$"/api/clusters/{cluster.Id}".Length..])).Being(HttpStatusCode.OK);
        var decision = (await HitsAsync(cluster, "bytter"))[0];
        (decision["caseNumber"]!.GetValue<string>(), decision["status"]!.GetValue<string>(), decision["date"]!.GetValue<string>()).Should().Be(("12/22", "recorded", "2022-06-15"));
        string.Concat(decision["snippet"]!.AsArray().Select(f => f!["text"]!.GetValue<string>())).Should().Be("Arbeidsgruppe og Partnermøte: et navn bytter <b>plass</b> & alt er som før");
        decision["snippet"]!.AsArray().Where(f => f!["hit"]!.GetValue<bool>()).Select(f => f!["text"]!.GetValue<string>()).Should().Equal("bytter");
    }

    [Theory]
    [InlineData("oya", "Høgskulen på |Øya")]
    [InlineData("arsrapport", "Sørge for tverrfaglighet.\nLegge fram |årsrapporten|.")]
    public async Task A_word_that_is_spelled_otherwise_is_marked_as_it_is_written(string q, string pieces)
    {
        var cluster = await TellAsync();

        var hits = await HitsAsync(cluster, q);

        hits.Select(h => string.Join('|', h["snippet"]!.AsArray().Select(f => f!["text"]!.GetValue<string>()))).Should().Contain(pieces);
        hits.SelectMany(h => h["snippet"]!.AsArray()).Where(f => f!["hit"]!.GetValue<bool>()).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("<b>plass</b>")]
    [InlineData("'); drop table reporting.search_texts; --")]
    [InlineData("\"uten ende")]
    [InlineData("a:* & !b | (c <-> d)")]
    [InlineData("\\' \\\\ :A 'x':*")]
    [InlineData("!!! ??? -")]
    [InlineData("og i på")]
    [InlineData("-ingenting")]
    [InlineData("e-post@example.org https://example.org/a?b=c&d=e")]
    [InlineData("𝕬lfa 😀 %_ U&'\\0041'")]
    public async Task Whatever_is_typed_is_answered(string q)
    {
        var cluster = await TellAsync();

        foreach (var hit in await HitsAsync(cluster.As(null), q)) hit["snippet"]!.AsArray().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("?q=")]
    [InlineData("?q=%20%20")]
    [InlineData("")]
    [InlineData("?q=styre&type=styret")]
    [InlineData("?q=styre&after=styret")]
    [InlineData("?q=styre&limit=101")]
    public async Task What_cannot_be_searched_for_is_refused(string query)
    {
        var cluster = await api.FoundAsync();
        (await cluster.GetAsync($"/search{query}")).Being(HttpStatusCode.BadRequest).Json["type"]!.GetValue<string>().Should().Be("/problems/malformed");
        (await cluster.GetAsync($"/search?q={new string('a', 301)}")).Being(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Piece_by_piece_everything_comes_once_in_the_same_order_also_when_more_is_recorded_meanwhile()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2020", [.. Enumerable.Range(1, 23).Select(n => $"Utvalg {n}")]);
        var whole = (await HitsAsync(cluster, "utvalg", "&limit=100")).Select(h => h["id"]!.GetValue<string>()).ToList();

        var (pieces, after) = (new List<string>(), "");
        do
        {
            var piece = (await cluster.GetAsync($"/search?q=utvalg&limit=5{after}")).Being(HttpStatusCode.OK).Json;
            pieces.AddRange(piece["hits"]!.AsArray().Select(h => h!["id"]!.GetValue<string>()));
            after = piece["next"] is { } next ? $"&after={next}" : null;
            await cluster.DecideAsync($$"""{"title": "Noe annet {{pieces.Count}}", "decidedByText": "Partnerne", "decidedOn": "2021"}""");
        }
        while (after is not null);

        pieces.Should().Equal(whole).And.HaveCount(23);
        (await HitsAsync(cluster, "utvalg", "&type=decision")).Should().BeEmpty();
    }

    private static async Task<List<JsonObject>> HitsAsync(ClusterClient cluster, string q, string more = "") =>
        [.. (await cluster.GetAsync($"/search?q={Uri.EscapeDataString(q)}{more}")).Being(HttpStatusCode.OK).Json["hits"]!.AsArray().Select(h => h!.AsObject())];

    private async Task<ClusterClient> TellAsync()
    {
        var cluster = await api.FoundAsync();
        await cluster.DecideAsync("""
            {"title": "Klyngen opprettes", "decidedByText": "Partnerne", "decidedOn": "2016", "changes": [
              {"type": "establish-body", "ref": "top", "kind": "partner-meeting", "name": "Styringsgruppe"},
              {"type": "establish-body", "ref": "work", "kind": "steering-group", "name": "Arbeidsgruppe", "nameEn": "Working group", "parent": "#top"},
              {"type": "admit-partner", "name": "Høyskolen på Øya", "kind": "university"},
              {"type": "appoint", "body": "#work", "role": "chair", "person": {"name": "Oppdiktet Ærlig"}},
              {"type": "appoint", "body": "#work", "role": "member", "person": {"name": "Døra Aabenes"}}]}
            """);
        await cluster.DecideAsync("""
            {"caseNumber": "12/22", "title": "Ny organisering", "text": "Arbeidsgruppe og Partnermøte: et navn bytter <b>plass</b> & alt er som før.", "decidedBy": "Styringsgruppe", "decidedOn": "2022-06-15", "changes": [
              {"type": "rename-body", "body": "Arbeidsgruppe", "name": "Styringsgruppe"},
              {"type": "rename-body", "body": "Styringsgruppe", "name": "Partnermøte"},
              {"type": "rename-partner", "partner": "Høyskolen på Øya", "name": "Høgskulen på Øya"},
              {"type": "adopt-mandate", "body": "Arbeidsgruppe", "points": ["Sørge for tverrfaglighet.", "Legge fram årsrapporten."]}]}
            """);
        return cluster;
    }
}
