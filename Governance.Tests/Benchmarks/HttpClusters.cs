using System.Net;
using System.Text;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks;

/// <summary>Clusters of a node that take one small decision after another over HTTP.</summary>
internal sealed class HttpClusters
{
    private readonly List<(string Id, Guid Body, Guid Seat)> clusters = [];
    private readonly int[] numbers;

    private HttpClusters(int count) => numbers = new int[count];

    /// <summary>Founds them, with a body and a seat each.</summary>
    public static async Task<HttpClusters> FoundAsync(TestApi api, string name, int count)
    {
        var made = new HttpClusters(count);
        for (var i = 0; i < count; i++)
        {
            var id = $"{name}-{i}";
            using var founding = new StringContent($$"""{"id": "{{id}}", "name": "Klyngen", "foundedOn": "{{SmallDecision.Founded}}"}""", Encoding.UTF8, "application/json");
            (await Reply.OfAsync(await api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, founding))).Being(HttpStatusCode.Created);
            var establishing = await new ClusterClient(api.Client, id, TestApi.AdminKey).DecideAsync($$"""
                {"title": "Opprettelse", "decidedByText": "Partnerne", "decidedOn": "{{SmallDecision.Founded}}", "changes": [
                  {"type": "establish-body", "ref": "b", "kind": "committee", "name": "Utvalget"}, {"type": "create-seat", "body": "#b", "role": "member"}]}
                """);
            var change = establishing.Json["changes"]![1]!;
            made.clusters.Add((id, change["body"]!.GetValue<Guid>(), change["seats"]![0]!["seat"]!.GetValue<Guid>()));
        }
        return made;
    }

    /// <summary>A node's clusters that are there already, each with a seat in a body, and so many decisions.</summary>
    public static HttpClusters Of(int decisions, params IReadOnlyList<(string Id, Guid Body, Guid Seat)> clusters)
    {
        var known = new HttpClusters(clusters.Count);
        known.clusters.AddRange(clusters);
        Array.Fill(known.numbers, decisions);
        return known;
    }

    /// <summary>The next decision of the next cluster in turn.</summary>
    public Task DecideAsync(Wire wire, int turn)
    {
        var (id, body, seat) = clusters[turn % clusters.Count];
        var decision = new SmallDecision(Interlocked.Increment(ref numbers[turn % clusters.Count]), body, seat);
        return wire.AskAsync(Wire.Post($"/api/clusters/{id}/decisions", TestApi.AdminKey, decision.Json), 201);
    }
}
