using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.Recording;

/// <summary>A page of a cluster for those who keep it, as it is today; never kept by a browser.</summary>
public abstract class WorkPage(Site site, ClusterViews views) : PageModel
{
    /// <summary>The cluster as it is now.</summary>
    public Seen Seen { get; private set; } = null!;

    /// <summary>Whether the caller may record, and not only look.</summary>
    public bool CanRecord => site.CanRecord;

    protected Site Site => site;

    protected string Cluster => (string)RouteData.Values["cluster"]!;

    /// <summary>The id that the address names.</summary>
    protected Guid Id => Guid.Parse((string)RouteData.Values["id"]!);

    /// <summary>What the caller is called.</summary>
    protected string Caller => site.Caller.Name ?? site.Caller.ActorId!;

    /// <summary>Looks at the cluster; answers what stands in the way.</summary>
    protected async Task<IActionResult?> SeeAsync(CancellationToken ct)
    {
        var (seen, refusal) = await views.SeeAsync(HttpContext, Cluster, new ReadSince(), new ReadAt(Lang: site.Language), ct);
        if (seen is null) return new Refusal(refusal!);
        Seen = seen;
        site.Show(seen, []);
        site.IsOfDay = false;
        Response.Headers.CacheControl = "no-cache, no-store";
        return null;
    }

    /// <summary>What an entry would lead from and to.</summary>
    protected BeforeAfterChart SidesOf(Entry entry, Decisions.BeforeAndAfter structure)
    {
        var persons = Seen.Live.Persons.With(entry.Persons.Select(p => PersonCards.Of(People.NewPersons.Row(p))));
        var after = Seen.View with { History = entry.After, Persons = persons };
        return BeforeAfterChart.Of(Seen.View, after, structure, entry.Act is DecisionAnnulled ? [] : entry.Facts, site.ClusterName!);
    }

    /// <summary>On to another page of the cluster.</summary>
    protected RedirectResult Go(string path, string? fragment = null, params IEnumerable<(string Name, string? Value)> more) =>
        Redirect(site.To.Under(path, more) + (fragment is null ? "" : "#" + fragment));

    /// <summary>A problem, answered as any other.</summary>
    protected sealed class Refusal(IResult answer) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => answer.ExecuteAsync(context.HttpContext);
    }
}
