using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Governance.Api.Security;

/// <summary>A key to make: for one cluster, or for all when none is named.</summary>
public sealed record NewKey(Name Name, Role Role, ClusterSlug? Cluster, DateTimeOffset? ExpiresAt);

/// <summary>A key as its administrators see it; <paramref name="Key"/> is there once, when it is made.</summary>
/// <param name="CreatorGone">That nobody who made it could make it now: the account is disabled, erased or no longer admin there, or the key has ended.</param>
public sealed record KeyView(
    string Id, string Name, Role Role, string? Cluster, DateTimeOffset CreatedAt, string CreatedBy, bool? CreatorGone, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, string? Key)
{
    public static KeyView Of(ApiKey key, bool orphaned, string? secret = null) =>
        new(key.Id, key.Name, key.Grant.Role, key.Grant.Cluster, key.CreatedAt, key.CreatedBy, orphaned ? true : null, key.ExpiresAt, key.RevokedAt, secret);
}

/// <summary>The keys that a caller may see, the oldest first.</summary>
public sealed record KeyList(IReadOnlyList<KeyView> Keys);

/// <summary>Making, listing and revoking keys: by an admin of all clusters, or of the key's own.</summary>
public static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder endpoints)
    {
        var keys = endpoints.MapGroup("/api/keys").RequireRoleSomewhere(Role.Admin).WithTags("Keys");
        keys.MapPost("", CreateAsync).WithName("CreateKey").WithSummary("Make a key");
        keys.MapGet("", ListAsync).WithName("ListKeys").WithSummary("The keys of the clusters you administer");
        keys.MapDelete("/{id}", RevokeAsync).WithName("RevokeKey").WithSummary("Revoke a key, on every node within five seconds");
    }

    private static async Task<Results<Created<KeyView>, ForbidHttpResult, Problem>> CreateAsync(RequestBody<NewKey> body, Caller caller, KeyAdministration keys, HttpResponse response, CancellationToken ct)
    {
        if (!KeyAdministration.MayMake(caller, body.Value)) return TypedResults.Forbid();
        if (keys.FaultsOf(body.Value) is { Count: > 0 } faults) return Problem.Malformed(faults);

        var (key, secret) = (await keys.MakeAsync(caller, body.Value, Token.NewId(), ct))!.Value;
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/keys/{key.Id}", KeyView.Of(key, orphaned: false, secret));
    }

    private static async Task<Ok<KeyList>> ListAsync(Caller caller, KeyAdministration keys, CancellationToken ct)
    {
        var listed = await keys.ListAsync(caller, ct);
        var orphans = await keys.OrphansAsync(listed, ct);
        return TypedResults.Ok(new KeyList([.. listed.Select(k => KeyView.Of(k, orphans.Contains(k.Id)))]));
    }

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(string id, Caller caller, KeyAdministration keys, CancellationToken ct) =>
        await keys.RevokeAsync(caller, id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
}
