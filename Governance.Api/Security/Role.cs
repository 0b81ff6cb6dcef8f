using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Api.Security;

/// <summary>What a key or a person may do; each role includes those before it.</summary>
[JsonConverter(typeof(KebabCase<Role>))]
public enum Role
{
    /// <summary>Sees the internal parts.</summary>
    Reader,

    /// <summary>Records decisions, meetings and people.</summary>
    Secretary,

    /// <summary>Founds clusters, hands out keys, erases people, runs operations.</summary>
    Admin,
}

/// <summary>A role in one cluster, or in all when none is named.</summary>
public sealed record Grant(Role Role, string? Cluster)
{
    public bool Covers(Role role, string? cluster) => Role >= role && (Cluster is null || Cluster == cluster);
}
