namespace Governance.Api.Security.SignIn;

/// <summary>The session of the browser that a request comes from.</summary>
public sealed class BrowserSession(Sessions sessions, SessionRing ring, SealedCookie<KnownBrowser> known)
{
    /// <summary>Begins one with a token of its own, in place of any that the browser had.</summary>
    public async Task BeginAsync(HttpContext context, Account account)
    {
        if (SessionCookie.Presented(context.Request) is { } before) await ring.EndAsync(before, context.RequestAborted);
        ring.Forget(account.Id);
        if (account.Login is not null) known.Set(context, known.Read(context) is { } browser && browser.Account == account.Id ? browser : new(account.Id, Token.NewId()));
        SessionCookie.Set(context, await sessions.BeginAsync(account, context.Request.Headers.UserAgent, context.RequestAborted));
    }

    /// <summary>Where an attempt to sign in with it comes from.</summary>
    public SignInOrigin OriginOf(HttpContext context) => new(context.Connection.RemoteIpAddress, known.Read(context));

    /// <summary>Ends it.</summary>
    public async Task EndAsync(HttpContext context)
    {
        if (SessionCookie.Presented(context.Request) is { } token) await ring.EndAsync(token, context.RequestAborted);
        SessionCookie.Clear(context);
    }
}
