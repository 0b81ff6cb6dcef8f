using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Governance.Api.Security;

/// <summary>A key to make: for one cluster, or for all when none is named.</summary>
public sealed record NewKey(Name Name, Role Role, ClusterSlug? Cluster, DateTimeOffset? ExpiresAt);

/// <summary>A key as its administrators see it; <paramref name="Key"/> is there once, when it is made.</summary>
public sealed record KeyView(
    string Id, string Name, Role Role, string? Cluster, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, string? Key)
{
    public static KeyView Of(ApiKey key, string? secret = null) =>
        new(key.Id, key.Name, key.Grant.Role, key.Grant.Cluster, key.CreatedAt, key.CreatedBy, key.ExpiresAt, key.RevokedAt, secret);
}

/// <summary>The keys that a caller may see, the oldest first.</summary>
public sealed record KeyList(IReadOnlyList<KeyView> Keys);

/// <summary>Making, listing and revoking keys: by an admin of all clusters, or of the key's own.</summary>
public static class KeyEndpoints
{
    private static readonly Phrase Past = new("Er alt forbi.", "Is past already.");

    public static void MapKeys(this IEndpointRouteBuilder endpoints)
    {
        var keys = endpoints.MapGroup("/api/keys").RequireRoleSomewhere(Role.Admin).WithTags("Keys");
        keys.MapPost("", CreateAsync).WithName("CreateKey").WithSummary("Make a key");
        keys.MapGet("", ListAsync).WithName("ListKeys").WithSummary("The keys of the clusters you administer");
        keys.MapDelete("/{id}", RevokeAsync).WithName("RevokeKey").WithSummary("Revoke a key, on every node within five seconds");
    }

    private static async Task<Results<Created<KeyView>, ForbidHttpResult, Problem>> CreateAsync(
        Posted<NewKey> body, Caller caller, ApiKeys keys, TimeProvider clock, HttpResponse response, CancellationToken ct)
    {
        var request = body.Value;
        var grant = new Grant(request.Role, request.Cluster?.Value);
        if (!caller.Can(Role.Admin, grant.Cluster)) return TypedResults.Forbid();
        if (request.ExpiresAt <= clock.GetUtcNow()) return Problem.Malformed([new("expiresAt", Past)]);

        var (key, secret) = await keys.CreateAsync(request.Name.Text, grant, request.ExpiresAt, caller.ActorId!, ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/keys/{key.Id}", KeyView.Of(key, secret));
    }

    private static async Task<Ok<KeyList>> ListAsync(Caller caller, ApiKeys keys, CancellationToken ct) =>
        TypedResults.Ok(new KeyList([.. (await VisibleAsync(caller, keys, ct)).Select(k => KeyView.Of(k))]));

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(string id, Caller caller, ApiKeys keys, CancellationToken ct)
    {
        if (!(await VisibleAsync(caller, keys, ct)).Any(k => k.Id == id)) return TypedResults.NotFound();

        await keys.RevokeAsync(id, ct);
        return TypedResults.NoContent();
    }

    private static async Task<IEnumerable<ApiKey>> VisibleAsync(Caller caller, ApiKeys keys, CancellationToken ct) =>
        (await keys.ListAsync(ct)).Where(k => caller.Can(Role.Admin, k.Grant.Cluster));
}
