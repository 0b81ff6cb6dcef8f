using Governance.Api.Hosting;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>
/// The OpenID Connect provider that people may sign in by, as <c>Governance:OpenIdConnect</c> has it: <c>Authority</c>, <c>ClientId</c>, <c>ClientSecret</c>,
/// <c>Name</c> for the button, <c>Scopes</c>, and <c>RoleClaim</c> with <c>Roles</c>, a list of <c>Value</c>, <c>Role</c> and <c>Cluster</c> (none: all).
/// </summary>
/// <param name="Roles">What each value of the claim gives; a claim that is not named leaves roles to administrators.</param>
public sealed record ProviderSettings(
    string Authority, string ClientId, string? ClientSecret, string Name, string Scopes, string? RoleClaim, IReadOnlyList<(string Value, Grant Grant)> Roles)
{
    private const string Section = "Governance:OpenIdConnect";

    /// <summary>Nothing where none is set up. Throws <see cref="CannotStartException"/> for settings that cannot work.</summary>
    public static ProviderSettings? Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (section["Authority"] is not { Length: > 0 } authority) return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var address) || !IsSafe(address))
            throw new CannotStartException($"{Section}:Authority must be an https address, not '{authority}'.");
        return new(
            authority.TrimEnd('/'), section["ClientId"] ?? throw new CannotStartException($"{Section}:ClientId is missing."), section["ClientSecret"],
            section["Name"] ?? address.Host, section["Scopes"] ?? "openid profile email", section["RoleClaim"], [.. section.GetSection("Roles").GetChildren().Select(Read)]);
    }

    /// <summary>Whether what is sent there is read by nobody else: by https, or within this machine.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;

    /// <summary>The roles that a claim's values give, the highest in each cluster; nothing where roles are not taken from a claim.</summary>
    public IReadOnlyList<Grant>? GrantsOf(IEnumerable<string> values) =>
        RoleClaim is null ? null : [.. Roles.Where(r => values.Contains(r.Value, StringComparer.Ordinal)).Select(r => r.Grant).GroupBy(g => g.Cluster).Select(g => g.MaxBy(grant => grant.Role)!)];

    private static (string Value, Grant Grant) Read(IConfigurationSection entry)
    {
        if (entry["Value"] is not { Length: > 0 } value || !Words.TryParse<Role>(entry["Role"] ?? "", out var role) || (entry["Cluster"] is { } named && !ClusterSlug.TryParse(named, out _)))
            throw new CannotStartException($"{entry.Path} must have a Value, a Role (reader, secretary or admin) and, unless it is for all, a Cluster.");
        return (value, new Grant(role, entry["Cluster"]));
    }
}
