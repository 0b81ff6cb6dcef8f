using Governance.Api.Security.OpenIdConnect;
using Governance.Api.Security.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Governance.Api.Security;

/// <summary>Who may do what: keys, people who sign in, roles and rates.</summary>
public static class SecuritySetup
{
    private const string AnyScheme = "Any";

    public static void AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<KeyAdministration>();
        services.AddSingleton<ResponsiblePeople>();
        services.AddSingleton<ApiKeyCache>();
        services.AddSingleton<CurrentCaller>();
        services.AddSingleton<IAuthorizationHandler, RoleAuthorizationHandler>();
        services.AddSignIn();
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, displayName: null, scheme => scheme.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, configureOptions: null)
            .AddProvider(configuration);
        services.AddAuthorization();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((forms, accessor) => forms.Cookie = new HostCookie(accessor, "governance-form", lifetime: null));
        services.AddDataProtection().SetApplicationName("governance");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = new ProtectionKeys(provider.GetRequiredService<Store.ClusterSessions>())));
        services.AddRequestRate(configuration);
    }

    public static void UseSecurity(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.Use(RefuseBadKeyAsync);
        app.Use(KeepToItselfAsync);
        if (app.ApplicationServices.GetService<ProviderSettings>() is not null) app.Use(ProviderEndpoints.RenewAsync);
        app.UseMiddleware<SameOrigin>();
        app.UseAuthorization();
    }

    /// <summary>A key that is given counts, even beside a session.</summary>
    private static string SchemeOf(HttpContext context) =>
        KeyAuthentication.Presented(context.Request) is null && (SessionAuthentication.IsForPage(context) || SessionCookie.Presented(context.Request) is not null)
            ? SessionAuthentication.SchemeName
            : KeyAuthentication.SchemeName;

    /// <summary>A bad key is refused even where none is needed: its holder would else be shown less than they think.</summary>
    private static async Task RefuseBadKeyAsync(HttpContext context, RequestDelegate next)
    {
        if ((await context.AuthenticateAsync()).Failure is null)
            await next(context);
        else
            await context.ChallengeAsync();
    }

    /// <summary>An answer to someone with a login is for them alone: where it does not say how long it is kept, it is not.</summary>
    private static Task KeepToItselfAsync(HttpContext context, RequestDelegate next)
    {
        if (context.User.Identity?.IsAuthenticated == true)
            context.Response.OnStarting(() =>
            {
                if (context.Response.Headers.CacheControl.Count == 0) context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        return next(context);
    }
}
