using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Security.Isolation;

/// <summary>A cluster that has everything, all of it internal that can be.</summary>
/// <param name="Ids">Of what is not public, by the word that stands before an id in an address.</param>
internal sealed record SecretCluster(ClusterClient Client, IReadOnlyDictionary<string, string> Ids, string KeyId, Account Account)
{
    /// <summary>Stands in all of it that has words.</summary>
    public const string Secret = "Fortrolig";

    public static async Task<SecretCluster> FoundAsync(ApiFixture api)
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018-01-01", "Styre");
        var person = (await cluster.PostAsync("/people", $$"""{"name": "{{Secret}} Eksempel", "unlisted": true}""")).Being(HttpStatusCode.Created).Id;
        var decision = await cluster.DecideAsync($$"""
            {"caseNumber": "9/18", "title": "{{Secret}} sak", "text": "{{Secret}}", "decidedBy": "Styre", "decidedOn": "2018-02-01", "visibility": "internal", "changes": [
              {"type": "establish-body", "ref": "x", "kind": "working-group", "name": "{{Secret}} gruppe", "visibility": "internal"},
              {"type": "appoint", "body": "#x", "role": "chair", "person": "{{person}}"}]}
            """);
        var body = decision.Json["changes"]![0]!["body"]!.GetValue<string>();
        var meeting = (await cluster.PostAsync("/meetings", $$"""{"body": "{{body}}", "number": "1/18", "heldOn": "2018-03-01", "place": "{{Secret}}", "visibility": "internal"}""")).Being(HttpStatusCode.Created).Id;
        var planned = (await cluster.PostAsync("/meetings/planned", $$"""{"body": "{{body}}", "day": "2018-04-01", "startsAt": "12:00", "endsAt": "14:00", "place": "{{Secret}}"}""")).Being(HttpStatusCode.Created).Id;
        (await cluster.PostAsync($"/meetings/planned/{planned}/items", $$"""{"kind": "decision", "title": "{{Secret}} sak"}""")).Being(HttpStatusCode.Created);
        (await cluster.PostAsync($"/meetings/planned/{planned}/absences", $$"""{"person": "{{person}}", "reason": "{{Secret}}"}""")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync($"/meetings/planned/{planned}/notice", """{"mail": false}""")).Being(HttpStatusCode.OK);
        var hook = (await cluster.PostAsync("/webhooks", $$"""{"url": "https://listens.example/{{Secret}}"}""")).Being(HttpStatusCode.Created).Id;
        var finding = (await cluster.GetAsync("/findings")).Json["findings"]![0]!["id"]!.GetValue<string>();
        var draft = api.Api.Services.GetRequiredService<Ids>().New();
        (await api.Api.Services.GetRequiredService<SavedDrafts>()
            .SaveAsync(new(draft, cluster.Id, null, new JsonObject { ["title"] = Secret }, 1, draft, Secret, Secret, TimeProvider.System.GetUtcNow(), null), default)).Should().BeTrue();
        var (key, _) = await api.Api.Services.GetRequiredService<ApiKeys>().CreateAsync(Secret, new(Role.Reader, cluster.Id), null, Secret, default);
        var account = await api.Api.Services.GetRequiredService<Accounts>().CreateAsync(LoginName.Parse($"fortrolig-{cluster.Id}@example.org"), Secret, [new(Role.Reader, cluster.Id)], "test", default);
        return new(cluster, new Dictionary<string, string>
        {
            ["bodies"] = body,
            ["people"] = person,
            ["decisions"] = decision.Id,
            ["meetings"] = meeting,
            ["planned"] = planned,
            ["webhooks"] = hook,
            ["drafts"] = $"{draft}",
            ["findings"] = finding,
            ["partners"] = $"{Guid.Empty}",
        }, key.Id, account!);
    }
}
