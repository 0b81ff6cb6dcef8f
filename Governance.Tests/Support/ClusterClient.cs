using System.Net;
using System.Text;

namespace Governance.Tests.Support;

/// <summary>A cluster of a running API as a client outside uses it, with a key or without one.</summary>
public sealed class ClusterClient(HttpClient http, string id, string? key)
{
    public string Id => id;

    /// <summary>The same cluster to the holder of another key, or through another node.</summary>
    public ClusterClient As(string? other, HttpClient? through = null) => new(through ?? http, id, other);

    public Task<Reply> GetAsync(string path, params IEnumerable<(string Name, string Value)> headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Reply> PostAsync(string path, string json, params IEnumerable<(string Name, string Value)> headers) => SendAsync(HttpMethod.Post, path, json, headers);

    public Task<Reply> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json, []);

    public Task<Reply> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json, []);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null, []);

    /// <summary>Records a decision, which must be accepted.</summary>
    public async Task<Reply> DecideAsync(string decision) => (await PostAsync("/decisions", decision)).Being(HttpStatusCode.Created);

    /// <summary>Establishes bodies, each just a name, in a decision of its own.</summary>
    /// <returns>Their ids.</returns>
    public async Task<IReadOnlyList<string>> EstablishAsync(string decidedOn, params IReadOnlyList<string> names)
    {
        var changes = names.Select(name => $$"""{"type": "establish-body", "kind": "committee", "name": "{{name}}"}""");
        var made = await DecideAsync($$"""{"title": "Opprettelse", "decidedByText": "Partnerne", "decidedOn": "{{decidedOn}}", "changes": [{{string.Join(", ", changes)}}]}""");
        return [.. made.Json["changes"]!.AsArray().Select(c => c!["body"]!.GetValue<string>())];
    }

    /// <summary>Where the cluster stands, as any answer to a read tells.</summary>
    public async Task<long> PositionAsync() => long.Parse((await GetAsync("/committees")).Being(HttpStatusCode.OK).Headers["Governance-Position"]);

    public async Task<Reply> SendAsync(HttpMethod method, string path, string? json, IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, $"/api/clusters/{id}{path}");
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Reply.OfAsync(await http.SendAsync(request));
    }
}
