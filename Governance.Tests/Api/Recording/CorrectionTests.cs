using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Recording;

public sealed class CorrectionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Rename =
        """{"caseNumber": "2/19", "title": "Nytt navn", "decidedByText": "Partnerne", "decidedOn": "2019-03-01", "changes": [{"type": "rename-body", "body": "Brukerpanel", "name": "Brukerråd"}]}""";

    private const string Dissolution =
        """{"caseNumber": "9/20", "title": "Panelet nedlegges", "decidedByText": "Partnerne", "decidedOn": "2020-05-01", "changes": [{"type": "dissolve-body", "body": "Brukerpanel"}]}""";

    [Fact]
    public async Task A_corrected_decision_is_as_if_it_had_been_entered_so_and_before_that_as_it_was()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        var entered = await cluster.DecideAsync(Rename);
        var corrected = (await cluster.PostAsync($"/decisions/{entered.Id}/correction", With(Rename.Replace("Brukerråd", "Brukerforum", StringComparison.Ordinal), "Navnet var feil."))).Being(HttpStatusCode.OK);

        corrected.Id.Should().Be(entered.Id);
        corrected.Position.Should().Be(4);
        corrected.Headers["ETag"].Should().Be("\"4\"");
        corrected.Json["changes"]![0]!["sentence"]!.GetValue<string>().Should().Be("Brukerpanel fikk navnet Brukerforum.");
        (await NamesAsync(cluster, "asOf=2019-02-28")).Should().Contain("Brukerpanel");
        (await NamesAsync(cluster, "asOf=2019-03-01")).Should().Contain("Brukerforum").And.NotContain("Brukerråd");
        (await NamesAsync(cluster, $"asOf=2019-03-01&knownAt={corrected.JustBefore}")).Should().Contain("Brukerråd").And.NotContain("Brukerforum");
        (await NamesAsync(cluster, $"asOf=2019-03-01&knownAt={entered.JustBefore}")).Should().Contain("Brukerpanel");
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task An_annulled_decision_is_as_if_never_recorded_from_then_on_and_still_there_as_known_before()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        var before = await cluster.GetAsync("/structure?asOf=2019-03-01");
        var entered = await cluster.DecideAsync(Rename);
        var during = await cluster.GetAsync("/structure?asOf=2019-03-01");

        var annulled = (await cluster.PostAsync($"/decisions/{entered.Id}/annulment", """{"reason": "Møtet var ikke vedtaksført."}""")).Being(HttpStatusCode.OK);

        new Labels().Same(annulled.Without("findings", "id"), """{"position": 4, "recordedAt": "@1", "changes": []}""");
        annulled.Id.Should().Be(entered.Id);
        (await cluster.GetAsync("/structure?asOf=2019-03-01")).Text.Should().Be(before.Text);
        (await cluster.GetAsync($"/structure?asOf=2019-03-01&knownAt={annulled.JustBefore}")).Text.Should().Be(during.Text);
        await cluster.DecideAsync(Rename);
    }

    [Fact]
    public async Task A_correction_of_an_annulled_decision_reinstates_it()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        var entered = await cluster.DecideAsync(Rename);
        (await cluster.PostAsync($"/decisions/{entered.Id}/annulment", """{"reason": "Feil."}""")).Being(HttpStatusCode.OK);

        (await cluster.PostAsync($"/decisions/{entered.Id}/correction", With(Rename, "Det var vedtatt likevel."))).Being(HttpStatusCode.OK);

        (await NamesAsync(cluster, "asOf=2019-03-01")).Should().Contain("Brukerråd");
    }

    [Fact]
    public async Task An_annulment_may_name_the_decision_that_says_so_and_no_other()
    {
        var (cluster, _) = await Alrek.BeforeAsync(api);
        var (entered, other) = (await cluster.DecideAsync(Rename), await cluster.EstablishAsync("2019", "Faglig forum"));
        var by = await cluster.DecideAsync("""{"title": "Nytt navn er ugyldig", "decidedByText": "Partnerne", "decidedOn": "2020"}""");

        other.Should().ContainSingle();
        var refused = (await cluster.PostAsync($"/decisions/{entered.Id}/annulment?lang=en", $$"""{"reason": "Feil.", "decision": "{{Guid.Empty}}"}""")).Being(HttpStatusCode.UnprocessableEntity);
        new Labels().Same(refused.Json["violations"],
            """[{"code": "unknown-decision", "message": "The decision referred to does not exist.", "member": "decision", "candidates": []}]""");
        (await cluster.PostAsync($"/decisions/{entered.Id}/annulment", $$"""{"reason": "Feil.", "decision": "{{by.Id}}"}""")).Being(HttpStatusCode.OK);
        var again = (await cluster.PostAsync($"/decisions/{entered.Id}/annulment?lang=en", """{"reason": "Feil."}""")).Being(HttpStatusCode.UnprocessableEntity);
        new Labels().Same(again.Json["violations"],
            """[{"code": "already-annulled", "message": "The decision 'Nytt navn' is annulled already.", "candidates": []}]""");
    }

    [Fact]
    public async Task What_contradicts_a_later_decision_is_refused_and_names_it()
    {
        var (cluster, labels) = await Alrek.BeforeAsync(api);
        labels.Name("later", (await cluster.DecideAsync(Rename)).Id);

        var refused = (await cluster.PostAsync("/decisions", Dissolution.Replace("2020-05-01", "2019-02-01", StringComparison.Ordinal))).Being(HttpStatusCode.UnprocessableEntity);

        labels.Same(refused.Without("traceId"),
            $$"""
            {
              "type": "/problems/rule-violated", "title": "Vedtaket bryter med det som alt er registrert", "status": 422, "detail": "Se violations for alt som står i veien.",
              "instance": "/api/clusters/{{cluster.Id}}/decisions",
              "violations": [
                {
                  "code": "not-in-existence", "message": "«Brukerpanel» finnes ikke den 2019-03-01. Det fantes til og med 2019-01-31. Da holder ikke lenger vedtaket 2/19 «Nytt navn».",
                  "change": 0, "member": "body", "body": "panel", "date": "2019-03-01", "candidates": [], "conflictsWith": "later"
                }
              ]
            }
            """);
        (await cluster.PositionAsync()).Should().Be(3);
    }

    [Fact]
    public async Task An_annulment_or_a_correction_that_takes_the_ground_from_a_later_decision_is_refused_and_names_it()
    {
        var cluster = await api.FoundAsync();
        var labels = new Labels();
        var established = await cluster.DecideAsync(
            """{"title": "Opprettelse", "decidedByText": "Partnerne", "decidedOn": "2018-01-01", "changes": [{"type": "establish-body", "kind": "panel", "name": "Brukerpanel"}]}""");
        labels.Name("panel", established.Json["changes"]![0]!["body"]!.GetValue<string>());
        labels.Name("later", (await cluster.DecideAsync(Rename)).Id);

        var annulment = (await cluster.PostAsync($"/decisions/{established.Id}/annulment?lang=en", """{"reason": "Feil."}""")).Being(HttpStatusCode.UnprocessableEntity);
        labels.Same(annulment.Json["violations"],
            """
            [{
              "code": "not-in-existence", "message": "The body does not exist on 2019-03-01. Then the decision 2/19 'Nytt navn' would no longer hold.",
              "member": "body", "body": "panel", "date": "2019-03-01", "candidates": [], "conflictsWith": "later"
            }]
            """);
        var later = With(
            """{"title": "Opprettelse", "decidedByText": "Partnerne", "decidedOn": "2019-04-01", "changes": [{"type": "establish-body", "kind": "panel", "name": "Brukerpanel"}]}""", "Datoen var feil.");
        var correction = (await cluster.PostAsync($"/decisions/{established.Id}/correction?lang=en", later)).Being(HttpStatusCode.UnprocessableEntity);
        labels.Same(correction.Json["violations"],
            """
            [{
              "code": "not-in-existence", "message": "The body does not exist on 2019-03-01. Then the decision 2/19 'Nytt navn' would no longer hold.",
              "change": 0, "member": "body", "body": "panel", "date": "2019-03-01", "candidates": [], "conflictsWith": "later"
            }]
            """);
        (await cluster.PositionAsync()).Should().Be(3);
    }

    private static string With(string decision, string reason)
    {
        var whole = JsonNode.Parse(decision)!;
        whole["reason"] = reason;
        return whole.ToJsonString();
    }

    private static async Task<IEnumerable<string>> NamesAsync(ClusterClient cluster, string question) =>
        (await cluster.GetAsync($"/committees?{question}")).Being(HttpStatusCode.OK).Json["bodies"]!.AsArray().Select(b => b!["name"]!.GetValue<string>());
}
