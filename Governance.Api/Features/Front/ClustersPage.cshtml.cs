using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Pages;
using Governance.Api.Http.Answers;
using Governance.Api.Store;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;

namespace Governance.Api.Features.Front;

/// <summary>The clusters there are; where there is one alone, the way to it.</summary>
public sealed class ClustersPage(EventLog log, [FromKeyedServices(Connections.Searches)] NpgsqlDataSource database, ReadLimiter limiter, Calendar calendar, Site site) : PageModel
{
    /// <summary>Their ids, and what they are called today, in the order of their names.</summary>
    public IReadOnlyList<(string Id, string Name)> Clusters { get; private set; } = [];

    /// <summary>Lists them, or goes on.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (place, busy) = await limiter.TakeAsync(HttpContext, ReadCost.Database, ct);
        if (place is null) return new AnswerResult(busy!);
        using var held = place;
        var ids = await log.ReadClustersAsync(ct);
        if (ids is [var only]) return Redirect(site.To.Of("/" + only));
        var names = await NamesAsync(ct);
        Clusters = [.. ids.Select(id => (id, names.GetValueOrDefault(id, id))).OrderBy(c => c.Item2, Alphabetical.Order)];
        return Page();
    }

    /// <summary>What they are called today, of those that the reporting tables have come to.</summary>
    private async Task<Dictionary<string, string>> NamesAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select cluster, {(site.Language == Language.En ? "coalesce(name_en, name)" : "name")} from reporting.cluster_names where valid @> $1::date and upper_inf(known)");
        command.Parameters.Add(new() { Value = calendar.Day(Calendar.DefaultZone).Date });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) names[reader.GetString(0)] = reader.GetString(1);
        return names;
    }
}
