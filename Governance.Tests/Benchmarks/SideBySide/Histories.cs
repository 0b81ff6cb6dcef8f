using System.Net;
using System.Text;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>Long histories as import documents: ten bodies, whose mandates are adopted anew in turn, a decision a day.</summary>
internal static class Histories
{
    public const int Bodies = 10;
    private static readonly DateOnly First = new(1750, 1, 1);

    /// <summary>The day of the n-th decision.</summary>
    public static DateOnly Day(int n) => First.AddDays(n);

    /// <summary>A document of so many decisions, the first of which establishes the bodies.</summary>
    public static byte[] Document(int decisions, int changes)
    {
        var text = new StringBuilder($$"""{"cluster":{"name":"Klyngen","foundedOn":"{{First:yyyy-MM-dd}}"},"decisions":[{"title":"Opprettelse","decidedByText":"Partnerne","decidedOn":"{{First:yyyy-MM-dd}}","changes":[""");
        text.AppendJoin(',', Enumerable.Range(0, Bodies).Select(i => $$"""{"type":"establish-body","ref":"b{{i}}","kind":"committee","name":"Utvalg {{i}}"}""")).Append("]}");
        for (var n = 1; n < decisions; n++)
            text.Append($$""",{"title":"Sak {{n}}: mandater","decidedByText":"Partnerne","decidedOn":"{{Day(n):yyyy-MM-dd}}","changes":[""")
                .AppendJoin(',', Enumerable.Range(0, changes).Select(i => Adopting($"#b{(n * changes + i) % Bodies}", n))).Append("]}");
        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    /// <summary>A body's n-th mandate.</summary>
    public static string Adopting(string body, int n) => $$"""{"type":"adopt-mandate","body":"{{body}}","points":["Følge opp sak {{n}}","Melde tilbake til partnerne"]}""";

    /// <summary>Takes a document in.</summary>
    public static async Task<Reply> ImportAsync(Node node, string cluster, byte[] document)
    {
        using var content = new ByteArrayContent(document) { Headers = { ContentType = new("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/clusters/{cluster}/import") { Content = content, Headers = { Authorization = new("Bearer", Node.AdminKey) } };
        return (await Reply.OfAsync(await node.Client.SendAsync(request))).Being(HttpStatusCode.Created);
    }
}
