using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Importing;

/// <summary>A decision that reads otherwise in a document that is sent again: what we have of it is put right, as known from now.</summary>
public sealed class PopoloCorrectionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task What_has_changed_in_a_motion_is_recorded_as_a_correction_and_told_by_a_dry_run_first()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document("Ny plan", "Planen vedtas."))).Being(HttpStatusCode.Created);
        var changed = Document("Ny plan for klyngen", "Planen vedtas ikke.");

        var tried = (await cluster.PostAsync("/import/popolo?dryRun=true", changed)).Being(HttpStatusCode.OK).Json;
        var taken = (await cluster.PostAsync("/import/popolo", changed, ("Idempotency-Key", "put-right"))).Being(HttpStatusCode.Created);

        tried["import"]!.ToJsonString().Should().Be(taken.Json.ToJsonString());
        (await cluster.PostAsync("/import/popolo", changed, ("Idempotency-Key", "put-right"))).Being(HttpStatusCode.Created).Text.Should().Be(taken.Text);
        taken.Json["changes"]!.AsArray().Should().BeEmpty();
        var correction = taken.Json["corrections"]!.AsArray().Should().ContainSingle().Subject!;
        correction["differences"]!.AsArray().Select(d => d!["what"]!.GetValue<string>()).Should().Equal("Tittel", "Tekst");
        var decision = (await cluster.GetAsync("/decisions")).Json["decisions"]!.AsArray().Should().ContainSingle(d => d!["title"]!.GetValue<string>().StartsWith("Ny plan", StringComparison.Ordinal), "nothing is doubled").Subject!;
        $"{decision["title"]} {decision["status"]} {decision["decidedOn"]}".Should().Be("Ny plan for klyngen corrected 2019-05-05");

        (await cluster.PostAsync("/import/popolo", changed)).Being(HttpStatusCode.OK).Json["corrections"]!.AsArray().Should().BeEmpty();
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task What_was_corrected_here_stays_whether_or_not_the_document_has_changed_since()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import/popolo", Document("Ny plan", "Planen vedtas."))).Being(HttpStatusCode.Created);
        var id = (await cluster.GetAsync("/decisions")).Json["decisions"]!.AsArray().Single(d => d!["title"]!.GetValue<string>() == "Ny plan")!["id"]!.GetValue<string>();
        var form = (await cluster.GetAsync($"/decisions/{id}")).Json["decision"]!.AsObject();
        form["text"] = "Planen vedtas enstemmig.";
        form["reason"] = "Glemt ord";
        (await cluster.PostAsync($"/decisions/{id}/correction", form.ToJsonString())).Being(HttpStatusCode.OK);

        var same = (await cluster.PostAsync("/import/popolo?lang=en", Document("Ny plan", "Planen vedtas."))).Being(HttpStatusCode.OK).Json;
        var other = (await cluster.PostAsync("/import/popolo?lang=en", Document("Ny plan", "Planen vedtas ikke."))).Being(HttpStatusCode.OK).Json;

        same["notes"]!.ToJsonString().Should().NotContain("/motions/");
        other["notes"]!.AsArray().Select(n => n!["path"]!.GetValue<string>()).Should().Contain("/motions/0/extra/text");
        (await cluster.GetAsync($"/decisions/{id}")).Text.Should().Contain("enstemmig");
    }

    [Fact]
    public async Task A_decision_that_was_put_right_where_our_export_is_from_is_put_right_in_the_copy_with_what_follows_from_it()
    {
        var (from, to) = (await api.FoundAsync(), api.Unfounded());
        var made = (await from.PostAsync("/decisions", """{"title": "Oppstart", "decidedOn": "2020-01-01", "decidedByText": "Stiftelsesmøtet", "changes": [{"type": "establish-body", "ref": "s", "kind": "board", "name": "Styet"}]}""")).Being(HttpStatusCode.Created);
        (await from.PostAsync("/decisions", """{"title": "Leder", "decidedOn": "2021-01-01", "decidedBy": "Styet", "changes": [{"type": "appoint", "body": "Styet", "role": "chair", "person": {"name": "Oppdiktet Én"}}]}""")).Being(HttpStatusCode.Created);
        (await to.PostAsync("/import/popolo", await ExportAsync())).Being(HttpStatusCode.Created);
        var form = (await from.GetAsync($"/decisions/{made.Id}")).Json["decision"]!.AsObject();
        form["changes"]![0]!["name"] = "Styret";
        form["reason"] = "Skrivefeil";
        (await from.PostAsync($"/decisions/{made.Id}/correction", form.ToJsonString())).Being(HttpStatusCode.OK);

        var taken = (await to.PostAsync("/import/popolo", await ExportAsync())).Being(HttpStatusCode.Created).Json;

        taken["corrections"]!.AsArray().Should().ContainSingle()!.Which!["differences"]!.AsArray().Select(d => d!["what"]!.GetValue<string>()).Should().Equal("Endringer");
        (await to.GetAsync("/structure?asOf=2020-06-01")).Text.Should().Contain("Styret").And.NotContain("Styet");
        (await to.GetAsync("/structure")).Text.Should().Contain("Oppdiktet Én");
        (await to.PostAsync("/import/popolo", await ExportAsync())).Being(HttpStatusCode.OK);

        async Task<string> ExportAsync() => (await from.GetAsync("/export/popolo.json?history=true")).Text;
    }

    private static string Document(string title, string text) => new JsonObject
    {
        ["organizations"] = JsonNode.Parse("""[{"id": "k", "name": "Klyngen", "founding_date": "2018"}, {"id": "styret", "name": "Styret", "parent_id": "k", "founding_date": "2018"}]"""),
        ["motions"] = new JsonArray(new JsonObject { ["id"] = "m", ["text"] = title, ["result"] = "passed", ["date"] = "2019-05-05", ["organization_id"] = "styret", ["extra"] = new JsonObject { ["text"] = text } }),
    }.ToJsonString();
}
