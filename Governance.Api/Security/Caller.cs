using System.Security.Claims;

namespace Governance.Api.Security;

/// <summary>Who a request comes from and what they may do; a parameter that every endpoint may ask for.</summary>
/// <param name="ActorId">The id of the key or person, which the log keeps; nothing for someone unknown, who reads what is public.</param>
public sealed record Caller(string? ActorId, IReadOnlyList<Grant> Grants)
{
    private const string GrantClaim = "grant";

    public static Caller Of(ClaimsPrincipal user) =>
        new(user.FindFirstValue(ClaimTypes.NameIdentifier), [.. user.FindAll(GrantClaim).Select(c => Read(c.Value))]);

    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    /// <summary>Whether the role is held there; without a cluster: for all of them.</summary>
    public bool Can(Role role, string? cluster) => Grants.Any(g => g.Covers(role, cluster));

    /// <summary>Whether the role is held in some cluster at least.</summary>
    public bool CanSomewhere(Role role) => Grants.Any(g => g.Role >= role);

    public ClaimsPrincipal ToPrincipal(string scheme) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, ActorId!), .. Grants.Select(g => new Claim(GrantClaim, $"{g.Role}@{g.Cluster}"))], scheme));

    private static Grant Read(string claim)
    {
        var at = claim.IndexOf('@', StringComparison.Ordinal);
        return new(Enum.Parse<Role>(claim[..at]), at == claim.Length - 1 ? null : claim[(at + 1)..]);
    }
}
