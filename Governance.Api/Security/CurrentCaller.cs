using Governance.Api.Security.SignIn;

namespace Governance.Api.Security;

/// <summary>Tells, while an answer goes on and on, who it goes to by now: keys are revoked and sessions end meanwhile.</summary>
public sealed class CurrentCaller(ApiKeyCache keys, SessionCache sessions)
{
    /// <summary>Who a request comes from as of now; null when the login it came with holds no more.</summary>
    public async ValueTask<Caller?> OfAsync(HttpRequest request, CancellationToken ct)
    {
        if (KeyAuthentication.Presented(request) is { } key) return await keys.FindAsync(key, ct);
        if (SessionCookie.Presented(request) is { } token && request.HttpContext.User.Identity?.IsAuthenticated == true) return (await sessions.FindAsync(token, ct))?.Caller;
        return Caller.Nobody;
    }
}
