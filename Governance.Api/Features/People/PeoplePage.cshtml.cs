using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Security;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.People;

/// <summary>Everybody that is registered, for those who keep them.</summary>
[RequiresRole(Role.Reader)]
public sealed class PeoplePage(Site site, ClusterViews views) : WorkPage(site, views)
{
    private const int MostShown = 500;

    /// <summary>What was sought.</summary>
    public string Sought { get; private set; } = "";

    /// <summary>Those that fit, by name; of very many the first.</summary>
    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    /// <summary>How many fit.</summary>
    public int Total { get; private set; }

    /// <summary>Shows those in whose name, title or organisation the text stands.</summary>
    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        Sought = q?.Trim() ?? "";
        Site.Keep(("q", Sought.Length == 0 ? null : Sought));
        var fitting = PersonList.Of(Seen.View).People.Where(p => Seen.View.Card(p.Id) is not { Erased: true } && new[] { p.Name, p.Title, p.Organisation }.Any(Fits)).ToList();
        (People, Total) = ([.. fitting.Take(MostShown)], fitting.Count);
        return Page();
    }

    private bool Fits(string? text) => text?.Contains(Sought, StringComparison.OrdinalIgnoreCase) ?? false;
}
