using Governance.Api.Features.Pages;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Domain.Views;

namespace Governance.Api.Features.Search;

/// <summary>What is looked for on the page, if anything yet.</summary>
public sealed record SearchPageQuestion(string? Q = null, SearchKind? Type = null, string? After = null);

/// <summary>Decisions, bodies, people, partners and mandates by words in them.</summary>
[Costs(ReadCost.Database)]
internal sealed class SearchPage(Site site, ClusterViews views, AnswerCache answers, SearchIndex index) : ClusterPage<SearchPageQuestion>(site, views, answers)
{
    /// <summary>What was asked for.</summary>
    public SearchPageQuestion Asked { get; private set; } = new();

    /// <summary>What was found; null where nothing was asked for.</summary>
    public SearchAnswer? Found { get; private set; }

    /// <summary>Where a hit leads: a mandate to its body on the first day it held.</summary>
    public string AddressOf(SearchHit hit) => hit.Kind switch
    {
        SearchKind.Decision => Site.To.Decision(new(hit.Id)),
        SearchKind.Person => Site.To.Person(new(hit.Id)),
        SearchKind.Partner => Site.To.Partner(new(hit.Id)),
        SearchKind.Mandate => (Site.To with { At = Site.At with { AsOf = hit.Date!.Value.First } }).Body(new(hit.Id)),
        _ => Site.To.Body(new(hit.Id)),
    };

    /// <inheritdoc/>
    protected override async Task<Problem?> ShowAsync(Seen seen, SearchPageQuestion asked, CancellationToken ct)
    {
        Asked = asked;
        if (asked.Q is not { } q) return null;
        (Found, var refusal) = await ReadSearch.FindAsync(seen.Version.Cluster, new(q, asked.Type, asked.After), seen, index, ct);
        return refusal;
    }
}
