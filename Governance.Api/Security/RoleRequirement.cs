using Microsoft.AspNetCore.Authorization;

namespace Governance.Api.Security;

/// <summary>The role that an endpoint takes, in the cluster that its route names; in all clusters where it names none.</summary>
public sealed record RoleRequirement(Role Role, bool Somewhere) : IAuthorizationRequirement;

/// <summary>Judges a role before anything of the request's body is read.</summary>
public sealed class RoleAuthorizationHandler : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        var caller = Caller.Of(context.User);
        var cluster = (context.Resource as HttpContext)?.GetRouteValue("cluster") as string;
        if (requirement.Somewhere ? caller.CanSomewhere(requirement.Role) : caller.Can(requirement.Role, cluster)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Says on an endpoint, or a group of them, which role it takes.</summary>
public static class RoleRequirements
{
    /// <summary>In the cluster of the route's <c>{cluster}</c>; without one: in all clusters.</summary>
    public static T RequireRole<T>(this T endpoints, Role role) where T : IEndpointConventionBuilder => endpoints.Require(new(role, Somewhere: false));

    /// <summary>In some cluster: the endpoint looks itself at which.</summary>
    public static T RequireRoleSomewhere<T>(this T endpoints, Role role) where T : IEndpointConventionBuilder => endpoints.Require(new(role, Somewhere: true));

    private static T Require<T>(this T endpoints, RoleRequirement requirement) where T : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(requirement));
}
