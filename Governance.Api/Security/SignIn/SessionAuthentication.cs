using System.Text.Encodings.Web;
using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Governance.Api.Security.SignIn;

/// <summary>Reads the session's cookie. One that has ended counts as none; a page that takes a login leads to the sign-in and back.</summary>
public sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, SessionCache sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "Session";

    /// <summary>Whether a request is for a page, and not for the API.</summary>
    public static bool IsForPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Presented(Request) is not { } token || await sessions.FindAsync(token, Context.RequestAborted) is not { } signedIn) return AuthenticateResult.NoResult();
        return AuthenticateResult.Success(new AuthenticationTicket(signedIn.Caller.ToPrincipal(SchemeName), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!IsForPage(Context))
        {
            Response.Headers.WWWAuthenticate = KeyAuthentication.SchemeName;
            return Problem.Unauthenticated.ExecuteAsync(Context);
        }

        var back = HttpMethods.IsGet(Request.Method) ? Request.Path + Request.QueryString : Request.Path.Value;
        var query = new QueryBuilder { { "return", back! } };
        if (Request.Query["lang"] is [{ } language]) query.Add("lang", language);
        Response.Redirect($"/sign-in{query}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problem.Forbidden.ExecuteAsync(Context);
}
