using Governance.Api.EventStore;
using Governance.Api.Features.History;
using Governance.Api.Store;
using Governance.Domain.Values;
using Marten;

namespace Governance.Api.Features.People;

/// <summary>An erasure that waits for another admin.</summary>
/// <param name="By">What who asked is called.</param>
public sealed record AskedErasure(Guid Person, string Name, string By, DateTimeOffset At);

/// <summary>The erasures that have been asked for: every admin is told of them before they are done.</summary>
internal sealed class AskedErasures(ClusterSessions sessions, ActorNames actors)
{
    public async Task<IReadOnlyList<AskedErasure>> OfAsync(string cluster, Language language, CancellationToken ct)
    {
        await using var session = await sessions.ReadAsync(cluster, ct);
        var rows = await session.Query<Person>().Where(person => person.ErasureAskedBy != null && !person.Erased).OrderBy(person => person.ErasureAskedAt).ToListAsync(ct);
        if (rows.Count == 0) return [];
        var names = await actors.FindAsync([.. rows.Select(row => row.ErasureAskedBy!).Distinct(StringComparer.Ordinal)], language, ct);
        return [.. rows.Select(row => new AskedErasure(row.Id, row.Name, names.GetValueOrDefault(row.ErasureAskedBy!) ?? row.ErasureAskedBy!, row.ErasureAskedAt!.Value))];
    }
}
