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
