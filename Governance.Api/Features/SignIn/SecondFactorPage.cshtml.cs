using Governance.Api.Features.Pages;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.SignIn;

/// <summary>Turning the second factor on and off. Whoever does so gives their password again, since a browser may have been left open.</summary>
[Authorize(AuthenticationSchemes = SessionAuthentication.SchemeName)]
public sealed class SecondFactorPage(Site site, Accounts accounts, SecondFactors seconds, PasswordSignIn signIn, BrowserSession session, ProtectedCookie<SecondFactorOffer> offers) : PageModel
{
    private static readonly Phrase wrongCode = new("Koden er ikke den som appen viser nå. Prøv med den neste.", "The code is not the one that the app shows now. Try the next one.");

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public Account Account { get; private set; } = null!;

    /// <summary>What is offered to this browser, in which the password was given, until a code confirms it.</summary>
    public SecondFactorOffer? Offer { get; private set; }

    /// <summary>Recovery codes, shown this once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>The form that has a fault, by its handler.</summary>
    public string? At { get; private set; }

    /// <summary>Why it did not succeed.</summary>
    public Phrase? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Account = (await accounts.FindAsync(site.Caller.ActorId!, ct))!;
        if (!Account.HasPassword) return Redirect(site.To.Of("/account"));
        Offer = offers.Read(HttpContext) is { } offer && SecondFactors.Holds(offer, Account) ? offer : null;
        return Page();
    }

    public Task<IActionResult> OnPostOfferAsync(CancellationToken ct) => WithPasswordAsync("Offer", () =>
    {
        if (SecondFactors.Offer(Account) is { } offer) offers.Set(HttpContext, offer);
        return Task.FromResult<IActionResult>(Redirect(site.To.Of("/account/second-factor")));
    }, ct);

    public async Task<IActionResult> OnPostOnAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult page) return Redirect(site.To.Of("/account"));
        if (Offer is null) return Redirect(site.To.Of("/account/second-factor"));
        if (await seconds.TurnOnAsync(Offer, Code ?? "", ct) is not { } on)
        {
            (At, Fault) = ("On", wrongCode);
            return page;
        }

        (Account, RecoveryCodes) = on;
        offers.Clear(HttpContext);
        await session.BeginAsync(HttpContext, Account);
        return page;
    }

    public Task<IActionResult> OnPostRenewAsync(CancellationToken ct) => WithPasswordAsync("Renew", async () =>
    {
        RecoveryCodes = await seconds.RenewAsync(Account.Id, ct);
        return Page();
    }, ct);

    public Task<IActionResult> OnPostOffAsync(CancellationToken ct) => WithPasswordAsync("Off", async () =>
    {
        if (await seconds.TurnOffAsync(Account.Id, ct) is { } changed) await session.BeginAsync(HttpContext, changed);
        return Redirect(site.To.Of("/account", ("done", "second-factor")));
    }, ct);

    private async Task<IActionResult> WithPasswordAsync(string handler, Func<Task<IActionResult>> act, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult page) return Redirect(site.To.Of("/account"));
        if (await signIn.KnowsPasswordAsync(Account, Password ?? "", session.OriginOf(HttpContext), ct)) return await act();

        (At, Fault) = (handler, PasswordPage.Wrong);
        return page;
    }
}
