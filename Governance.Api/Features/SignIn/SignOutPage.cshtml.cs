using Governance.Api.Features.Pages;
using Governance.Api.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.SignIn;

/// <summary>Signing out, which no link alone can do.</summary>
public sealed class SignOutPage(Site site, BrowserSession session) : PageModel
{
    public IActionResult OnGet() => site.Caller.Session is null ? Redirect(site.To.Of("/sign-in")) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await session.EndAsync(HttpContext);
        return Redirect(site.To.Of("/sign-in", ("done", "sign-out")));
    }
}
