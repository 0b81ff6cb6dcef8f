using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Api.Searching;

public sealed class SearchPrivacyTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task The_public_finds_nothing_that_is_internal_unlisted_or_without_a_public_role_and_pages_do_not_count_it()
    {
        var cluster = await api.FoundAsync();
        await cluster.PostAsync("/people", """{"name": "Purpur Uten Verv"}""");
        var unlisted = (await cluster.PostAsync("/people", """{"name": "Purpur Skjult", "unlisted": true}""")).Being(HttpStatusCode.Created).Id;
        await cluster.DecideAsync($$"""
            {"title": "Purpur offentlig", "note": "Merknad om fiolett", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [
              {"type": "establish-body", "ref": "open", "kind": "board", "name": "Purpur styre"},
              {"type": "appoint", "body": "#open", "role": "chair", "person": {"name": "Purpur Leder"} },
              {"type": "appoint", "body": "#open", "role": "secretary", "person": "{{unlisted}}"},
              {"type": "establish-body", "ref": "closed", "kind": "board", "name": "Purpur lukket", "visibility": "internal"},
              {"type": "establish-body", "ref": "under", "kind": "board", "name": "Purpur under", "parent": "#closed"},
              {"type": "adopt-mandate", "body": "#under", "points": ["Purpur mandat"]},
              {"type": "appoint", "body": "#closed", "role": "chair", "person": {"name": "Purpur Intern"} }]}
            """);
        await cluster.DecideAsync("""{"title": "Purpur internt", "visibility": "internal", "decidedByText": "Partnerne", "decidedOn": "2021"}""");
        var reader = cluster.As(await api.KeyAsync(Role.Reader, cluster.Id));

        (await NamesAsync(cluster.As(null), "purpur")).Should().BeEquivalentTo("Purpur offentlig", "Purpur styre", "Purpur Leder");
        (await NamesAsync(reader, "purpur")).Should().BeEquivalentTo(
            "Purpur offentlig", "Purpur styre", "Purpur Leder", "Purpur Skjult", "Purpur Uten Verv", "Purpur lukket", "Purpur under", "Purpur under", "Purpur Intern", "Purpur internt");
        (await cluster.As(null).GetAsync("/search?q=purpur&limit=3")).Json["next"].Should().BeNull();
        (await NamesAsync(cluster.As(null), "fiolett")).Should().BeEmpty();
        (await NamesAsync(reader, "fiolett")).Should().Equal("Purpur offentlig");
        (await cluster.As(null).GetAsync("/search?q=offentlig")).Text.Should().NotContain("fiolett");
        (await NamesAsync(cluster.As(await api.KeyAsync(Role.Reader, "another")), "purpur")).Should().HaveCount(3);
    }

    [Fact]
    public async Task What_is_corrected_annulled_or_redacted_is_not_found_by_its_old_text()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync("""
            {"title": "Gulrot", "text": "Om pastinakk", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [
              {"type": "establish-body", "ref": "board", "kind": "board", "name": "Kålrabi styre"},
              {"type": "adopt-mandate", "body": "#board", "points": ["Dyrke sellerirot"]}]}
            """);
        (await NamesAsync(cluster, "gulrot")).Should().Equal("Gulrot");
        (await cluster.PostAsync($"/decisions/{made.Id}/correction", """
            {"title": "Rødbete", "text": "Om nepe", "reason": "Feil grønnsak", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [
              {"type": "establish-body", "ref": "board", "kind": "board", "name": "Rødbete styre"},
              {"type": "adopt-mandate", "body": "#board", "points": ["Dyrke jordskokk", "Vanne"]}]}
            """)).Being(HttpStatusCode.OK);

        foreach (var old in new[] { "gulrot", "pastinakk", "kålrabi", "sellerirot" }) (await NamesAsync(cluster, old)).Should().BeEmpty();
        (await NamesAsync(cluster, "rødbete")).Should().BeEquivalentTo("Rødbete", "Rødbete styre");
        (await NamesAsync(cluster, "jordskokk")).Should().Equal("Rødbete styre");

        (await cluster.PostAsync($"/decisions/{made.Id}/redaction", """{"texts": ["text", "changes[1].points[0]"], "reason": "Personvern."}""")).Being(HttpStatusCode.OK);
        foreach (var gone in new[] { "nepe", "jordskokk" }) (await NamesAsync(cluster, gone)).Should().BeEmpty();
        (await NamesAsync(cluster, "vanne")).Should().Equal("Rødbete styre");
        (await RowsAsync(cluster)).Should().NotContain("nepe").And.NotContain("jordskokk");

        (await cluster.PostAsync($"/decisions/{made.Id}/annulment", """{"reason": "Ugyldig"}""")).Being(HttpStatusCode.OK);
        var left = (await cluster.GetAsync("/search?q=rødbete")).Being(HttpStatusCode.OK).Json["hits"]!.AsArray();
        left.Select(h => $"{h!["kind"]} {h["status"]}").Should().Equal("decision annulled");
    }

    [Fact]
    public async Task A_person_is_found_by_the_name_they_have_now_and_once_erased_by_none()
    {
        var cluster = await api.FoundAsync();
        var made = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Gammelnavn"}""")).Being(HttpStatusCode.Created).Id;
        var twice = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Dobbeltnavn"}""")).Being(HttpStatusCode.Created).Id;
        (await NamesAsync(cluster, "gammelnavn")).Should().HaveCount(1);
        (await cluster.PatchAsync($"/people/{made}", """{"name": "Oppdiktet Nyttnavn"}""")).Being(HttpStatusCode.OK);
        (await NamesAsync(cluster, "gammelnavn")).Should().BeEmpty();
        (await cluster.PostAsync($"/people/{twice}/merge", $$"""{"into": "{{made}}"}""")).Being(HttpStatusCode.OK);
        (await NamesAsync(cluster, "oppdiktet")).Should().Equal("Oppdiktet Nyttnavn");
        (await NamesAsync(cluster, "dobbeltnavn")).Should().Equal(["Oppdiktet Nyttnavn"], "that is the name in the minutes");

        await cluster.DeleteAsync($"/people/{made}");
        (await cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id)).DeleteAsync($"/people/{made}")).Being(HttpStatusCode.OK);

        (await NamesAsync(cluster, "oppdiktet")).Should().BeEmpty();
        (await NamesAsync(cluster, "slettet")).Should().BeEmpty();
        (await RowsAsync(cluster)).Should().NotContain("navn");
    }

    [Fact]
    public async Task A_name_that_was_hidden_before_it_was_merged_finds_nothing_for_the_public()
    {
        var cluster = await api.FoundAsync();
        var hidden = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Hemmelig", "unlisted": true}""")).Being(HttpStatusCode.Created).Id;
        await cluster.DecideAsync("""
            {"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [
              {"type": "establish-body", "ref": "b", "kind": "board", "name": "Styret"},
              {"type": "appoint", "body": "#b", "role": "chair", "person": {"name": "Oppdiktet Kjent"}}]}
            """);
        var known = (await cluster.GetAsync("/people")).Json["people"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == "Oppdiktet Kjent")!["id"];
        (await cluster.PostAsync($"/people/{hidden}/merge", $$"""{"into": "{{known}}"}""")).Being(HttpStatusCode.OK);

        (await NamesAsync(cluster.As(null), "hemmelig")).Should().BeEmpty();
        (await NamesAsync(cluster, "hemmelig")).Should().Equal("Oppdiktet Kjent");
    }

    private static async Task<List<string>> NamesAsync(ClusterClient cluster, string q) =>
        [.. (await cluster.GetAsync($"/search?q={Uri.EscapeDataString(q)}")).Being(HttpStatusCode.OK).Json["hits"]!.AsArray().Select(h => h!["name"]!.GetValue<string>())];

    /// <summary>All that stands in the index.</summary>
    private async Task<string> RowsAsync(ClusterClient cluster)
    {
        await using var database = NpgsqlDataSource.Create(api.Api.ConnectionString);
        await using var command = database.CreateCommand("select coalesce(string_agg(t::text, ' '), '') from reporting.search_texts t where cluster = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster.Id });
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
