using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Governance.Tests.Faults;

/// <summary>What a client was told: this decision stands at this position.</summary>
public sealed record Acknowledgement(string Cluster, string Id, string Title, long Position, TimeSpan At);

/// <summary>Clients that record decisions one after another, each trying again with the same key, on whichever server there is, until it has an answer; and read what they wrote from another.</summary>
public sealed class Writers(string key, int clients = 4, int clusters = 1)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentQueue<Acknowledgement> _acknowledged = new();
    private readonly CancellationTokenSource _enough = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private Task _work = Task.CompletedTask;
    private int _tried;
    private int _read;

    public static string Cluster(int number) => number == 0 ? "alrek" : $"alrek-{number}";

    /// <summary>The decisions that were answered with 201, in the order of the answers.</summary>
    public IReadOnlyCollection<Acknowledgement> Acknowledged => _acknowledged;

    /// <summary>How often an attempt was in vain: turned away, or broken off.</summary>
    public int InVain => _tried - _acknowledged.Count;

    /// <summary>How often a client read what it had written, on another server than it wrote to.</summary>
    public int Read => _read;

    /// <summary>The longest time in which nobody was acknowledged anything.</summary>
    public TimeSpan LongestOutage => _acknowledged.Zip(_acknowledged.Skip(1), (one, next) => next.At - one.At).Max();

    public async Task FoundAsync(HttpClient server)
    {
        for (var number = 0; number < clusters; number++)
        {
            using var founded = await PostAsync(server, "/api/clusters", new { id = Cluster(number), name = $"Alrek {number}", foundedOn = "2016" }, $"founding-{number}");
            founded!.StatusCode.Should().Be(HttpStatusCode.Created);
        }
    }

    /// <summary>Starts them on whichever servers there are at the time.</summary>
    /// <param name="servers">The one to be tried at the nth attempt.</param>
    public void Start(Func<int, HttpClient> servers) => _work = Task.WhenAll(Enumerable.Range(0, clients).Select(writer => Task.Run(() => WriteAsync(servers, writer))));

    /// <summary>Waits until this many more have been recorded.</summary>
    public async Task MoreAsync(int decisions)
    {
        var goal = _acknowledged.Count + decisions;
        await Support.Eventually.TrueAsync(() => Task.FromResult(_acknowledged.Count >= goal || _work.IsFaulted));
        if (_work.IsFaulted) await _work;
    }

    /// <summary>Lets each have the answer it waits for, and go.</summary>
    public async Task StopAsync()
    {
        await _enough.CancelAsync();
        await _work;
    }

    private async Task WriteAsync(Func<int, HttpClient> servers, int writer)
    {
        using var pause = new PeriodicTimer(Pause);
        var cluster = Cluster(writer % clusters);
        for (var n = 1; !_enough.IsCancellationRequested; n++)
        {
            var decision = new { title = $"Vedtak {writer}/{n}", decidedByText = "Partnerne", decidedOn = "2022", changes = Array.Empty<object>() };
            var attempt = writer + n;
            HttpResponseMessage? answer;
            while ((answer = await TryAsync(servers(attempt), cluster, decision, $"{writer}-{n}")) is null or { StatusCode: HttpStatusCode.ServiceUnavailable })
            {
                if (answer is not null) answer.Headers.RetryAfter.Should().NotBeNull();
                answer?.Dispose();
                attempt++;
                await pause.WaitForNextTickAsync();
            }

            using (answer)
            {
                answer.StatusCode.Should().Be(HttpStatusCode.Created, "{0}", await answer.Content.ReadAsStringAsync());
                var recorded = await answer.Content.ReadFromJsonAsync<JsonElement>();
                var position = recorded.GetProperty("position").GetInt64();
                _acknowledged.Enqueue(new(cluster, recorded.GetProperty("id").GetString()!, decision.title, position, _watch.Elapsed));
                await ReadAsync(servers(attempt + 1), cluster, position);
            }
        }
    }

    private Task<HttpResponseMessage?> TryAsync(HttpClient server, string cluster, object decision, string idempotencyKey)
    {
        Interlocked.Increment(ref _tried);
        return PostAsync(server, $"/api/clusters/{cluster}/decisions", decision, idempotencyKey);
    }

    /// <summary>What is acknowledged is there to be read, on any server that can answer.</summary>
    private async Task ReadAsync(HttpClient server, string cluster, long position)
    {
        try
        {
            using var answer = await server.GetAsync(new Uri($"/api/clusters/{cluster}?minPosition={position}", UriKind.Relative));
            answer.StatusCode.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
            if (answer.StatusCode != HttpStatusCode.OK) return;
            long.Parse(answer.Headers.GetValues("Governance-Position").Single()).Should().BeGreaterThanOrEqualTo(position);
            Interlocked.Increment(ref _read);
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException)
        {
            // It has just been killed.
        }
    }

    /// <returns>Nothing when the connection broke off.</returns>
    private async Task<HttpResponseMessage?> PostAsync(HttpClient server, string path, object body, string idempotencyKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", key);
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        try
        {
            return await server.SendAsync(request);
        }
        catch (Exception e) when (e is HttpRequestException or ObjectDisposedException)
        {
            return null;
        }
    }
}
