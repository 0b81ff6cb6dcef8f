using Governance.Api.Http.Problems;

namespace Governance.Api.Security.SignIn;

/// <summary>
/// Refuses what another site's page would have a signed-in browser do: whatever changes anything comes from a page of ours, as <c>Sec-Fetch-Site</c> says,
/// or <c>Origin</c> in a browser that says no more. A page's form has a token for it besides, so that there a browser that says nothing is let through; but none that says
/// another site, though nobody is signed in: a person is not to be signed in as somebody else unawares. A key is not sent by browsers by themselves.
/// </summary>
public sealed class SameOrigin(RequestDelegate next)
{
    private static readonly Problem refusal = new(
        ProblemType.Forbidden, new("Med innlogging i nettleser må forespørselen komme fra denne tjenestens egne sider.", "With a sign-in in a browser, the request must come from this service's own pages."));

    public Task InvokeAsync(HttpContext context) =>
        Changes(context.Request) && (SessionAuthentication.IsForPage(context) ? IsOurs(context.Request) == false : IsBySession(context) && IsOurs(context.Request) != true)
            ? refusal.ExecuteAsync(context)
            : next(context);

    private static bool IsBySession(HttpContext context) => context.User.Identity?.AuthenticationType == SessionAuthentication.SchemeName;

    private static bool Changes(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    /// <returns>Nothing where the browser does not say.</returns>
    private static bool? IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site) return site == "same-origin";
        if (request.Headers.Origin.Count == 0) return null;
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == new UriBuilder(origin.Scheme, request.Host.Host, request.Host.Port ?? -1).Uri.Authority;
    }
}
