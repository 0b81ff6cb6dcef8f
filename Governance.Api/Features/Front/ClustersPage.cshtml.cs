using Governance.Api.EventStore;
using Governance.Api.Features.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.Front;

/// <summary>The clusters there are; where there is one alone, the way to it.</summary>
public sealed class ClustersPage(EventLog log, Site site) : PageModel
{
    /// <summary>Their ids.</summary>
    public IReadOnlyList<string> Clusters { get; private set; } = [];

    /// <summary>Lists them, or goes on.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Clusters = await log.ReadClustersAsync(ct);
        return Clusters is [var only] ? Redirect(site.To.Of("/" + only)) : Page();
    }
}
