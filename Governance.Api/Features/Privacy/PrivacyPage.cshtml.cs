using Governance.Api.Features.Pages;
using Governance.Api.Features.Privacy.Retention;
using Governance.Api.Features.Recording;
using Governance.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Privacy;

/// <summary>What is kept of people for how long, and who was shown it.</summary>
[RequiresRole(Role.Admin)]
public sealed class PrivacyPage(Site site, ClusterViews views, RetentionRules rules, PrivateReads reads) : WorkPage(site, views)
{
    private const int Latest = 50;

    /// <summary>What is kept, and what of it for too long.</summary>
    public RetentionReport Report { get; private set; } = null!;

    /// <summary>Who was shown what last.</summary>
    public IReadOnlyList<PrivateRead> Reads { get; private set; } = [];

    /// <summary>Shows both.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        Report = await rules.ReportAsync(Cluster, Seen.View, ct);
        Reads = await reads.ListAsync(Cluster, null, null, Latest, ct);
        return Page();
    }
}
