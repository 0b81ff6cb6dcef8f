using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Governance.Tests.Webhooks;

/// <summary>A message as a subscriber got it. <c>Overlapped</c> tells that another was not answered yet.</summary>
public sealed record Received(string Path, string Id, string Timestamp, string Signature, string Body, bool Overlapped)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public long Position => Json["data"]!["position"]!.GetValue<long>();
}

/// <summary>A server of somebody else's, which takes messages at any path, answers as it is told, and can be away.</summary>
public sealed class Subscriber : IAsyncDisposable
{
    private readonly ConcurrentQueue<Received> received = new();
    private readonly ConcurrentDictionary<string, int> open = new(StringComparer.Ordinal);
    private WebApplication? app;
    private int port;

    /// <summary>What it answers; 204 if nothing is said.</summary>
    public Func<Received, HttpResponse, Task> Answer { get; set; } = (_, response) =>
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    public IReadOnlyList<Received> All => [.. received];

    public string Url(string path = "/hook") => $"http://127.0.0.1:{port}{path}";

    public IReadOnlyList<Received> At(string path) => [.. received.Where(r => r.Path == path)];

    public IEnumerable<long> Positions(string path = "/hook") => At(path).Select(r => r.Position);

    public static async Task<Subscriber> StartAsync()
    {
        var subscriber = new Subscriber();
        await subscriber.ComeAsync();
        return subscriber;
    }

    /// <summary>Is there, at the same address as before.</summary>
    public async Task ComeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        app = builder.Build();
        app.Run(TakeAsync);
        await app.StartAsync();
        port = new Uri(app.Urls.Single()).Port;
    }

    /// <summary>Is away: nobody answers.</summary>
    public async Task GoAsync()
    {
        await app!.DisposeAsync();
        app = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await GoAsync();
    }

    public Task HasAsync(int count, string path = "/hook") => Eventually.TrueAsync(() => Task.FromResult(At(path).Count >= count));

    private async Task TakeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var overlapped = open.AddOrUpdate(path, 1, (_, before) => before + 1) > 1;
        using var body = new StreamReader(context.Request.Body);
        string Header(string name) => context.Request.Headers[name].ToString();
        var got = new Received(path, Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), await body.ReadToEndAsync(), overlapped);
        received.Enqueue(got);
        try
        {
            await Answer(got, context.Response);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Held up until whoever sent it gave up.
        }
        open.AddOrUpdate(path, 0, (_, before) => before - 1);
    }

    /// <summary>Says nothing until the sender gives up.</summary>
    public static Task HoldUpAsync(HttpResponse response) => response.HttpContext.HungUpAsync();

    /// <summary>Answers with a status where a condition holds, and takes the rest.</summary>
    public void Refuse(Func<Received, bool> which, HttpStatusCode with) => Answer = (got, response) =>
    {
        response.StatusCode = which(got) ? (int)with : StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };
}
