using System.Text.Json.Nodes;
using Governance.Api.Http;
using Governance.Api.Http.OpenApi;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Api.OpenApi;

/// <summary>A few endpoints as features declare them, and how they are described.</summary>
public sealed class DescribedHost : IAsyncLifetime
{
    private readonly WebApplication app;

    public DescribedHost()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddHttp();
        builder.Services.AddAuthorization();
        app = builder.Build();
        app.UseHttp();
        app.MapApiDescription();
        var cluster = app.MapGroup("/api/clusters/{cluster}").WithTags("Cluster");
        cluster.MapPost("/decisions", (string cluster, RequestBody<Decision> body, RepeatKey key, ExpectedPosition position, QueryParameters<Rehearsal> how) => Results.Ok())
            .Answers<View>("RecordDecision", "Record a decision", 201).RequireAuthorization();
        cluster.MapGet("/structure", (string cluster, QueryParameters<ReadAt> at) => Results.Ok()).Answers<View>("GetStructure", "The whole structure");
    }

    public HttpClient Client { get; private set; } = null!;

    public JsonNode Description { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Description = JsonNode.Parse(await Client.GetStringAsync("/openapi/v1.json"))!;
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private sealed record View(DateTimeOffset At, Name Name, DecisionId Id, Decision Decision, long Position, IReadOnlyList<Name> Names, Name? Unset);
}
