using System.Security.Claims;

namespace Governance.Api.Security;

/// <summary>Who a request comes from and what they may do; a parameter that every endpoint may ask for.</summary>
/// <param name="ActorId">The id of the key or account, which the log keeps; nothing for someone unknown, who reads what is public.</param>
public sealed record Caller(string? ActorId, IReadOnlyList<Grant> Grants)
{
    private const string GrantClaim = "grant";
    private const string SessionClaim = "session";
    private const string DueClaim = "due";
    private const string FailuresClaim = "failed-sign-ins";

    /// <summary>What a person who is signed in is called; nothing for a key.</summary>
    public string? Name { get; init; }

    /// <summary>The id of the session that a person is signed in by.</summary>
    public string? Session { get; init; }

    /// <summary>How often somebody has tried to sign in as this person, whom it has still to be told.</summary>
    public int FailedSignIns { get; init; }

    /// <summary>Whether the OpenID Connect provider is to be asked again who this is, and what they may do.</summary>
    public bool IsDue { get; init; }

    public static Caller Of(ClaimsPrincipal user) => new(user.FindFirstValue(ClaimTypes.NameIdentifier), [.. user.FindAll(GrantClaim).Select(c => Grant.Parse(c.Value))])
    {
        Name = user.FindFirstValue(ClaimTypes.Name),
        Session = user.FindFirstValue(SessionClaim),
        IsDue = user.HasClaim(c => c.Type == DueClaim),
        FailedSignIns = int.TryParse(user.FindFirstValue(FailuresClaim), out var failures) ? failures : 0,
    };

    /// <summary>Someone unknown.</summary>
    public static Caller Nobody { get; } = new(null, []);

    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    /// <summary>Whether the role is held there; without a cluster: for all of them.</summary>
    public bool Can(Role role, string? cluster) => Grants.Any(g => g.Covers(role, cluster));

    /// <summary>Whether the role is held in some cluster at least.</summary>
    public bool CanSomewhere(Role role) => Grants.Any(g => g.Role >= role);

    public ClaimsPrincipal ToPrincipal(string scheme)
    {
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, ActorId!) };
        claims.AddRange(Grants.Select(g => new Claim(GrantClaim, g.ToString())));
        if (Name is not null) claims.Add(new(ClaimTypes.Name, Name));
        if (Session is not null) claims.Add(new(SessionClaim, Session));
        if (IsDue) claims.Add(new(DueClaim, ""));
        if (FailedSignIns > 0) claims.Add(new(FailuresClaim, FailedSignIns.ToString()));
        return new(new ClaimsIdentity(claims, scheme));
    }
}
