using Governance.Domain.Values;

namespace Governance.Api.Security;

/// <summary>A role in one cluster, or in all when none is named; written <c>secretary@alrek</c> and <c>admin@*</c>.</summary>
public sealed record Grant(Role Role, string? Cluster)
{
    private const string All = "*";

    public bool Covers(Role role, string? cluster) => Role >= role && (Cluster is null || Cluster == cluster);

    public override string ToString() => $"{Words.Of(Role)}@{Cluster ?? All}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Grant Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 0 || !Words.TryParse<Role>(text[..at], out var role)) throw new FormatException($"'{text}' is no grant.");
        return new(role, text[(at + 1)..] is var cluster && cluster == All ? null : cluster);
    }
}
