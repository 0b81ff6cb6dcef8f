using System.Globalization;
using System.Net;
using System.Text;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>Clusters of a node that take one decision after another: three bodies get a mandate.</summary>
internal sealed class Deciding
{
    private const string Founded = "1900-01-01";
    private static readonly string[] Names = ["Styret", "Partnermøtet", "Arbeidsutvalget"];
    private readonly List<(string Id, IReadOnlyList<string> Bodies)> clusters = [];
    private readonly int[] numbers;

    private Deciding(int count) => numbers = new int[count];

    /// <summary>Founds them, with the bodies.</summary>
    public static async Task<Deciding> FoundAsync(Node node, string name, int count)
    {
        var made = new Deciding(count);
        for (var i = 0; i < count; i++)
        {
            var cluster = node.Cluster($"{name}-{i}");
            using var founding = new StringContent($$"""{"id": "{{cluster.Id}}", "name": "Klyngen", "foundedOn": "{{Founded}}"}""", Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/clusters") { Content = founding, Headers = { Authorization = new("Bearer", Node.AdminKey) } };
            (await Reply.OfAsync(await node.Client.SendAsync(request))).Being(HttpStatusCode.Created);
            made.clusters.Add((cluster.Id, await cluster.EstablishAsync(Founded, Names)));
        }
        return made;
    }

    /// <summary>So many clients at once, with so many decisions between them; those refused are counted.</summary>
    public async Task<Done> LoadAsync(IReadOnlyList<Wire> wires, int decisions)
    {
        var failed = 0;
        var each = await Load.RunAsync(wires.Count, decisions, async (client, n) =>
        {
            if (await wires[client].StatusAsync(Next(n % clusters.Count)) != (int)HttpStatusCode.Created) Interlocked.Increment(ref failed);
        });
        return new(each, failed);
    }

    private byte[] Next(int cluster)
    {
        var ((id, bodies), n) = (clusters[cluster], Interlocked.Increment(ref numbers[cluster]));
        var day = DateOnly.Parse(Founded, CultureInfo.InvariantCulture).AddDays(n / 2);
        return Wire.Post($"/api/clusters/{id}/decisions", Node.AdminKey, $$"""
            {"title": "Sak {{n}}: mandater", "decidedBy": "{{bodies[0]}}", "decidedOn": "{{day:yyyy-MM-dd}}", "changes": [{{string.Join(", ", bodies.Select(body => Histories.Adopting(body, n)))}}]}
            """);
    }
}
