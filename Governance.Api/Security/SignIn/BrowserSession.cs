namespace Governance.Api.Security.SignIn;

/// <summary>The session of the browser that a request comes from.</summary>
public sealed class BrowserSession(Sessions sessions, SessionCache cache, ProtectedCookie<KnownBrowser> known)
{
    /// <summary>Begins one with a token of its own, in place of any that the browser had.</summary>
    public async Task BeginAsync(HttpContext context, Account account, string? idToken = null)
    {
        if (SessionCookie.Presented(context.Request) is { } before) await cache.EndAsync(before, context.RequestAborted);
        cache.Forget(account.Id);
        if (account.Login is not null) known.Set(context, known.Read(context) is { } browser && browser.Account == account.Id ? browser : new(account.Id, Token.NewId()));
        SessionCookie.Set(context, await sessions.BeginAsync(account, context.Request.Headers.UserAgent, context.RequestAborted, idToken));
    }

    /// <summary>Where an attempt to sign in with it comes from.</summary>
    public SignInOrigin OriginOf(HttpContext context) => new(context.Connection.RemoteIpAddress, known.Read(context));

    /// <summary>Ends it.</summary>
    /// <returns>The id_token that it began with, where a provider vouched for the person.</returns>
    public async Task<string?> EndAsync(HttpContext context)
    {
        var idToken = SessionCookie.Presented(context.Request) is { } token ? await cache.EndAsync(token, context.RequestAborted) : null;
        SessionCookie.Clear(context);
        return idToken;
    }
}
