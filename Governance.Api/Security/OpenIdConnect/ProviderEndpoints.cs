using Governance.Api.Security.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>The way to the provider: to sign in, to have roles looked at again, and to sign out there too.</summary>
public static class ProviderEndpoints
{
    /// <summary>Where the way begins.</summary>
    public const string Start = "/sign-in/provider";

    private const string Away = "governance-away";

    public static void MapProvider(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<ProviderSettings>() is not null) endpoints.MapGet(Start, (Delegate)BeginAsync).ExcludeFromDescription();
    }

    /// <summary>Leads whose roles come from the provider there again when they open a page, before their session ends; from a provider that is still sure of them they come straight back.</summary>
    public static Task RenewAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !SessionAuthentication.IsForPage(context) || request.Path.StartsWithSegments("/sign-in", StringComparison.Ordinal) || request.Path.StartsWithSegments("/sign-out", StringComparison.Ordinal)
            || SessionCookie.Read(request, Away) is not null || !Caller.Of(context.User).IsDue) return next(context);
        // Once in a while: whom the provider does not let in, or who cannot reach it, goes on until the session ends.
        SessionCookie.Write(context, Away, "1", TimeSpan.FromMinutes(1));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(request.PathBase + Start + new QueryBuilder { { "return", request.PathBase + request.Path + request.QueryString } });
        return Task.CompletedTask;
    }

    /// <summary>Leads the browser to the provider to sign out there, and from there to where it is to go.</summary>
    /// <param name="idToken">By which the session had begun.</param>
    /// <returns>False when the provider does not answer, or signs nobody out.</returns>
    public static Task<bool> SignOutAsync(HttpContext context, string idToken, string then)
    {
        var properties = new AuthenticationProperties { RedirectUri = then };
        properties.SetParameter(ProviderEvents.IdToken, idToken);
        return ReachAsync(() => context.SignOutAsync(ProviderSetup.SchemeName, properties));
    }

    private static async Task<Results<EmptyHttpResult, RedirectHttpResult>> BeginAsync(HttpContext http)
    {
        var back = http.Request.Query["return"] is [{ } asked] && RedirectHttpResult.IsLocalUrl(asked) ? asked : "/";
        if (await ReachAsync(() => http.ChallengeAsync(ProviderSetup.SchemeName, new() { RedirectUri = back }))) return TypedResults.Empty;
        return TypedResults.Redirect(Caller.Of(http.User).IsDue ? back : ProviderEvents.Failed);
    }

    private static async Task<bool> ReachAsync(Func<Task> go)
    {
        try
        {
            await go();
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            return false;   // what the provider says of itself could not be had, or does not hold
        }
    }
}
