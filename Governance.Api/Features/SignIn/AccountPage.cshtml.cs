using Governance.Api.Features.Pages;
using Governance.Api.Security.SignIn;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.SignIn;

/// <summary>One's own account: name, roles, password, second factor, and where one is signed in.</summary>
[Authorize(AuthenticationSchemes = SessionAuthentication.SchemeName)]
public sealed class AccountPage(Site site, Accounts accounts, Sessions sessions, SessionCache cache, SignInAttempts attempts) : PageModel
{
    private static readonly Phrase noName = new("Skriv et navn på 1–200 tegn, uten usynlige tegn.", "Write a name of 1–200 characters, without invisible ones.");

    private static readonly Phrase taken = new("En annen konto har dette navnet, eller ett som ser likt ut.", "Another account has this name, or one that looks the same.");

    /// <summary>What was done just before that leads here.</summary>
    [BindProperty(Name = "done", SupportsGet = true)]
    public string? Just { get; set; }

    public Account Account { get; private set; } = null!;

    /// <summary>Where the person is signed in, this browser among them.</summary>
    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>Why the name will not do.</summary>
    public Phrase? Fault { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Account = (await accounts.FindAsync(site.Caller.ActorId!, ct))!;
        Sessions = await sessions.ListAsync(Account.Id, ct);
    }

    public async Task<IActionResult> OnPostNameAsync(string? name, CancellationToken ct)
    {
        await OnGetAsync(ct);
        if (Account.Login is null || !Name.TryParse(name ?? "", out var called)) Fault = noName;
        else if (await accounts.IsNameTakenAsync(called.Text, Account.Id, ct)) Fault = taken;
        else await accounts.RenameAsync(Account.Id, called.Text, ct);
        cache.Forget(Account.Id);
        return Fault is null ? Done("name") : Page();
    }

    public async Task<IActionResult> OnPostToldAsync(CancellationToken ct)
    {
        await attempts.ToldAsync(site.Caller.ActorId!, ct);
        cache.Forget(site.Caller.ActorId!);
        return Done("told");
    }

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken ct)
    {
        await cache.EndAsync(site.Caller.ActorId!, session ?? "", ct);
        return Done("ended");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        foreach (var session in Sessions.Where(s => s.Id != site.Caller.Session)) await cache.EndAsync(Account.Id, session.Id, ct);
        return Done("ended");
    }

    private RedirectResult Done(string what) => Redirect(site.To.Of("/account", ("done", what)));
}
