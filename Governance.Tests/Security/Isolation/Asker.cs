using System.Net.ServerSentEvents;
using System.Text;
using System.Text.RegularExpressions;

namespace Governance.Tests.Security.Isolation;

/// <summary>Who asks, by key, by session or by neither.</summary>
internal sealed partial record Asker(string Name, HttpClient Client, string? Key)
{
    /// <summary>What writes are sent with, by the last word of the address; those not named, with nothing.</summary>
    private static readonly Dictionary<string, string> bodies = new(StringComparer.Ordinal)
    {
        ["decisions"] = """{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2019"}""",
        ["correction"] = """{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2019", "reason": "Feil"}""",
        ["annulment"] = """{"reason": "Feil"}""",
        ["redaction"] = """{"texts": ["text"], "reason": "Personvern"}""",
        ["acceptance"] = """{"note": "Kjent"}""",
        ["people"] = """{"name": "Kari Eksempel"}""",
        ["merge"] = """{"into": "00000000-0000-0000-0000-000000000001"}""",
        ["replay"] = """{"after": 0}""",
        ["webhooks"] = """{"url": "https://listens.example/"}""",
        ["meetings"] = """{"body": "Styre", "number": "2", "heldOn": "2019"}""",
        ["planned"] = """{"body": "Styre", "day": "2026-12-08", "startsAt": "12:00", "endsAt": "14:00"}""",
        ["rescheduling"] = """{"day": "2026-12-08", "startsAt": "12:00", "endsAt": "14:00"}""",
        ["items"] = """{"kind": "decision", "title": "Sak"}""",
        ["absences"] = """{"person": "00000000-0000-0000-0000-000000000001"}""",
        ["attendance"] = """{"person": "00000000-0000-0000-0000-000000000001", "present": true}""",
        ["import"] = """{"cluster": {"id": "x", "name": "X", "foundedOn": "2019"}, "decisions": []}""",
    };

    /// <summary>What some routes cannot be asked without, by their last word; from the feed, all of it.</summary>
    private static readonly Dictionary<string, string> queries = new(StringComparer.Ordinal)
    {
        ["names"] = "?name=fortrolig gruppe",
        ["compare"] = "?from=2017-01-01&to=2020-01-01",
        ["search"] = "?q=fortrolig",
        ["stream"] = "?after=0",
    };

    /// <summary>The answer to a request at a route, but for the trace, and with the id and cluster of the address as they stand in the route.</summary>
    public async Task<string> AskAsync(string route, string cluster, string id, string? body = null)
    {
        var (method, pattern) = (route.Split(' ')[0], route.Split(' ')[1]);
        var path = Placeholder().Replace(pattern, place => place.Groups["name"].Value switch { "cluster" => cluster, "id" => id, "year" => "2018", "item" or "paper" or "task" => $"{Guid.Empty}", _ => "1" });
        var word = pattern.Split('/')[^1];
        using var request = new HttpRequestMessage(new HttpMethod(method), path + queries.GetValueOrDefault(word));
        if (method is "POST" or "PATCH" or "PUT") request.Content = new StringContent(body ?? bodies.GetValueOrDefault(word, "{}"), Encoding.UTF8, "application/json");
        if (Key is not null) request.Headers.Authorization = new("Bearer", Key);
        using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var headers = response.Headers.Where(h => h.Key is "Location" or "ETag" or "Governance-Position" or "WWW-Authenticate" or "Retry-After").Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        var text = word == "stream" ? await FirstAsync(response) : await response.Content.ReadAsStringAsync();
        return Changing().Replace($"{(int)response.StatusCode} {string.Join('\n', headers)}\n{text}", "").Replace(cluster, "{cluster}", StringComparison.Ordinal).Replace(id, "{id}", StringComparison.Ordinal);
    }

    private static async Task<string> FirstAsync(HttpResponseMessage response)
    {
        var items = SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync();
        return string.Join('\n', await items.Take(4).Select(item => $"{item.EventId} {item.EventType} {item.Data}").ToListAsync());
    }

    [GeneratedRegex("\\{(?<name>[a-zA-Z]+)(:[a-z]+)?\\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("(\"traceId\":\"[^\"]*\"|<code>[0-9a-f-]{32,}</code>|name=\"__RequestVerificationToken\"[^>]*>)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Changing();
}
