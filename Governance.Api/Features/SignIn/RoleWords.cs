using Governance.Api.Security;
using Governance.Domain.Values;

namespace Governance.Api.Features.SignIn;

/// <summary>Roles as people call them.</summary>
public static class RoleWords
{
    /// <summary><c>sekretær i alrek</c>, <c>administrator for alle klynger</c>.</summary>
    public static Phrase Of(Grant grant)
    {
        var role = Of(grant.Role);
        return grant.Cluster is { } cluster ? new($"{role.Nb} i {cluster}", $"{role.En} in {cluster}") : new($"{role.Nb} for alle klynger", $"{role.En} of all clusters");
    }

    /// <summary>The role alone.</summary>
    public static Phrase Of(Role role) => role switch
    {
        Role.Admin => new("administrator", "administrator"),
        Role.Secretary => new("sekretær", "secretary"),
        _ => new("leser", "reader"),
    };
}
