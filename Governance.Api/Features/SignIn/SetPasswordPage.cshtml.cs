using Governance.Api.Features.Pages;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.SignIn;

/// <summary>Choosing a password by a link that holds once.</summary>
public sealed class SetPasswordPage(Site site, StoredPasswords stored, Passwords passwords, SessionCache cache) : PageModel
{
    /// <summary>What the link holds.</summary>
    [BindProperty(Name = "token", SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>Whose password it is; nothing when the link holds no more.</summary>
    public Account? Account { get; private set; }

    /// <summary>Why the password will not do.</summary>
    public Phrase? Fault { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        site.Keep(("token", Token));
        Account = await stored.FindByLinkAsync(Token ?? "", ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        if (Account is null) return Page();
        Fault = NewPassword.FaultOf(Password, Again, Account);
        if (Fault is not null) return Page();

        Account = await stored.SetByLinkAsync(Token!, passwords.Hash(Password!), ct);
        if (Account is null) return Page();
        cache.Forget(Account.Id);
        return Redirect(site.To.Of("/sign-in", ("done", "password")));
    }
}
