namespace Governance.Api.Security.SignIn;

/// <summary>A cookie of ASP.NET Core's own, kept like those of who signs in: called <c>__Host-</c> where it is Secure, so that no other host of the domain can put its own in its place.</summary>
/// <param name="lifetime">Without one it lasts as long as the browser is open.</param>
public sealed class HostCookie(IHttpContextAccessor accessor, string name, TimeSpan? lifetime) : CookieBuilder
{
    public override string? Name
    {
        get => accessor.HttpContext is { } context ? SessionCookie.NameOf(context.Request, name) : name;
        set => throw new NotSupportedException("The name goes by the request.");
    }

    // Lax, not Strict: who comes by a link from another site would be given another cookie, and what they have open in another tab could not be sent any more.
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom) => SessionCookie.OptionsOf(context.Request, lifetime);
}
