using Governance.Api.Features.Pages;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.SignIn;

/// <summary>Changing one's password, which signs all other browsers out.</summary>
[Authorize(AuthenticationSchemes = SessionAuthentication.SchemeName)]
public sealed class PasswordPage(Site site, Accounts accounts, StoredPasswords stored, Passwords passwords, PasswordSignIn signIn, BrowserSession session) : PageModel
{
    /// <summary>What whoever gives a wrong password is told, where they are signed in already.</summary>
    internal static readonly Phrase Wrong = new(
        "Passordet er feil. Etter flere feil må du vente litt før du prøver igjen.", "The password is wrong. After several errors you must wait a little before trying again.");

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public Account Account { get; private set; } = null!;

    /// <summary>What is wrong with the password so far.</summary>
    public Phrase? CurrentFault { get; private set; }

    /// <summary>What is wrong with the new one.</summary>
    public Phrase? Fault { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Account = (await accounts.FindAsync(site.Caller.ActorId!, ct))!;
        return Account.HasPassword ? Page() : Redirect(site.To.Of("/account"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult page) return Redirect(site.To.Of("/account"));
        Fault = NewPassword.FaultOf(Password, Again, Account);
        if (Fault is not null) return page;
        if (!await signIn.KnowsPasswordAsync(Account, Current ?? "", session.OriginOf(HttpContext), ct))
        {
            CurrentFault = Wrong;
            return page;
        }

        if (await stored.SetAsync(Account.Id, passwords.Hash(Password!), ct) is { } changed) await session.BeginAsync(HttpContext, changed);
        return Redirect(site.To.Of("/account", ("done", "password")));
    }
}
