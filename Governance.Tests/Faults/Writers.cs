using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Governance.Tests.Support;

namespace Governance.Tests.Faults;

/// <summary>Clients that record decisions in a cluster one after another, each trying again with the same key until it has an answer.</summary>
public sealed class Writers(string key)
{
    private const int Count = 4;
    private readonly ConcurrentDictionary<string, long> _acknowledged = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _enough = new();
    private Task _work = Task.CompletedTask;

    /// <summary>The decisions that were answered with 201, by id, and their positions.</summary>
    public IReadOnlyDictionary<string, long> Acknowledged => _acknowledged;

    public async Task FoundAsync(ServerProcess server)
    {
        using var founded = await PostAsync(server, "/api/clusters", new { id = "alrek", name = "Alrek", foundedOn = "2016" }, "founding");
        founded!.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    /// <summary>Starts them on whichever server there is at the time.</summary>
    public void Start(Func<ServerProcess> server) => _work = Task.WhenAll(Enumerable.Range(1, Count).Select(writer => WriteAsync(server, writer)));

    /// <summary>Waits until this many more have been recorded.</summary>
    public async Task MoreAsync(int decisions)
    {
        var goal = _acknowledged.Count + decisions;
        await Eventually.TrueAsync(() => Task.FromResult(_acknowledged.Count >= goal || _work.IsFaulted));
        if (_work.IsFaulted) await _work;
    }

    public async Task StopAsync()
    {
        await _enough.CancelAsync();
        await _work;
    }

    private async Task WriteAsync(Func<ServerProcess> server, int writer)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var n = 1; !_enough.IsCancellationRequested; n++)
        {
            var decision = new { title = $"Vedtak {writer}/{n}", decidedByText = "Partnerne", decidedOn = "2022", changes = Array.Empty<object>() };
            var answer = await PostAsync(server(), "/api/clusters/alrek/decisions", decision, $"{writer}-{n}");
            while (answer is null or { StatusCode: HttpStatusCode.ServiceUnavailable })
            {
                await pause.WaitForNextTickAsync();
                answer = await PostAsync(server(), "/api/clusters/alrek/decisions", decision, $"{writer}-{n}");
            }

            using (answer)
            {
                answer.StatusCode.Should().Be(HttpStatusCode.Created, "{0}", await answer.Content.ReadAsStringAsync());
                var recorded = await answer.Content.ReadFromJsonAsync<JsonElement>();
                _acknowledged[recorded.GetProperty("id").GetString()!] = recorded.GetProperty("position").GetInt64();
            }
        }
    }

    /// <returns>Nothing when the connection broke off.</returns>
    private async Task<HttpResponseMessage?> PostAsync(ServerProcess server, string path, object body, string idempotencyKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", key);
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        try
        {
            return await server.Client.SendAsync(request);
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException)
        {
            return null;
        }
    }
}
