namespace Governance.Api.Features.SignIn;

/// <summary>A browser in a few words, from the many by which it calls itself.</summary>
internal static class AgentName
{
    // In this order: most call themselves by the names of others too.
    private static readonly (string Sign, string Name)[] browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary><c>Firefox, Windows</c>; nothing of one that is not known.</summary>
    public static string? Of(string? agent)
    {
        var known = new[] { Find(browsers, agent ?? ""), Find(systems, agent ?? "") }.OfType<string>().ToList();
        return known.Count == 0 ? null : string.Join(", ", known);
    }

    private static string? Find((string Sign, string Name)[] list, string agent) => list.FirstOrDefault(e => agent.Contains(e.Sign, StringComparison.Ordinal)).Name;
}
