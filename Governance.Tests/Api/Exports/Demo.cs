using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Exports;

/// <summary>The story of Alrek with everything in it that can be undone or taken out: a correction, an annulment, a merge and a redaction.</summary>
internal static class Demo
{
    /// <summary>Loads it into an API with no clusters.</summary>
    public static async Task<ClusterClient> LoadAsync(TestApi api)
    {
        var cluster = new ClusterClient(api.Client, "alrek", TestApi.AdminKey);
        await using var story = typeof(Governance.Api.Hosting.Application).Assembly.GetManifestResourceStream("Governance.Api.Cli.Demo.alrek.json")!;
        (await cluster.PostAsync("/import", await new StreamReader(story).ReadToEndAsync())).Being(HttpStatusCode.Created);
        return cluster;
    }

    /// <summary>Loads it, and undoes and takes out things.</summary>
    public static async Task<ClusterClient> LoadEventfulAsync(TestApi api)
    {
        var cluster = await LoadAsync(api);
        var group = await cluster.DecideAsync("""
            {"title": "Prøvegruppe", "text": "Etter ønske fra naboen.", "decidedByText": "Partnerne", "decidedOn": "2023-02-01", "changes": [
              {"type": "establish-body", "ref": "g", "kind": "working-group", "name": "Prøvegruppe"},
              {"type": "appoint", "body": "#g", "role": "chair", "person": {"name": "=1+1;\"Oppdiktet\" Æøå"}, "termThrough": "2931"},
              {"type": "appoint", "body": "#g", "role": "member", "person": {"name": "Oppdiktet Dobbel"}, "termThrough": "2931"}]}
            """);
        (await cluster.PostAsync($"/decisions/{group.Id}/correction", """
            {"title": "Prøvegruppe", "text": "Etter ønske fra naboen.", "decidedByText": "Partnerne", "decidedOn": "2023-02-01", "reason": "Feil navn.", "changes": [
              {"type": "establish-body", "ref": "g", "kind": "working-group", "name": "Forsøksgruppe"},
              {"type": "appoint", "body": "#g", "role": "chair", "person": {"name": "=1+1;\"Oppdiktet\" Æøå"}, "termThrough": "2931"},
              {"type": "appoint", "body": "#g", "role": "member", "person": {"name": "Oppdiktet Dobbel"}, "termThrough": "2931"}]}
            """)).Being(HttpStatusCode.OK);
        var strategy = await cluster.DecideAsync("""{"title": "Feil vedtak", "decidedByText": "Partnerne", "decidedOn": "2023-03-01", "changes": [{"type": "adopt-strategy", "title": "Ingenting", "focusAreas": []}]}""");
        (await cluster.PostAsync($"/decisions/{strategy.Id}/annulment", """{"reason": "Ble aldri vedtatt."}""")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync($"/decisions/{group.Id}/redaction", """{"texts": ["text", "revisions[0].text"], "reason": "Personvern."}""")).Being(HttpStatusCode.OK);
        var people = (await cluster.GetAsync("/people")).Json["people"]!.AsArray();
        string IdOf(string name) => people.Single(p => p!["name"]!.GetValue<string>() == name)!["id"]!.GetValue<string>();
        (await cluster.PostAsync($"/people/{IdOf("Oppdiktet Dobbel")}/merge", $$"""{"into": "{{IdOf("Oppdiktet Eksempel Én")}}"}""")).Being(HttpStatusCode.OK);
        return cluster;
    }
}
