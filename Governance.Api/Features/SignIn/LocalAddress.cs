using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.SignIn;

/// <summary>Where to go when a form is done: nowhere but here, whoever wrote the link that was followed.</summary>
internal static class LocalAddress
{
    /// <summary>The address if it is of this service; else nothing.</summary>
    public static string? Own(this PageModel page, string? address) => page.Url.IsLocalUrl(address) ? address : null;

    /// <summary>Goes to the address if it is of this service; else to the front page.</summary>
    public static IActionResult GoTo(this PageModel page, string? address) => page.LocalRedirect(page.Own(address) ?? "/");
}
