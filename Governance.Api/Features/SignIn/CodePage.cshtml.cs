using Governance.Api.Features.Pages;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.SignIn;

/// <summary>The second step of signing in: a code from an app, or a recovery code.</summary>
public sealed class CodePage(Site site, PasswordSignIn signIn, BrowserSession session, ProtectedCookie<PendingSecondFactor> awaited) : PageModel
{
    private static readonly Phrase refused = new(
        "Koden er feil eller brukt. Vent på den neste i appen, og prøv igjen. Etter flere feil må du vente litt lenger.",
        "The code is wrong or used. Wait for the next one in the app and try again. After several errors you must wait a little longer.");

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Why it did not succeed.</summary>
    public Phrase? Fault { get; private set; }

    public IActionResult OnGet()
    {
        site.Keep(("return", Return));
        return awaited.Read(HttpContext) is null ? FromTheStart() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        site.Keep(("return", Return));
        if (awaited.Read(HttpContext) is not { } whose) return FromTheStart();
        switch (await signIn.TryCodeAsync(whose.Account, whose.Stamp, Code ?? "", session.OriginOf(HttpContext), ct))
        {
            case SignInOutcome.Done done:
                awaited.Clear(HttpContext);
                await session.BeginAsync(HttpContext, done.Account);
                return this.GoTo(Return);
            case SignInOutcome.TooMany wait:
                Fault = SignInPage.TooMany(HttpContext, wait.Wait);
                return Page();
            default:
                Fault = refused;
                return Page();
        }
    }

    private RedirectResult FromTheStart() => Redirect(site.To.Of("/sign-in", ("return", this.Own(Return))));
}
