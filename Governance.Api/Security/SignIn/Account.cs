namespace Governance.Api.Security.SignIn;

/// <summary>A person who can sign in, as the database knows them: all but what is secret.</summary>
/// <param name="Id">The actor's id in the log.</param>
/// <param name="Login">What the person signs in as here; nothing for one whom only a provider vouches for.</param>
/// <param name="Issuer">The OpenID Connect provider that vouches for the person.</param>
/// <param name="Grants">At most one for each cluster, and one for all.</param>
/// <param name="Stamp">Grows with every change that ends the account's sessions.</param>
public sealed record Account(
    string Id, string? Login, string? Issuer, string Name, IReadOnlyList<Grant> Grants, bool HasPassword, bool HasSecondFactor, int RecoveryCodes,
    DateTimeOffset? LockedUntil, DateTimeOffset? DisabledAt, DateTimeOffset CreatedAt, string CreatedBy, long Stamp)
{
    /// <summary>With the role there, in place of the one held there; without any for none.</summary>
    public static IReadOnlyList<Grant> Granting(IEnumerable<Grant> grants, Role? role, string? cluster) =>
        [.. grants.Where(g => g.Cluster != cluster), .. role is { } given ? [new Grant(given, cluster)] : Array.Empty<Grant>()];
}
