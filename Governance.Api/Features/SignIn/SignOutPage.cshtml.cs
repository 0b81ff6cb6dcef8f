using Governance.Api.Features.Pages;
using Governance.Api.Security.OpenIdConnect;
using Governance.Api.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.SignIn;

/// <summary>Signing out, which no link alone can do; at the provider too, where one vouched for the person.</summary>
public sealed class SignOutPage(Site site, BrowserSession session) : PageModel
{
    public IActionResult OnGet() => site.Caller.Session is null ? Redirect(site.To.Of("/sign-in")) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var done = site.To.Of("/sign-in", ("done", "sign-out"));
        return await session.EndAsync(HttpContext) is { } idToken && await ProviderEndpoints.SignOutAsync(HttpContext, idToken, done) ? new EmptyResult() : Redirect(done);
    }
}
