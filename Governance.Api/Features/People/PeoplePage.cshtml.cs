using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Security;
using Governance.Domain.Values;
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

    /// <summary>Those that fit, by family name; of very many the first.</summary>
    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    /// <summary>How many fit.</summary>
    public int Total { get; private set; }

    /// <summary>Shows those in whose name, title or organisation the text stands, or in a name that was merged into theirs.</summary>
    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        Sought = q?.Trim() ?? "";
        Site.Keep(("q", Sought.Length == 0 ? null : Sought));
        var fitting = PersonList.Of(Seen.View, PersonOrder.FamilyName).People.Where(p => Seen.View.Card(p.Id) is not { Erased: true } && Texts(p).Any(Fits)).ToList();
        (People, Total) = ([.. fitting.Take(MostShown)], fitting.Count);
        return Page();
    }

    private IEnumerable<string?> Texts(PersonLine person) => [person.Name, person.Title, person.Organisation, .. Seen.View.MergedInto(person.Id).Select(m => m.Name.Text)];

    private bool Fits(string? text) => text is not null && Spelling.Holds(text, Sought);
}
