using Governance.Api.Cli;
using Governance.Api.Http.Binding;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;

namespace Governance.Api.Security;

/// <summary>The keys as their admins keep them, by the API and on pages: those of the clusters they are admin of, and of all clusters if they are admin of all.</summary>
public sealed class KeyAdministration(ApiKeys keys, Accounts accounts, TimeProvider clock)
{
    private static readonly Phrase past = new("Er alt forbi.", "Is past already.");

    /// <summary>Whether the caller may hand out such a key.</summary>
    public static bool MayMake(Caller caller, NewKey wanted) => caller.Can(Role.Admin, wanted.Cluster?.Value);

    /// <summary>What is wrong with a key that is asked for, besides its form.</summary>
    public IReadOnlyList<Fault> FaultsOf(NewKey wanted) => wanted.ExpiresAt <= clock.GetUtcNow() ? [new("expiresAt", past)] : [];

    /// <summary>Makes a key that the caller may hand out and that has no faults; its secret is nowhere but in the answer.</summary>
    /// <returns>Nothing where there is a key of that id already.</returns>
    public Task<(ApiKey Key, string Secret)?> MakeAsync(Caller caller, NewKey wanted, string id, CancellationToken ct) =>
        keys.CreateAsync(id, wanted.Name.Text, new(wanted.Role, wanted.Cluster?.Value), wanted.ExpiresAt, caller.ActorId!, ct);

    /// <summary>Those that the caller may see, the oldest first.</summary>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(Caller caller, CancellationToken ct) => [.. (await keys.ListAsync(ct)).Where(k => caller.Can(Role.Admin, k.Grant.Cluster))];

    /// <summary>The ids of those whose maker is gone: an account that is disabled, erased or no longer admin where the key holds, or a key that has ended.</summary>
    public async Task<IReadOnlySet<string>> OrphansAsync(IReadOnlyList<ApiKey> of, CancellationToken ct)
    {
        var (makers, all, now) = ((await accounts.ListAsync(ct)).ToDictionary(a => a.Id, StringComparer.Ordinal), (await keys.ListAsync(ct)).ToDictionary(k => k.Id, StringComparer.Ordinal), clock.GetUtcNow());
        return of.Where(key => !IsThere(key)).Select(key => key.Id).ToHashSet(StringComparer.Ordinal);

        bool IsThere(ApiKey key) =>
            key.CreatedBy is ApiKey.Bootstrap or OpenApplication.Actor
            || (makers.TryGetValue(key.CreatedBy, out var account) ? account.DisabledAt is null && account.Grants.Any(g => g.Covers(Role.Admin, key.Grant.Cluster))
                : all.TryGetValue(key.CreatedBy, out var maker) && maker.HoldsAt(now));
    }

    /// <summary>Ends one of those for good.</summary>
    /// <returns>Whether the caller sees such a key.</returns>
    public async Task<bool> RevokeAsync(Caller caller, string id, CancellationToken ct) =>
        (await ListAsync(caller, ct)).Any(k => k.Id == id) && await keys.RevokeAsync(id, ct);
}
