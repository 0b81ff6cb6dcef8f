using System.Net;
using System.Text;
using Governance.Api.EventStore;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Tests.Api.Recording;

public sealed class RedactionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Secret = "Hemmelig Hansen";

    private static readonly string Decision =
        $$"""
        {
          "caseNumber": "7/19", "title": "Mandat for {{Secret}}", "text": "Etter ønske fra {{Secret}}.", "note": "{{Secret}} varslet.", "meeting": "3/2019, ved {{Secret}}",
          "links": [{"title": "Brev fra {{Secret}}", "url": "https://example.org/1"}], "decidedByText": "Partnerne", "decidedOn": "2019-03-01",
          "changes": [
            {"type": "establish-body", "ref": "g", "kind": "working-group", "name": "Gruppe"},
            {"type": "adopt-mandate", "body": "#g", "points": ["Utrede.", "Høre {{Secret}}."], "purpose": "Bedt om av {{Secret}}.", "deliverable": "Brev til {{Secret}}", "dueOn": "2020"},
            {"type": "appoint", "body": "#g", "role": "chair", "title": "{{Secret}}s vikar", "person": {"name": "Oppdiktet Eksempel Én"} },
            {"type": "reconstitute-body", "body": "#g", "effectiveFrom": "2020", "seats": [{"role": "member", "represents": "Foreningen {{Secret}}", "title": "{{Secret}}s mann"}]},
            {"type": "dissolve-body", "body": "#g", "reason": "{{Secret}} trakk seg.", "effectiveFrom": "2921"}
          ]
        }
        """;

    private static readonly string Texts =
        """
        ["title", "text", "note", "meeting", "links[0].title", "changes[1].points[1]", "changes[1].purpose", "changes[1].deliverable", "changes[2].title",
         "changes[3].seats[0].represents", "changes[3].seats[0].title", "changes[4].reason"]
        """;

    [Fact]
    public async Task A_redacted_text_is_gone_from_every_answer_at_every_time_and_the_chain_still_holds()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync(Decision);
        var body = made.Json["changes"]![0]!["body"]!.GetValue<string>();
        (await EverywhereAsync(cluster, made, body)).Should().Contain(Secret);

        var redacted = (await cluster.PostAsync($"/decisions/{made.Id}/redaction", $$"""{"texts": {{Texts}}, "reason": "Personvern."}""")).Being(HttpStatusCode.OK);

        redacted.Position.Should().Be(3);
        redacted.Json["texts"]!.AsArray().Should().HaveCount(12);
        (await EverywhereAsync(cluster, made, body)).Should().NotContain(Secret).And.Contain("[sladdet]");
        (await cluster.GetAsync("/structure?asOf=2019-03-01")).Text.Should().Contain("Utrede.");
        await api.VerifyAsync(cluster);
        await using var other = await TestApi.StartAsync([$"--ConnectionStrings:Governance={api.Api.ConnectionString}"]);
        (await EverywhereAsync(cluster.As(TestApi.AdminKey, other.Client), made, body)).Should().NotContain(Secret).And.Contain("[sladdet]");
    }

    [Fact]
    public async Task What_stands_there_instead_cannot_be_changed_unseen()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync($$"""{"title": "Sak", "text": "{{Secret}}", "decidedByText": "Partnerne", "decidedOn": "2019"}""");
        (await cluster.PostAsync($"/decisions/{made.Id}/redaction", """{"texts": ["text"], "reason": "Personvern."}""")).Being(HttpStatusCode.OK);
        await api.VerifyAsync(cluster);

        await using var tampering = api.Api.Services.GetRequiredService<NpgsqlDataSource>().ForCluster(cluster.Id,
            """update mt_events set data = jsonb_set(data, '{head,title}', '"Noe annet"') where tenant_id = $1 and type = 'decision_recorded'""", cluster.Id);
        await tampering.ExecuteNonQueryAsync();

        (await api.Log.VerifyAsync(cluster.Id)).Differences.Should().ContainSingle().Which.Position.Should().Be(2);
    }

    [Fact]
    public async Task Texts_of_an_earlier_revision_and_of_the_annulment_can_be_redacted()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync($$"""{"title": "Sak", "text": "{{Secret}}", "decidedByText": "Partnerne", "decidedOn": "2019"}""");
        (await cluster.PostAsync($"/decisions/{made.Id}/correction", $$"""{"title": "Sak", "decidedByText": "Partnerne", "decidedOn": "2019", "reason": "Uten {{Secret}}."}""")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync($"/decisions/{made.Id}/annulment", $$"""{"reason": "{{Secret}}"}""")).Being(HttpStatusCode.OK);

        (await cluster.PostAsync($"/decisions/{made.Id}/redaction", """{"texts": ["revisions[0].text", "reason", "annulment.reason"], "reason": "Personvern."}""")).Being(HttpStatusCode.OK);

        (await cluster.GetAsync($"/decisions/{made.Id}")).Text.Should().NotContain(Secret);
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task Texts_of_meetings_and_notes_and_of_redactions_themselves_can_be_redacted()
    {
        var cluster = api.Unfounded();
        using var founding = new StringContent($$"""{"id": "{{cluster.Id}}", "name": "Klynge", "foundedOn": "2016", "note": "Etter ønske fra {{Secret}}."}""", Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, founding))).Being(HttpStatusCode.Created);
        await cluster.EstablishAsync("2017", "Styre");
        var person = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Eksempel Én"}""")).Id;
        var meeting = (await cluster.PostAsync("/meetings",
            $$"""
            {"body": "Styre", "number": "1", "heldOn": "2018", "place": "Hos {{Secret}}", "minutes": "https://example.org/{{Uri.EscapeDataString(Secret)}}",
             "attendance": [{"person": "{{person}}", "note": "For {{Secret}}"}]}
            """)).Being(HttpStatusCode.Created);
        var finding = (await cluster.GetAsync("/findings")).Json["findings"]![0]!["id"]!.GetValue<string>();
        var accepted = (await cluster.PostAsync($"/findings/{finding}/acceptance", $$"""{"note": "{{Secret}} vet."}""")).Being(HttpStatusCode.OK);

        await RedactAsync(1, "note");
        await RedactAsync(meeting.Position, "place", "minutes", "attendance[0].note");
        await RedactAsync(accepted.Position, "note");
        var last = await RedactAsync(6, "reason");

        (await cluster.GetAsync($"/meetings/{meeting.Id}")).Json["place"]!.GetValue<string>().Should().Be("[sladdet]");
        (await cluster.GetAsync("/export/events.ndjson")).Text.Should().NotContain(Secret).And.NotContain("Hemmelig");
        last.Json["id"].Should().BeNull();
        (await cluster.PostAsync("/acts/99/redaction", """{"texts": ["note"], "reason": "Personvern."}""")).Being(HttpStatusCode.NotFound);
        (await cluster.PostAsync("/acts/2/redaction", """{"texts": ["title"], "reason": "Personvern."}""")).Being(HttpStatusCode.BadRequest);
        await api.VerifyAsync(cluster);

        async Task<Reply> RedactAsync(long position, params string[] texts) =>
            (await cluster.PostAsync($"/acts/{position}/redaction", $$"""{"texts": ["{{string.Join("\", \"", texts)}}"], "reason": "Personvern for {{(position == 1 ? Secret : "en person")}}."}""")).Being(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_place_without_a_text_is_told_and_nothing_redacted()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync(Decision);

        var refused = (await cluster.PostAsync($"/decisions/{made.Id}/redaction?lang=en", """{"texts": ["text", "changes[9].points[0]", "decidedOn"], "reason": "Personvern."}""")).Being(HttpStatusCode.BadRequest);

        new Labels().Same(refused.Json["faults"],
            """
            [
              {"path": "texts[1]", "message": "There is no text at 'changes[9].points[0]'."},
              {"path": "texts[2]", "message": "There is no text at 'decidedOn'."}
            ]
            """);
        (await cluster.PostAsync($"/decisions/{Guid.Empty}/redaction", """{"texts": ["text"], "reason": "Personvern."}""")).Being(HttpStatusCode.NotFound);
        (await cluster.PositionAsync()).Should().Be(2);
        (await cluster.GetAsync("/structure?asOf=2019-03-01")).Text.Should().Contain(Secret);
    }

    /// <summary>All that can be read of it, at every time it was known.</summary>
    private static async Task<string> EverywhereAsync(ClusterClient cluster, Reply made, string body)
    {
        string[] paths = ["/structure?asOf=2019-03-01", "/structure?asOf=2021-01-01", "/committees?asOf=2019-03-01", "/findings?asOf=2021-01-01", $"/bodies/{body}?asOf=2019-03-01",
            $"/bodies/{body}/history?", "/decisions?", $"/decisions/{made.Id}?", "?"];
        var answers = await Task.WhenAll(paths.SelectMany(p => new[] { p, $"{p}&knownAt={made.RecordedAt}" }).Select(p => cluster.GetAsync(p)));
        return string.Concat(answers.Select(a => a.Text));
    }
}
