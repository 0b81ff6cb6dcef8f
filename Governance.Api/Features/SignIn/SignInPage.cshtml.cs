using System.Globalization;
using Governance.Api.Features.Pages;
using Governance.Api.Security.OpenIdConnect;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.SignIn;

/// <summary>Signing in by a password; whoever has a second factor goes on to it.</summary>
public sealed class SignInPage(Site site, PasswordSignIn signIn, BrowserSession session, ProtectedCookie<PendingSecondFactor> awaited, ProviderSettings? provider = null) : PageModel
{
    /// <summary>What everyone is told who is refused, whatever the reason: it tells nothing of which accounts there are.</summary>
    private static readonly Phrase refused = new(
        "Brukernavnet eller passordet er feil. Etter flere feil må du vente litt før du prøver igjen.",
        "The user name or the password is wrong. After several errors you must wait a little before trying again.");

    private static readonly Phrase tooMany = new("For mange forsøk herfra. Vent et minutt, og prøv igjen.", "Too many attempts from here. Wait a minute and try again.");

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>What was done just before that leads here.</summary>
    [BindProperty(Name = "done", SupportsGet = true)]
    public string? Just { get; set; }

    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where one may sign in instead, if anywhere.</summary>
    public ProviderSettings? Provider => provider;

    /// <summary>Why it did not succeed.</summary>
    public Phrase? Fault { get; private set; }

    public IActionResult OnGet()
    {
        site.Keep(("return", Return));
        return site.Caller.Session is null ? Page() : this.GoTo(Return);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        site.Keep(("return", Return));
        switch (await signIn.TryPasswordAsync(Login ?? "", Password ?? "", session.OriginOf(HttpContext), ct))
        {
            case SignInOutcome.Done done:
                await session.BeginAsync(HttpContext, done.Account);
                return this.GoTo(Return);
            case SignInOutcome.CodeNeeded needed:
                awaited.Set(HttpContext, new(needed.Account.Id, needed.Account.Stamp));
                return Redirect(site.To.Of("/sign-in/code", ("return", this.Own(Return))));
            case SignInOutcome.TooMany wait:
                Fault = TooMany(HttpContext, wait.Wait);
                return Page();
            default:
                Fault = refused;
                return Page();
        }
    }

    /// <summary>Says with the answer how long to wait.</summary>
    internal static Phrase TooMany(HttpContext context, TimeSpan wait)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return tooMany;
    }
}
