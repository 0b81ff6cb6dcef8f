using Governance.Api.Clusters;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Governance.Api.Http.Problems;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Api.Http;

/// <summary>The HTTP layer alone, on a free port of a real server, with a few endpoints to try it by.</summary>
public sealed class TestHost : IAsyncLifetime
{
    private readonly WebApplication app;

    public TestHost()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.AddHttp();
        app = builder.Build();
        app.UseHttp();
        app.UseMiddleware<RequestSizes>();
        app.MapPost("/echo", (RequestBody<Governance.Domain.Decisions.Decision> body, RepeatKey key, ExpectedPosition expected, QueryParameters<ReadAt> at) =>
            Results.Json(new { body.Value, key = key.Value, expected = expected.Value, at = at.Value, hash = Convert.ToHexString(body.Hash()) }, Json.Options));
        app.MapPost("/import", (RequestBody<Note> body) => body.Value.Lines.Count).TakesImports();
        app.MapGet("/page", (QueryParameters<Page> page) => page.Value);
        app.MapGet("/view", (HttpContext context, QueryParameters<ReadAt> at, Reads reads) =>
            reads.JsonAsync(context, new AnswerVersion("alrek", Position, new DateOnly(2026, 1, 31), "public"), new Freshness(42, IsPrivate: Login), at.Value, this, static (host, _) => host.Render()));
        app.MapGet("/forms", (HttpContext context, Reads reads) =>
            reads.InAsync(["application/json", "text/html; charset=utf-8"], context, new AnswerVersion("alrek", 1, default, "public"), default, null, 0, static (type, _, _) => System.Text.Encoding.UTF8.GetBytes(type)));
        app.MapGet("/fails", void () => throw new InvalidOperationException("the secret"));
        app.MapGet("/refused", () => Problem.RuleViolated([new(ViolationCode.NameTaken) { Change = 1, Member = "name", Date = PartialDate.Parse("2022"), About = "<b>" }], LiveCluster.Empty("alrek")));
        app.MapGet("/stale", () => Problem.StalePosition(language => new[] { new { position = 13, sentence = language == Language.En ? "x" : "y" } }));
        app.MapGet("/endless", async context =>
        {
            context.Response.OnCompleted(() =>
            {
                EndlessEnded.TrySetResult();
                return Task.CompletedTask;
            });
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await context.HungUpAsync();
        });
        app.MapGet("/away", void () => throw new NpgsqlException("no route to 10.0.0.7", new System.Net.Sockets.SocketException()));
    }

    public HttpClient Client { get; private set; } = null!;

    public RecordingLog Log { get; } = new();

    public TaskCompletionSource EndlessEnded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Position { get; set; } = 12;

    public bool Login { get; set; }

    public int Renders { get; private set; }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private object Render()
    {
        Renders++;
        return new { name = "Å <b> & 'x'", position = Position, unset = (string?)null, at = new DateTimeOffset(2026, 1, 31, 11, 11, 12, TimeSpan.FromHours(1)).AddMicroseconds(123456) };
    }

    public sealed record Note(IReadOnlyList<string> Lines);
}
