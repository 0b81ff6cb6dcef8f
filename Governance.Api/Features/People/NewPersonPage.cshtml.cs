using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Security;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.People;

/// <summary>A person to register.</summary>
[RequiresRole(Role.Secretary)]
public sealed class NewPersonPage(Site site, ClusterViews views, IMessageBus bus) : RequestPage<NewPersonRequest>(site, views, "person")
{
    /// <summary>Shows an empty form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await SeeAsync(ct) ?? (IActionResult)Show([]);

    /// <summary>Registers the person.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        var typed = Typed();
        var (request, complaints) = Read(typed);
        if (request is null) return Show(typed, position, complaints);
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, new RegisterPerson(Once(position, typed.ToJsonString()), request), ct);
        return Hindrance(outcome, position, typed) ?? Go($"/people/{PersonWritten.Of((WriteOutcome.Recorded)outcome).Id}", "done", ("done", "registered"));
    }
}
