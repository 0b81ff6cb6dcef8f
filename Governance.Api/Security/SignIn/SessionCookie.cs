namespace Governance.Api.Security.SignIn;

/// <summary>
/// The cookies of those who sign in, for this host alone, closed to scripts and to requests from other sites.
/// They are Secure, whatever scheme reaches us behind a proxy; but over plain http on this very machine browsers would not all keep them so, and there they are not.
/// </summary>
public static class SessionCookie
{
    private const string Secured = "__Host-";
    private const string Session = "governance";

    /// <summary>The token that the browser presents.</summary>
    public static string? Presented(HttpRequest request) => Read(request, Session);

    public static void Set(HttpContext context, string token) => Write(context, Session, token, lifetime: null);

    public static void Clear(HttpContext context) => Delete(context, Session);

    /// <summary>What a cookie is called for this request.</summary>
    public static string NameOf(HttpRequest request, string name) => IsSecure(request) ? Secured + name : name;

    public static string? Read(HttpRequest request, string name) => request.Cookies[NameOf(request, name)] is { Length: > 0 } value ? value : null;

    /// <param name="lifetime">Without one it lasts as long as the browser is open.</param>
    public static void Write(HttpContext context, string name, string value, TimeSpan? lifetime) =>
        context.Response.Cookies.Append(NameOf(context.Request, name), value, OptionsOf(context.Request, lifetime));

    public static void Delete(HttpContext context, string name) => context.Response.Cookies.Delete(NameOf(context.Request, name), OptionsOf(context.Request, lifetime: null));

    public static CookieOptions OptionsOf(HttpRequest request, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = IsSecure(request),
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };

    private static bool IsSecure(HttpRequest request) => request.IsHttps || request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]");
}
