using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Api.Security.SignIn;

/// <summary>A role to give: in one cluster, or in all when none is named.</summary>
public sealed record NewGrant(Role Role, ClusterSlug? Cluster)
{
    public Grant Grant => new(Role, Cluster?.Value);
}

/// <summary>An account to make.</summary>
public sealed record NewAccount(LoginName Login, Name Name, IReadOnlyList<NewGrant> Grants);

/// <summary>What to change of an account; <paramref name="Grants"/> take the place of all that the caller administers.</summary>
public sealed record AccountPatch(Name? Name, bool? Disabled, IReadOnlyList<NewGrant>? Grants);

/// <summary>An account as an administrator sees it: with the grants in the clusters that they administer.</summary>
/// <param name="PasswordLink">Where the person sets a password, once; there only when it is made.</param>
public sealed record AccountView(
    string Id, string? Login, string? Issuer, string Name, IReadOnlyList<FormerName>? FormerNames, IReadOnlyList<Grant> Grants, bool HasSecondFactor, DateTimeOffset? LockedUntil, DateTimeOffset? DisabledAt,
    DateTimeOffset CreatedAt, string CreatedBy, string? PasswordLink)
{
    public static AccountView Of(Account account, Caller to, IReadOnlyDictionary<string, DateTimeOffset> locks, string? token = null) => new(
        account.Id, account.Login, account.Issuer, account.Name, account.FormerNames is { Count: > 0 } names ? names : null, [.. account.Grants.Where(g => to.Can(Role.Admin, g.Cluster))], account.HasSecondFactor, locks.TryGetValue(account.Id, out var until) ? until : null,
        account.DisabledAt, account.CreatedAt, account.CreatedBy, token is null ? null : StoredPasswords.LinkOf(token));
}

/// <summary>The accounts that a caller may see, by name.</summary>
public sealed record AccountList(IReadOnlyList<AccountView> Accounts);

/// <summary>Where a person sets their password, once and within two days.</summary>
public sealed record PasswordLink(string Link, DateTimeOffset ExpiresAt);
