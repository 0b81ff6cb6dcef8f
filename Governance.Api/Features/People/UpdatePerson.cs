using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;

namespace Governance.Api.Features.People;

/// <summary>Changes what is known of a person.</summary>
public sealed record UpdatePerson(WriteRequest Request, Guid Id, PersonPatch Patch) : ClusterCommand(Request);

/// <summary>Changes the person's row; absent where there is none, or it is erased or merged away.</summary>
public static class UpdatePersonHandler
{
    public static Task<WriteOutcome> HandleAsync(UpdatePerson command, ClusterWriter writer, EventLog log, CancellationToken ct) => writer.ChangePersonAsync(
        log, command.Request, command.Id, (row, _) => Task.FromResult<Verdict.Write?>(new(new PersonUpdated(new(command.Id)), []) { People = [command.Patch.Row(row)] }), ct);
}
