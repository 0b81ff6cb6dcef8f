using Governance.Domain.Bodies;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Governance.Tests.EventStore;

/// <summary>The names a body was recorded with, the first first.</summary>
public sealed record BodyNames(Guid Id, IReadOnlyList<string> Names);

/// <summary>Folds them from a body's stream.</summary>
public sealed class BodyNamesProjection : SingleStreamProjection<BodyNames, Guid>
{
    public override BodyNames? Evolve(BodyNames? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (_, BodyEstablished established) => new(id, [established.Name.Text]),
        ({ } before, BodyRenamed renamed) => before with { Names = [.. before.Names, renamed.Name.Text] },
        _ => snapshot,
    };
}
