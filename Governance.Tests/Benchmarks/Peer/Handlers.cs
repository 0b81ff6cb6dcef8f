using JasperFx.Events;
using Marten;

namespace Governance.Peer;

/// <summary>What was recorded; the position is there once it is committed.</summary>
public sealed record Recorded(Guid Id, IEvent Register, IReadOnlyList<Guid> Bodies);

/// <summary>Appends a decision and its facts, whatever was appended before.</summary>
public static class RecordDecisionHandler
{
    public static Recorded Handle(RecordDecision command, IDocumentSession session)
    {
        var recorded = Facts.Decision(command);
        var register = session.Events.Append(Facts.RegisterOf(session.TenantId), recorded);
        return new(recorded.Decision.Value, register.Events[0], Append(session, command));
    }

    internal static IReadOnlyList<Guid> Append(IDocumentSession session, RecordDecision command)
    {
        var (facts, bodies) = (new Facts(), new List<Guid>());
        foreach (var change in command.Changes)
        {
            var (body, fact) = facts.Of(change);
            session.Events.Append(body, fact);
            bodies.Add(body);
        }
        return bodies;
    }
}

/// <summary>The same by <c>FetchForWriting</c>, so that nobody else's decision came in between.</summary>
public static class RecordOnSnapshotHandler
{
    public static async Task<Recorded> Handle(RecordOnSnapshot command, IDocumentSession session, CancellationToken ct)
    {
        var register = await session.Events.FetchForWriting<Register>(Facts.RegisterOf(session.TenantId), ct);
        var recorded = Facts.Decision(command.Decision);
        register.AppendOne(recorded);
        return new(recorded.Decision.Value, register.Events[^1], RecordDecisionHandler.Append(session, command.Decision));
    }
}

/// <summary>Founds a cluster.</summary>
public static class FoundClusterHandler
{
    public static void Handle(FoundCluster command, IDocumentSession session) =>
        session.Events.StartStream(Facts.RegisterOf(session.TenantId), Facts.Founding(command.Name, command.FoundedOn));
}
