using Microsoft.AspNetCore.Authorization;

namespace Governance.Api.Security;

/// <summary>Says on a page's model which role it takes, in the cluster that its route names as <c>{cluster}</c>; without one: in all clusters.</summary>
/// <remarks>Who is not signed in is led to the sign-in and back; who lacks the role gets 403.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresRoleAttribute(Role role) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>The role, which includes those before it.</summary>
    public Role Role => role;

    /// <summary>That it may be held in any cluster: the page looks itself at which.</summary>
    public bool Somewhere { get; init; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new RoleRequirement(role, Somewhere)];
}
