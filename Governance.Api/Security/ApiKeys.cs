using Governance.Api.Store;
using Marten;

namespace Governance.Api.Security;

/// <summary>The keys in the database.</summary>
public sealed class ApiKeys(ClusterSessions sessions, TimeProvider clock)
{
    /// <summary>Makes a key; its secret is nowhere but in the answer.</summary>
    public async Task<(ApiKey Key, string Secret)> CreateAsync(string name, Grant grant, DateTimeOffset? expiresAt, string createdBy, CancellationToken ct) =>
        (await CreateAsync(Token.NewId(), name, grant, expiresAt, createdBy, ct))!.Value;

    /// <summary>Makes a key of that id; nothing where there is one already.</summary>
    public async Task<(ApiKey Key, string Secret)?> CreateAsync(string id, string name, Grant grant, DateTimeOffset? expiresAt, string createdBy, CancellationToken ct)
    {
        var secret = ApiKey.NewSecret();
        var key = new ApiKey(id, name, Token.HashText(secret), grant, clock.GetUtcNow(), createdBy, expiresAt?.ToUniversalTime(), null);
        await using var session = await sessions.OpenSharedAsync(ct);
        session.Insert(key);
        return await session.TrySaveAsync(ct) ? (key, secret) : null;
    }

    /// <summary>Makes the first admin key, once in the life of a database.</summary>
    /// <returns>Its secret; nothing when it was made before.</returns>
    public async Task<string?> CreateBootstrapAsync(CancellationToken ct) =>
        (await CreateAsync(ApiKey.Bootstrap, "Bootstrap", new Grant(Role.Admin, null), null, ApiKey.Bootstrap, ct))?.Secret;

    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken ct)
    {
        await using var session = await sessions.OpenSharedAsync(ct);
        return await session.Query<ApiKey>().OrderBy(key => key.CreatedAt).ThenBy(key => key.Id).ToListAsync(ct);
    }

    /// <param name="hash">As <see cref="ApiKey.Hash"/>.</param>
    public async Task<ApiKey?> FindAsync(string hash, CancellationToken ct)
    {
        await using var session = await sessions.OpenSharedAsync(ct);
        return await session.Query<ApiKey>().SingleOrDefaultAsync(key => key.Hash == hash, ct);
    }

    /// <summary>Ends a key for good; one already ended keeps its time.</summary>
    /// <returns>Whether there is such a key.</returns>
    public async Task<bool> RevokeAsync(string id, CancellationToken ct)
    {
        await using var session = await sessions.OpenSharedAsync(ct);
        if (await session.LoadAsync<ApiKey>(id, ct) is not { } key) return false;
        if (key.RevokedAt is not null) return true;
        session.Update(key with { RevokedAt = clock.GetUtcNow() });
        await session.TrySaveAsync(ct);   // refused, another has ended it
        return true;
    }
}
