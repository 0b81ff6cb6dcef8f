using Governance.Api.Clusters;
using Governance.Api.EventStore;

namespace Governance.Api.Features.People;

/// <summary>Changes of a person's row, with the act that says so.</summary>
internal static class PersonChanges
{
    /// <summary>Writes what becomes of a person's row, and of the rows merged into it; absent where there is none, or it is erased or merged away.</summary>
    public static Task<WriteOutcome> ChangePersonAsync(
        this ClusterWriter writer, EventLog log, WriteRequest request, Guid id, Func<Person, IReadOnlyList<Person>, Task<Verdict.Write?>> change, CancellationToken ct) =>
        writer.WriteAsync(request, async live =>
        {
            var aliases = live.History.Aliases.Where(a => a.Value.Value == id).Select(a => a.Key.Value);
            var rows = (await log.ReadPeopleAsync(request.Cluster, [id, .. aliases], ct)).ToLookup(r => r.Id == id);
            if (rows[true].SingleOrDefault() is not { Erased: false, MergedInto: null } row) return new Verdict.Absent();
            return await change(row, [.. rows[false]]) is { } write ? write : new Verdict.Nothing();
        }, ct);
}
