using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Api.Http.Answers;
using Governance.Api.Security;
using Governance.Tests.Support;
using Npgsql;
using Xunit.Abstractions;

namespace Governance.Tests.Security.Fuzzing;

/// <summary>Generated requests to every route of a node in a process of its own: the same each time. More with FUZZ_REQUESTS in the environment, others with a FUZZ_SEED or <c>random</c>.</summary>
public sealed partial class FuzzTests(ApiFixture api, ITestOutputHelper output) : IClassFixture<ApiFixture>
{
    private const int AtOnce = 4;
    private const long MostMemory = 450L << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly int requests = int.Parse(Environment.GetEnvironmentVariable("FUZZ_REQUESTS") ?? "1000", CultureInfo.InvariantCulture);
    private readonly int seed = Environment.GetEnvironmentVariable("FUZZ_SEED") switch
    {
        null or "" => 2026,
        "random" => Random.Shared.Next(),
        var given => int.Parse(given, CultureInfo.InvariantCulture),
    };
    private readonly ConcurrentDictionary<int, int> statuses = new();
    private readonly ConcurrentDictionary<(string Cluster, long Position), bool> told = new();
    private readonly ConcurrentQueue<string> failures = new();

    [Fact]
    public async Task Whatever_is_asked_it_answers_in_time_and_writes_nothing_that_it_refused()
    {
        string[] clusters = [await FoundAsync(), await FoundAsync()];
        string?[] keys = [null, .. await Task.WhenAll(new[] { Role.Reader, Role.Secretary, Role.Admin }.Select(role => api.KeyAsync(role, clusters[0]))), TestApi.AdminKey];
        foreach (var (cluster, position) in await LogAsync()) told[(cluster, position)] = true;
        await using var server = await ServerProcess.ServeAsync($"--ConnectionStrings:Governance={PostgresServer.Serving(api.Api.ConnectionString)}", $"--Governance:AdminKey={TestApi.AdminKey}");
        var description = JsonNode.Parse(await server.Client.GetStringAsync("/openapi/v1.json"))!;
        var ids = Guids().Matches(await ReadAsync(clusters[0])).Select(m => m.Value).Append($"{Guid.Empty}").Distinct().ToList();
        var routes = EndpointRoutes.Of(api.Api).ToList();
        routes.AddRange([.. routes.Where(r => r.Pattern.StartsWith("/{cluster}/", StringComparison.Ordinal)).Select(r => ("POST", r.Pattern))]);
        var generator = new Generator(description, routes, clusters, ids, keys);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 }) { BaseAddress = server.Client.BaseAddress };

        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            if (failures.Count < 20) await TryAsync(client, generator.Make(seed, number));
        });

        var memory = Memory(server.Id);
        output.WriteLine($"With FUZZ_SEED={seed}, {requests:N0} requests in {watch.Elapsed.TotalSeconds:N0} s: {string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key} × {s.Value:N0}"))}; {told.Count:N0} acts; {memory >> 20:N0} MiB");
        failures.Should().BeEmpty("FUZZ_SEED={0} repeats it", seed);
        memory.Should().BeLessThan(MostMemory);
        var stored = await LogAsync();
        stored.Except(told.Keys).Should().BeEmpty("what stands in the log was acknowledged: FUZZ_SEED={0}", seed);
        told.Keys.Except(stored).Should().BeEmpty("what was acknowledged stands in the log: FUZZ_SEED={0}", seed);
        foreach (var cluster in told.Keys.Select(t => t.Cluster).Distinct()) (await api.Log.VerifyAsync(cluster)).Differences.Should().BeEmpty();
    }

    private async Task TryAsync(HttpClient client, Generated request)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var dice = new Random(unchecked(seed + request.Number));
            // What is spoilt on its way may ask for another thing than was meant: whose log it would reach is then not known.
            var isRaw = dice.Next(8) == 0 && request.Headers.All(h => h.Name != "Authorization");
            var (status, text, position) = isRaw ? await SpoiltAsync(client, RawBytes.Spoilt(request, dice), patience.Token) : await SendAsync(client, request, patience.Token);
            statuses.AddOrUpdate(status, 1, (_, before) => before + 1);
            if (status >= 500 && !IsRightly(status, request)) failures.Enqueue($"{status} to {request}: {text}");
            else if (position is { } act && status < 300 && request.Method is "POST" or "PATCH" or "DELETE") Note(request, act, text);
        }
        catch (OperationCanceledException)
        {
            failures.Enqueue($"No answer in time to {request}");
        }
        catch (HttpRequestException gone)
        {
            failures.Enqueue($"{gone} instead of an answer to {request}");
        }
    }

    /// <summary>A version of HTTP that nobody speaks, and a position that is still to come, are said to be so.</summary>
    private static bool IsRightly(int status, Generated request) => status == 505 || (status == 503 && request.Target.Contains("minPosition=", StringComparison.Ordinal));

    private static async Task<(int Status, string Text, long? Position)> SpoiltAsync(HttpClient client, byte[] bytes, CancellationToken ct)
    {
        var (status, text) = await RawBytes.SendAsync(client.BaseAddress!, bytes, ct);
        return (status, text, null);
    }

    private static async Task<(int Status, string Text, long? Position)> SendAsync(HttpClient client, Generated request, CancellationToken ct)
    {
        using var message = request.Message(client.BaseAddress!);
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
        long? position = response.Headers.TryGetValues(Answer.PositionHeader, out var told) ? long.Parse(told.Single(), CultureInfo.InvariantCulture) : null;
        // The stream of changes has no end.
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await response.Content.ReadAsStringAsync(ct), position);
    }

    /// <summary>An act's position is told in a header; an import's is its last, and its answer tells how many there were.</summary>
    private void Note(Generated request, long last, string text)
    {
        var answer = JsonNode.Parse(text)!;
        var cluster = request.Cluster ?? answer["id"]!.GetValue<string>();
        var acts = answer["decisions"]?.GetValue<int>() + answer["people"]?.GetValue<int>() ?? 1;
        for (var position = last - acts + 1; position <= last; position++) told[(cluster, position)] = true;
    }

    private async Task<string> FoundAsync()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018-01-01", "Styre", "Råd");
        (await cluster.PostAsync("/people", """{"name": "Kari Eksempel"}""")).Being(HttpStatusCode.Created);
        return cluster.Id;
    }

    private async Task<string> ReadAsync(string cluster) =>
        string.Concat(await Task.WhenAll(new[] { "structure", "decisions", "people", "findings" }.Select(async what => await (await api.Api.SendAsync(HttpMethod.Get, $"/api/clusters/{cluster}/{what}", TestApi.AdminKey)).Content.ReadAsStringAsync())));

    private async Task<List<(string Cluster, long Position)>> LogAsync()
    {
        await using var database = NpgsqlDataSource.Create(api.Api.ConnectionString);
        await using var command = database.CreateCommand("select distinct e.tenant_id, e.version from mt_events e join mt_streams s on (s.tenant_id, s.id) = (e.tenant_id, e.stream_id) where s.type = 'register'");
        await using var reader = await command.ExecuteReaderAsync();
        var log = new List<(string, long)>();
        while (await reader.ReadAsync()) log.Add((reader.GetString(0), reader.GetInt64(1)));
        return log;
    }

    private static long Memory(int process)
    {
        using var server = Process.GetProcessById(process);
        return server.WorkingSet64;
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guids();
}
