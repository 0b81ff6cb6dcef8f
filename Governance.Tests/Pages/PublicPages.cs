using Governance.Tests.Support;

namespace Governance.Tests.Pages;

/// <summary>The addresses of all that everybody may see of a cluster.</summary>
internal static class PublicPages
{
    /// <summary>Each kind of page, and of those for one thing the page of every such thing.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(ClusterClient cluster)
    {
        var everyone = cluster.As(null);
        var things = await Task.WhenAll(new[] { "bodies", "people", "partners", "decisions" }.Select(async noun =>
            (await everyone.GetAsync($"/{noun}")).Json[noun]!.AsArray().Select(one => $"/{cluster.Id}/{noun}/{one!["id"]!.GetValue<string>()}")));
        return [.. new[] { "", "/committees", "/partners", "/decisions", "/search?q=bruker", "/history", "/compare?from=2016-12-31&to=2022-12-31", "/reports/2022", "/years" }.Select(path => $"/{cluster.Id}{path}"), .. things.SelectMany(t => t)];
    }

    /// <summary>One page of each kind, with the fullest of those for one thing.</summary>
    public static async Task<IReadOnlyList<string>> OneOfEachAsync(ClusterClient cluster, HttpClient http)
    {
        var pages = (await OfAsync(cluster)).Select(async path => (Path: path, (await http.GetStringAsync(path)).Length));
        return [.. (await Task.WhenAll(pages)).GroupBy(p => string.Join('/', p.Path.Split('?')[0].Split('/').Take(3)) + p.Path.Split('/').Length).Select(kind => kind.MaxBy(p => p.Length).Path)];
    }

    /// <summary>An address with one parameter more.</summary>
    public static string With(this string path, string parameter) => path + (path.Contains('?') ? '&' : '?') + parameter;
}
