using System.Text;
using System.Text.Json.Nodes;

namespace Governance.Tests.Security.Fuzzing;

/// <summary>Makes requests to all routes, from what is said of them where anything is: mostly as they should be, and wrong in a few places.</summary>
/// <param name="routes">Methods and patterns, such as <c>GET /{cluster}/bodies/{id:guid}</c>.</param>
/// <param name="keys">Null is none.</param>
public sealed class Generator(JsonNode description, IReadOnlyList<(string Method, string Pattern)> routes, IReadOnlyList<string> clusters, IReadOnlyList<string> ids, IReadOnlyList<string?> keys)
{
    private static readonly string[] methods = ["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "TRACE", "QUERY", "get"];
    private static readonly string[] mediaTypes = ["text/plain", "application/json; charset=utf-16", "application/json;;", "", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/xml", "*/*"];
    private static readonly string[] queries = ["asOf", "recordedAt", "lang", "limit", "after", "from", "to", "q", "name", "dryRun", "audience", "view", "on", "person", "body"];

    private static readonly (string Name, string[] Values)[] headers =
    [
        ("If-Match", ["*", "\"1\"", "1", "\"99999999999999999999\"", "W/\"1\"", "\"1\", \"2\"", "\"", "-1"]),
        ("If-None-Match", ["*", "\"1\"", "W/\"x\"", "\"", ","]),
        ("Idempotency-Key", ["a", "", " ", "æ", "b"]),
        ("Range", ["bytes=0-1", "bytes=-0", "bytes=9-1", "bytes=99999999999999999999-", "items=1"]),
        ("Accept", ["*/*", "text/html", "text/markdown;q=0", "application/ld+json;q=x", ";", "a/b/c", "*/*;q=1e9"]),
        ("Accept-Language", ["nb", "en;q=2", "*", "xx-yy-zz-;q", "-"]),
        ("Accept-Encoding", ["gzip", "br;q=0", "identity;q=0, *;q=0", "zip"]),
        ("Last-Event-ID", ["0", "-1", "99999999999999999999", "x"]),
        ("If-Modified-Since", ["x", "Thu, 01 Jan 1970 00:00:00 GMT"]),
        ("Cookie", ["=", "a=b; ;", ".AspNetCore.Antiforgery=x", "__Host-session=%00"]),
        ("Origin", ["null", "https://elsewhere.invalid"]),
        ("X-Forwarded-For", ["::", "x", "1.1.1.1, 2"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Content-Encoding", ["gzip", "x"]),
        ("Expect", ["200-ok"]),
    ];

    /// <summary>The request of a number: the same each time, given the same seed.</summary>
    public Generated Make(int seed, int number)
    {
        var odd = new OddValues(new Random(unchecked((seed * 1_000_003) + number)));
        var (method, pattern) = odd.One(routes);
        var operation = description["paths"]![WithoutTypes(pattern)]?[method.ToLowerInvariant()];
        var cluster = odd.One(clusters);
        var target = Path(odd, pattern, cluster) + Query(odd, operation);
        if (odd.OneIn(15)) method = odd.One(methods);
        var made = Headers(odd);
        if (odd.One(keys) is { } key) made.Add(("Authorization", odd.OneIn(30) ? Plain(odd.Text()) : $"Bearer {key}"));
        var body = Body(odd, operation, method);
        if (body is not null) made.Add(("Content-Type", odd.OneIn(12) ? odd.One(mediaTypes) : operation is null && !pattern.StartsWith("/api", StringComparison.Ordinal) ? "application/x-www-form-urlencoded" : "application/json"));
        return new(number, method, target, made, body, pattern.Contains("{cluster}", StringComparison.Ordinal) ? cluster : null);
    }

    private static string WithoutTypes(string pattern) => string.Join('/', pattern.Split('/').Select(p => p.Contains(':', StringComparison.Ordinal) ? p[..p.IndexOf(':', StringComparison.Ordinal)] + "}" : p));

    private string Path(OddValues odd, string pattern, string cluster) => string.Join('/', pattern.Split('/').Select(part => part switch
    {
        "{cluster}" => cluster,
        "{id:guid}" or "{id}" => odd.OneIn(10) ? Escaped(odd.Text()) : odd.One(ids),
        "{year:int}" => odd.One(["2022", "0", "-1", "9999", "10000", "2147483647", "2147483648", "x"]),
        "{number:long}" or "{position:long}" => odd.One(["1", "0", "-1", "9223372036854775807", "9223372036854775808"]),
        "{documentName}.json" => "v1.json",
        ['{', ..] => Escaped(odd.Text()),
        "" => "",
        _ => odd.OneIn(40) ? Escaped(odd.Text()) : part,
    }));

    private string Query(OddValues odd, JsonNode? operation)
    {
        var asked = new List<string>();
        foreach (var parameter in operation?["parameters"]?.AsArray() ?? [])
            if (parameter!["in"]!.GetValue<string>() == "query" && (parameter["name"]!.GetValue<string>() == "minPosition" ? odd.OneIn(20) : !odd.OneIn(3))) asked.Add($"{parameter["name"]}={Escaped(Given(odd, parameter["schema"]))}");
        while (odd.OneIn(4)) asked.Add($"{(odd.OneIn(3) ? Escaped(odd.Text()) : odd.One(queries))}{(odd.OneIn(5) ? "" : "=")}{Escaped(odd.Text())}");
        return asked.Count == 0 ? "" : "?" + string.Join('&', asked);
    }

    private string Given(OddValues odd, JsonNode? schema) => odd.OneIn(3) ? odd.Text() : new FromSchema(description, odd, ids).Make(schema).Trim('"');

    private static List<(string, string)> Headers(OddValues odd)
    {
        var made = new List<(string, string)>();
        while (odd.OneIn(3) && odd.One(headers) is var (name, values)) made.Add((name, odd.OneIn(5) ? Plain(odd.Text()) : odd.One(values)));
        return made;
    }

    private byte[]? Body(OddValues odd, JsonNode? operation, string method)
    {
        if (method is "GET" or "HEAD" or "TRACE" or "get") return null;
        var schema = operation?["requestBody"]?["content"]?["application/json"]?["schema"];
        if (schema is null && odd.OneIn(2)) return Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 4).Select(_ => $"{Escaped(odd.Text())}={Escaped(odd.Text())}")));
        var json = schema is null || odd.OneIn(8) ? odd.Json() : new FromSchema(description, odd, ids).Make(schema);
        var bytes = Encoding.UTF8.GetBytes(json);
        if (odd.OneIn(25) && bytes.Length > 0) bytes = bytes[..(bytes.Length / 2)];
        if (odd.OneIn(25) && bytes.Length > 0) bytes[bytes.Length / 3] = 0xff;
        return bytes;
    }

    private static string Escaped(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' ? $"{(char)b}" : $"%{b:X2}"));

    private static string Plain(string text) => new([.. text.Where(c => c is >= ' ' and <= 'ÿ').Take(2000)]);
}
