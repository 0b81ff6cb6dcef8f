using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class FindingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task An_accepted_finding_stands_apart_for_as_long_as_it_lasts()
    {
        var cluster = await api.FoundAsync();
        var labels = new Labels();
        labels.Name("board", (await cluster.EstablishAsync("2017", "Styre"))[0]);
        var before = await cluster.GetAsync("/findings");
        var vacant = before.Json["findings"]!.AsArray().Single(f => f!["code"]!.GetValue<string>() == "no-chair")!;
        labels.Name("finding", vacant["id"]!.GetValue<string>());

        var accepted = (await cluster.PostAsync($"/findings/{vacant["id"]}/acceptance", """{"note": "Velges på neste møte."}""")).Being(HttpStatusCode.OK);

        labels.Same(accepted.Json, """{"finding": "finding", "position": 3, "recordedAt": "@1"}""");
        accepted.Headers["Governance-Position"].Should().Be("3");
        var after = await cluster.GetAsync("/findings?minPosition=3");
        labels.Same(after.Json["accepted"],
            """[{"id": "finding", "code": "no-chair", "severity": "serious", "message": "Styre mangler leder.", "since": "2017", "body": "board", "note": "Velges på neste møte."}]""");
        Codes(after, "findings").Should().Equal(Codes(before, "findings").Where(c => c != "no-chair"));
        (await cluster.GetAsync($"/findings?knownAt={accepted.JustBefore}")).Text.Should().Be(before.Text);

        await cluster.DecideAsync("""{"title": "Valg", "decidedBy": "Styre", "decidedOn": "2020", "changes": [{"type": "appoint", "body": "Styre", "role": "chair", "person": {"name": "Oppdiktet Eksempel Én"}, "termThrough": "2921"}]}""");
        await cluster.DecideAsync("""{"title": "Avgang", "decidedBy": "Styre", "decidedOn": "2021", "changes": [{"type": "end-appointment", "body": "Styre", "role": "chair", "person": "Oppdiktet Eksempel Én"}]}"""
            .Replace("\"Oppdiktet Eksempel Én\"}", $"\"{await PersonAsync(cluster)}\"}}", StringComparison.Ordinal));
        var anew = await cluster.GetAsync("/findings?minPosition=5");
        Codes(anew, "accepted").Should().BeEmpty();
        Codes(anew, "findings").Should().Contain("no-chair", "it is another one, since 2021");
    }

    [Fact]
    public async Task What_is_no_finding_cannot_be_accepted()
    {
        var cluster = await api.FoundAsync();

        (await cluster.PostAsync($"/findings/{Guid.Empty}/acceptance", """{"note": "Ja."}""")).Being(HttpStatusCode.NotFound);
        (await cluster.PostAsync($"/findings/{Guid.Empty}/acceptance", "{}")).Being(HttpStatusCode.BadRequest);
        (await cluster.PositionAsync()).Should().Be(1);
    }

    private static async Task<string> PersonAsync(ClusterClient cluster) => (await cluster.GetAsync("/people")).Json["people"]![0]!["id"]!.GetValue<string>();

    private static IEnumerable<string> Codes(Reply findings, string list) => findings.Being(HttpStatusCode.OK).Json[list]!.AsArray().Select(f => ((JsonObject)f!)["code"]!.GetValue<string>());
}
