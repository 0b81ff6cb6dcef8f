using System.Text.RegularExpressions;
using Governance.Api.Features.History;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Recording.Entries;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.Keys;

/// <summary>The keys that open a cluster to programs: made here, shown once, and revoked.</summary>
[RequiresRole(Role.Admin)]
internal sealed partial class KeysPage(Site site, ClusterViews views, KeyAdministration keys, ActorNames actors, TimeProvider clock) : WorkPage(site, views)
{
    /// <summary>What a key is called.</summary>
    [BindProperty(Name = "name")]
    public string? Called { get; set; }

    /// <summary>What a key may do.</summary>
    [BindProperty(Name = "role")]
    public string? Wanted { get; set; }

    /// <summary>The last day on which a key holds, as typed.</summary>
    [BindProperty(Name = "expires")]
    public string? Through { get; set; }

    /// <summary>Whether a key is for all clusters.</summary>
    [BindProperty(Name = "everywhere")]
    public bool Everywhere { get; set; }

    /// <summary>Those that hold, the oldest first.</summary>
    public IReadOnlyList<ApiKey> Holding { get; private set; } = [];

    /// <summary>Those that have expired or been revoked.</summary>
    public IReadOnlyList<ApiKey> Ended { get; private set; } = [];

    /// <summary>What those who made them are called.</summary>
    public IReadOnlyDictionary<string, string> Makers { get; private set; } = new Dictionary<string, string>();

    /// <summary>The ids of those whose makers are gone.</summary>
    public IReadOnlySet<string> Orphans { get; private set; } = new HashSet<string>();

    /// <summary>Whether the caller may make keys for all clusters.</summary>
    public bool MayReachAll => Site.Caller.Can(Role.Admin, null);

    /// <summary>The key just made, with the secret that is shown this once.</summary>
    public (ApiKey Key, string Secret)? Made { get; private set; }

    /// <summary>Whether the form was sent before, so that its key is there already.</summary>
    public bool MadeBefore { get; private set; }

    /// <summary>What the next key is to be called by the database, so that it is made once though its form is sent twice.</summary>
    public string NextId { get; } = Token.NewId();

    /// <summary>What is wrong with what was typed.</summary>
    public Complaints Complaints { get; private set; } = Complaints.None;

    /// <summary>Shows them, with a form for a key that holds a year.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        Through = InAYear;
        return await ListedAsync(ct);
    }

    /// <summary>Makes a key.</summary>
    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (id is null || !KeyId().IsMatch(id)) return BadRequest();
        if (Asked() is { } wanted)
        {
            if (!KeyAdministration.MayMake(Site.Caller, wanted)) return new AnswerResult(Problem.Forbidden);
            Complaints = new(keys.FaultsOf(wanted).Select(f => new Complaint(f.Path, f.Message)));
            if (!Complaints.Any)
            {
                Made = await keys.MakeAsync(Site.Caller, wanted, id, ct);
                MadeBefore = Made is null;
                (Called, Wanted, Through, Everywhere) = (null, null, InAYear, false);
            }
        }

        return await ListedAsync(ct);
    }

    /// <summary>Ends one for good.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(string? key, CancellationToken ct)
    {
        await keys.RevokeAsync(Site.Caller, key ?? "", ct);
        return await SeeAsync(ct) ?? (IActionResult)Go("/keys", "done", ("done", "revoked"));
    }

    private string InAYear => Site.Today.AddYears(1).ToString("dd.MM.yyyy");

    private NewKey? Asked()
    {
        var faults = new List<Complaint>();
        if (!Name.TryParse(Called ?? "", out var name)) faults.Add(new("name", new("Skriv hva nøkkelen skal brukes til, med 1–200 tegn.", "Write what the key is to be used for, in 1–200 characters.")));
        if (!Words.TryParse<Role>(Wanted ?? "", out var role)) faults.Add(new("role", new("Velg hva den skal kunne.", "Choose what it may do.")));
        var last = DateEntry.Of(Through ?? "");
        if (last is null && !string.IsNullOrWhiteSpace(Through)) faults.Add(new("expiresAt", new("Skriv en dato, som 15.6.2027.", "Write a date, as 15.6.2027.")));
        Complaints = new(faults);
        return Complaints.Any || !ClusterSlug.TryParse(Cluster, out var here) ? null : new(name, role, Everywhere ? null : here, last is { } day ? CivilDay.EndOf(day.Last, Site.Zone) : null);
    }

    private async Task<PageResult> ListedAsync(CancellationToken ct)
    {
        var here = (await keys.ListAsync(Site.Caller, ct)).Where(k => k.Grant.Cluster is null || k.Grant.Cluster == Cluster).ToLookup(k => k.HoldsAt(clock.GetUtcNow()));
        (Holding, Ended) = ([.. here[true]], [.. here[false]]);
        Orphans = await keys.OrphansAsync(Holding, ct);
        Makers = await actors.FindAsync([.. Holding.Concat(Ended).Select(k => k.CreatedBy).Distinct()], Site.Language, ct);
        return Page();
    }

    [GeneratedRegex("^[0-9a-f]{16}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex KeyId();
}
