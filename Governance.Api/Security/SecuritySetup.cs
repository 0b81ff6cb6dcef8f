using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Governance.Api.Security;

/// <summary>Who may do what: keys, roles and rates.</summary>
public static class SecuritySetup
{
    public static void AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IAuthorizationHandler, RoleJudge>();
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = KeyAuthentication.SchemeName;
            options.AddScheme<KeyAuthentication>(KeyAuthentication.SchemeName, displayName: null);
        });
        services.AddAuthorization();
        services.AddRequestRate(configuration);
    }

    public static void UseSecurity(this IApplicationBuilder app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.Use(RefuseBadKeyAsync);
        app.UseAuthorization();
    }

    /// <summary>A bad key is refused even where none is needed: its holder would else be shown less than they think.</summary>
    private static async Task RefuseBadKeyAsync(HttpContext context, RequestDelegate next)
    {
        if ((await context.AuthenticateAsync()).Failure is null)
            await next(context);
        else
            await context.ChallengeAsync();
    }
}
