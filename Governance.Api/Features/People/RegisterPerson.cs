using Governance.Api.Clusters;
using Governance.Domain.Clusters;

namespace Governance.Api.Features.People;

/// <summary>Registers a person.</summary>
public sealed record RegisterPerson(WriteRequest Request, NewPersonRequest Person) : ClusterCommand(Request);

/// <summary>Registers the person, under a new id.</summary>
public static class RegisterPersonHandler
{
    public static Task<WriteOutcome> HandleAsync(RegisterPerson command, ClusterWriter writer, Ids ids, CancellationToken ct)
    {
        var row = command.Person.Row(ids.New());
        return writer.WriteAsync(command.Request, _ => new Verdict.Write(new PersonRegistered(new(row.Id)), []) { People = [row] }, ct);
    }
}
