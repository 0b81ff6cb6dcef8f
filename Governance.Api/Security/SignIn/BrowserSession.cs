namespace Governance.Api.Security.SignIn;

/// <summary>The session of the browser that a request comes from.</summary>
public sealed class BrowserSession(Sessions sessions, SessionRing ring)
{
    /// <summary>Begins one with a token of its own, in place of any that the browser had.</summary>
    public async Task BeginAsync(HttpContext context, Account account)
    {
        if (SessionCookie.Presented(context.Request) is { } before) await ring.EndAsync(before, context.RequestAborted);
        ring.Forget(account.Id);
        SessionCookie.Set(context, await sessions.BeginAsync(account, context.Request.Headers.UserAgent, context.RequestAborted));
    }

    /// <summary>Ends it.</summary>
    public async Task EndAsync(HttpContext context)
    {
        if (SessionCookie.Presented(context.Request) is { } token) await ring.EndAsync(token, context.RequestAborted);
        SessionCookie.Clear(context);
    }
}
