using Governance.Domain.Clusters;

namespace Governance.Api.EventStore;

/// <summary>An event as the log has it, its data in today's form.</summary>
/// <param name="Position">The act's position in the cluster.</param>
/// <param name="Index">Its place in the act, from 1.</param>
/// <param name="Version">Its number in its stream, from 1.</param>
/// <param name="RecordedAt">When the log got the act, to the microsecond; strictly rising within a cluster.</param>
public sealed record StoredEvent(long Position, int Index, Guid Id, Guid Stream, long Version, ClusterEvent Data, DateTimeOffset RecordedAt, string Actor)
{
    /// <summary>The decision it belongs to.</summary>
    public Guid? Decision { get; init; }

    /// <summary>Which revision of the decision, from 1.</summary>
    public int? Revision { get; init; }

    /// <summary>The first day it holds, as precisely as known.</summary>
    public string? EffectiveFrom { get; init; }

    /// <summary>The day of the decision, as precisely as known.</summary>
    public string? DecidedOn { get; init; }

    /// <summary>The request or trace it belongs to.</summary>
    public string? Correlation { get; init; }

    /// <summary>What caused it.</summary>
    public string? Causation { get; init; }

    /// <summary>The link of the chain that an act on the register ends with, in lower-case hex; null for a fact.</summary>
    public string? Chain { get; init; }
}

/// <summary>Where a cluster stands: its position, when that was recorded, and the link that the next act's first event comes after, in lower-case hex.</summary>
public readonly record struct Head(long Position, DateTimeOffset RecordedAt, string Chain)
{
    /// <summary>Before the founding.</summary>
    public static Head None { get; } = new(0, DateTimeOffset.MinValue, "");
}

/// <summary>What came after a position: events in order, and the people whose rows those acts wrote, as they are now.</summary>
public sealed record Tail(IReadOnlyList<StoredEvent> Events, IReadOnlyList<Person> People);
