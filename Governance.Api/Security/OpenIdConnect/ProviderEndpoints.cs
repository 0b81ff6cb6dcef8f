using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Governance.Api.Security.OpenIdConnect;

/// <summary>The way to the provider and back: the authorization code flow with PKCE, its state and nonce sealed in the browser's own cookie.</summary>
public static class ProviderEndpoints
{
    /// <summary>Where the way begins.</summary>
    public const string Start = "/sign-in/provider";

    /// <summary>Where the provider sends people back to: to be registered there.</summary>
    public const string Callback = "/sign-in/provider/callback";

    private const string Failed = "/sign-in?done=provider";

    public static void MapProvider(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<ProviderSettings>() is null) return;
        endpoints.MapGet(Start, BeginAsync).ExcludeFromDescription();
        endpoints.MapGet(Callback, FinishAsync).ExcludeFromDescription();
    }

    private static async Task<RedirectHttpResult> BeginAsync(HttpContext http, ProviderSignIn provider, SealedCookie<Journey> journeys, CancellationToken ct)
    {
        var back = http.Request.Query["return"] is [{ } asked] && RedirectHttpResult.IsLocalUrl(asked) ? asked : null;
        var journey = Journey.New(back);
        if (await provider.BeginAsync(journey, CallbackOf(http.Request), Words.Of(Languages.Of(http.Request)), ct) is not { } address) return TypedResults.Redirect(Failed);

        journeys.Set(http, journey);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(address);
    }

    private static async Task<Results<RedirectHttpResult, Problem>> FinishAsync(
        HttpContext http, ProviderSignIn provider, SealedCookie<Journey> journeys, BrowserSession session, SignInRate rate, CancellationToken ct)
    {
        if (rate.Exceeded(http.Connection.RemoteIpAddress) is not null) return StatusProblems.Of(StatusCodes.Status429TooManyRequests);

        var journey = journeys.Read(http);
        journeys.Clear(http);
        http.Response.Headers.CacheControl = "no-store";
        if (await provider.TryAsync(http.Request.Query, journey, CallbackOf(http.Request), ct) is not { } account) return TypedResults.Redirect(Failed);

        await session.BeginAsync(http, account);
        return TypedResults.LocalRedirect(journey!.Return ?? "/");
    }

    private static string CallbackOf(HttpRequest request) => UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, Callback);
}
