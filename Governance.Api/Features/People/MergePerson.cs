using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;

namespace Governance.Api.Features.People;

/// <summary>Makes one person an alias of another.</summary>
public sealed record MergePerson(WriteRequest Request, PersonId Id, PersonId Into) : ClusterCommand(Request);

/// <summary>Makes them one, unless that would put the same one twice in a body. An erasure asked for goes with them.</summary>
public static class MergePersonHandler
{
    public static Task<WriteOutcome> HandleAsync(MergePerson command, ClusterWriter writer, EventLog log, CancellationToken ct) => writer.WriteAsync(command.Request, async live =>
    {
        var (id, into) = (command.Id.Value, command.Into);
        var stays = live.History.Aliases.GetValueOrDefault(into, into).Value;
        var rows = (await log.ReadPeopleAsync(command.Request.Cluster, [id, stays], ct)).ToDictionary(r => r.Id);
        if (rows.GetValueOrDefault(id) is not { MergedInto: null, Erased: false } row) return new Verdict.Absent();
        if (rows.GetValueOrDefault(stays) is { Erased: true }) return new Verdict.Refuse([new(ViolationCode.UnknownPerson) { Member = "into", About = into.ToString() }]);
        var merge = new PersonMerged(command.Id, into);
        if (MergeRules.Check(live.History, merge) is { IsEmpty: false } violations) return new Verdict.Refuse(violations);
        return new Verdict.Write(merge, []) { People = [row with { MergedInto = into.Value, ErasureAskedBy = null, ErasureAskedAt = null }, .. Asked(row, rows[stays])] };
    }, ct);

    private static IEnumerable<Person> Asked(Person merged, Person stays) =>
        merged.ErasureAskedBy is not null && stays.ErasureAskedBy is null ? [stays with { ErasureAskedBy = merged.ErasureAskedBy, ErasureAskedAt = merged.ErasureAskedAt }] : [];
}
