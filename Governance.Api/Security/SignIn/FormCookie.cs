namespace Governance.Api.Security.SignIn;

/// <summary>The cookie that belongs to a form's token: like those of who signs in, it is called <c>__Host-</c> where it is Secure, so that no other host of the domain can put its own in its place.</summary>
public sealed class FormCookie(IHttpContextAccessor accessor) : CookieBuilder
{
    private const string Form = "governance-form";

    public override string? Name
    {
        get => accessor.HttpContext is { } context ? SessionCookie.NameOf(context.Request, Form) : Form;
        set => throw new NotSupportedException("The name goes by the request.");
    }

    // Not Strict: who comes by a link from another site would be given another cookie, and what they have open in another tab could not be sent any more.
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom) => SessionCookie.OptionsOf(context.Request, lifetime: null);
}
