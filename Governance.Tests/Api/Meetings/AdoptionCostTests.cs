using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Security;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Api.Meetings;

public sealed class AdoptionCostTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Adopting_an_item_asks_the_database_no_more_often_than_recording_its_draft_does()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Styret", "Rådet");
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2022-06-15", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";
        var (mine, other) = (await DraftAsync(cluster, "Utvalget"), await DraftAsync(cluster, "Nemnda"));
        var item = (await cluster.PostAsync($"{path}/items", $$"""{"kind": "decision", "title": "Nytt navn", "draft": "{{mine}}"}""")).Being(HttpStatusCode.Created).Json["items"]![0]!["id"]!.GetValue<string>();
        (await cluster.PostAsync($"{path}/notice", """{"mail": false}""")).Being(HttpStatusCode.OK);
        using var person = await SignedInPerson.WithAsync(api.Api, [new(Role.Secretary, cluster.Id)]);
        using var browser = new FormBrowser(api.Api.Client.BaseAddress!);
        browser.Cookies.Add(api.Api.Client.BaseAddress!, new Cookie(SignedInPerson.CookieName, person.Token));

        var recording = await CountAsync(browser, $"/{cluster.Id}/drafts/{other}/preview", async () => [("version", "1"), ("position", $"{await cluster.PositionAsync()}")]);
        var adopting = await CountAsync(browser, $"/{cluster.Id}/meetings/{path.Split('/')[^1]}/sitting", async () => [("do", "adopt"), ("item", item), ("draft", $"{mine}"), ("conclusion", "Slik."), ("position", $"{await cluster.PositionAsync()}")]);

        adopting.Should().BeLessThanOrEqualTo(recording);
        var decided = (await cluster.GetAsync("/decisions")).Json["decisions"]!.AsArray().Single(d => d!["title"]!.GetValue<string>() == "Nytt navn Utvalget")!;
        decided["caseNumber"]!.GetValue<string>().Should().Be("1/22");
    }

    private async Task<int> CountAsync(FormBrowser browser, string page, Func<Task<(string, string)[]>> fields)
    {
        var sent = await fields();
        (await browser.OpenAsync(page)).Being(HttpStatusCode.OK);
        using var trips = new RoundTrips(api.Api.ConnectionString);
        (await browser.OpenAsync(page)).Being(HttpStatusCode.OK);
        var opening = trips.Requested.Count;
        // It opens the page for its token first.
        (await browser.SendAsync(page, sent)).Being(HttpStatusCode.Found);
        return trips.Requested.Count - 2 * opening;
    }

    private async Task<Guid> DraftAsync(ClusterClient cluster, string name)
    {
        var id = api.Api.Services.GetRequiredService<Ids>().New();
        var document = (JsonObject)JsonNode.Parse($$"""{"title": "Nytt navn {{name}}", "decidedBy": "Styret", "decidedOn": "2022-06-15", "changes": [{"type": "establish-body", "kind": "committee", "name": "{{name}}"}]}""")!;
        (await api.Api.Services.GetRequiredService<SavedDrafts>().SaveAsync(new(id, cluster.Id, null, document, 1, id, "Ada", "Ada", TimeProvider.System.GetUtcNow(), null), default)).Should().BeTrue();
        return id;
    }
}
