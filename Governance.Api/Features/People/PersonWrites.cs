using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;

namespace Governance.Api.Features.People;

/// <summary>Writes about people: the row, and the act that says so, in one transaction.</summary>
public sealed class PersonWrites(ClusterWriter writer, EventLog log, Ids ids)
{
    /// <summary>Registers a person.</summary>
    public Task<WriteOutcome> RegisterAsync(WriteRequest request, NewPersonRequest person, CancellationToken ct)
    {
        var row = person.Row(ids.New());
        return writer.WriteAsync(request, _ => new Verdict.Write(new PersonRegistered(new(row.Id)), []) { People = [row] }, ct);
    }

    /// <summary>Changes what is known of a person.</summary>
    public Task<WriteOutcome> UpdateAsync(WriteRequest request, Guid id, PersonPatch patch, CancellationToken ct) =>
        ChangeAsync(request, id, (row, _) => Task.FromResult<Verdict.Write?>(new(new PersonUpdated(new(id)), []) { People = [patch.Row(row)] }), ct);

    /// <summary>Makes one person an alias of another, unless that would put the same one twice in a body. An erasure asked for goes with them.</summary>
    public Task<WriteOutcome> MergeAsync(WriteRequest request, Guid id, Guid into, CancellationToken ct) =>
        writer.WriteAsync(request, async live =>
        {
            var merge = new PersonMerged(new(id), new(into));
            var stays = live.History.Aliases.GetValueOrDefault(merge.Into, merge.Into).Value;
            var rows = (await log.ReadPeopleAsync(request.Cluster, [id, stays], ct)).ToDictionary(r => r.Id);
            if (rows.GetValueOrDefault(id) is not { MergedInto: null, Erased: false } row) return new Verdict.Absent();
            if (rows.GetValueOrDefault(stays) is { Erased: true }) return new Verdict.Refuse([new(ViolationCode.UnknownPerson) { Member = "into", About = into.ToString() }]);
            if (MergeRules.Check(live.History, merge) is { IsEmpty: false } violations) return new Verdict.Refuse(violations);
            return new Verdict.Write(merge, []) { People = [row with { MergedInto = into, ErasureAskedBy = null, ErasureAskedAt = null }, .. Asked(row, rows[stays])] };
        }, ct);

    private static IEnumerable<Person> Asked(Person merged, Person stays) =>
        merged.ErasureAskedBy is not null && stays.ErasureAskedBy is null ? [stays with { ErasureAskedBy = merged.ErasureAskedBy, ErasureAskedAt = merged.ErasureAskedAt }] : [];

    /// <summary>Writes what becomes of a person's row, and of the rows merged into it; absent where there is none, or it is erased or merged away.</summary>
    public Task<WriteOutcome> ChangeAsync(WriteRequest request, Guid id, Func<Person, IReadOnlyList<Person>, Task<Verdict.Write?>> change, CancellationToken ct) =>
        writer.WriteAsync(request, async live =>
        {
            var aliases = live.History.Aliases.Where(a => a.Value.Value == id).Select(a => a.Key.Value);
            var rows = (await log.ReadPeopleAsync(request.Cluster, [id, .. aliases], ct)).ToLookup(r => r.Id == id);
            if (rows[true].SingleOrDefault() is not { Erased: false, MergedInto: null } row) return new Verdict.Absent();
            return await change(row, [.. rows[false]]) is { } write ? write : new Verdict.Nothing();
        }, ct);

    /// <summary>Whom an act is about that was written here.</summary>
    public static PersonId About(WriteOutcome.Recorded recorded) => recorded.Cluster.History.Acts[(int)recorded.Position - 1].Event switch
    {
        PersonRegistered e => e.Person,
        PersonUpdated e => e.Person,
        PersonMerged e => e.Person,
        var other => throw new System.Diagnostics.UnreachableException($"{other.GetType().Name} is not about what was asked."),
    };
}
