using System.Security.Cryptography;
using System.Text;
using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.Recording;

/// <summary>A page of a cluster for those who keep it, as it is today; never kept by a browser.</summary>
public abstract class WorkPage(Site site, ClusterViews views) : PageModel
{
    private const int MostTold = 100;

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
        if (seen is null) return new AnswerResult(refusal!);
        Seen = seen;
        site.Show(seen, []);
        site.IsOfDay = false;
        Response.Headers.CacheControl = "no-cache, no-store";
        return null;
    }

    /// <summary>The register as it is now, to try decisions on.</summary>
    protected Register RegisterBy(Ids ids) => new(Seen.Live.History, site.Today, ids.New);

    /// <summary>A write that counts once though it is sent twice, and counts only where nobody has written since the page was shown.</summary>
    /// <param name="position">Where the cluster stood then.</param>
    /// <param name="said">All that was said in it.</param>
    protected WriteRequest Once(long position, string said)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Request.Path} {position} {said}"));
        return new(Cluster, Site.Caller.ActorId!, new($"{Site.Caller.ActorId} {Convert.ToHexStringLower(hash)}", hash), position, Problem.TraceOf(HttpContext));
    }

    /// <summary>What others have recorded after a position.</summary>
    protected IReadOnlyList<Registration> RecordedSince(long position) => Registration.After(Seen.View, position, MostTold);

    /// <summary>What an entry would lead from and to.</summary>
    protected BeforeAfterChart SidesOf(Entry entry, Decisions.BeforeAndAfter structure)
    {
        var persons = Seen.Live.Persons.With(entry.Persons.Select(p => PersonCards.Of(People.NewPersons.Row(p))));
        var after = Seen.View with { History = entry.After(Seen.Live.History), Persons = persons };
        return BeforeAfterChart.Of(Seen.View, after, structure, entry.Act is DecisionAnnulled ? [] : entry.Facts, site.ClusterName!);
    }

    /// <summary>On to another page of the cluster.</summary>
    protected RedirectResult Go(string path, string? fragment = null, params IEnumerable<(string Name, string? Value)> more) =>
        Redirect(site.To.Under(path, more) + (fragment is null ? "" : "#" + fragment));
}
