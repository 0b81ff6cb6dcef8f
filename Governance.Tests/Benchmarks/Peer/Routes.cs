using Governance.Domain.Bodies;
using Governance.Domain.Mandates;
using JasperFx.Events;
using Marten;
using Wolverine;

namespace Governance.Peer;

/// <summary>What is asked of it, at the paths of the program itself.</summary>
internal static class Routes
{
    public static void MapDecisions(this WebApplication app)
    {
        var guarded = app.Configuration.HasSnapshot();
        app.MapGet("/health/ready", () => "healthy");
        app.MapPost("/api/clusters", async (FoundCluster command, IMessageBus bus, CancellationToken ct) =>
        {
            await bus.InvokeForTenantAsync(command.Id, command, ct);
            return Results.Created($"/api/clusters/{command.Id}", null);
        });
        app.MapPost("/api/clusters/{cluster}/decisions", async (string cluster, RecordDecision command, IMessageBus bus, CancellationToken ct) =>
        {
            var recorded = await bus.InvokeForTenantAsync<Recorded>(cluster, guarded ? new RecordOnSnapshot(command) : command, ct);
            return Results.Created($"/api/clusters/{cluster}/decisions/{recorded.Id}",
                new { recorded.Id, Position = recorded.Register.Version, RecordedAt = recorded.Register.Timestamp, Changes = recorded.Bodies.Select(body => new { body }) });
        });
        app.MapPost("/api/clusters/{cluster}/import", async (string cluster, ImportHistory history, IDocumentStore store, CancellationToken ct) =>
        {
            var (facts, register, bodies) = (new Facts(), new List<object> { Facts.Founding(history.Cluster.Name, history.Cluster.FoundedOn) }, new Dictionary<Guid, List<object>>());
            foreach (var decision in history.Decisions)
            {
                register.Add(Facts.Decision(decision));
                foreach (var (body, fact) in decision.Changes.Select(facts.Of))
                {
                    if (!bodies.TryGetValue(body, out var events)) bodies[body] = events = [];
                    events.Add(fact);
                }
            }
            var graph = ((DocumentStore)store).Events;
            List<StreamAction> streams = [StreamAction.Start(graph, Facts.RegisterOf(cluster), [.. register]), .. bodies.Select(b => StreamAction.Start(graph, b.Key, [.. b.Value]))];
            await store.BulkInsertEventsAsync(cluster, streams, cancellation: ct);
            return Results.Created($"/api/clusters/{cluster}", new { Position = register.Count, Bodies = bodies.Keys });
        }).WithMetadata(new Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute());
    }

    public static void MapReading(this WebApplication app)
    {
        // One body as known at a moment, by live aggregation.
        app.MapGet("/api/clusters/{cluster}/bodies/{body:guid}", async (string cluster, Guid body, DateTimeOffset? knownAt, IDocumentStore store, CancellationToken ct) =>
        {
            await using var session = store.QuerySession(cluster);
            return await session.Events.AggregateStreamAsync<BodyView>(body, timestamp: knownAt, token: ct) is { } view ? Results.Ok(view) : Results.NotFound();
        });
        // All of them, from the whole log of the cluster.
        app.MapGet("/api/clusters/{cluster}/structure", async (string cluster, IDocumentStore store, CancellationToken ct) =>
        {
            await using var session = store.QuerySession(cluster);
            var bodies = new Dictionary<Guid, BodyView>();
            foreach (var e in await session.Events.QueryAllRawEvents().OrderBy(e => e.Sequence).ToListAsync(ct))
            {
                if (e.Data is BodyEstablished) bodies[e.StreamId] = new() { Id = e.StreamId };
                if (e.Data is BodyEstablished established) bodies[e.StreamId].Apply(established);
                if (e.Data is MandateAdopted adopted) bodies[e.StreamId].Apply(adopted);
            }
            return bodies.Count > 0 ? Results.Ok(bodies.Values) : Results.NotFound();
        });
    }
}
