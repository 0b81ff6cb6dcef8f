using System.Collections.Immutable;
using Governance.Api.EventStore;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Wolverine.Attributes;

namespace Governance.Api.Clusters;

/// <summary>A request to write: who asks, on which cluster, and on what conditions.</summary>
/// <param name="Key">Makes a repeat harmless.</param>
/// <param name="IfPosition">Only on this position.</param>
/// <param name="Founds">Whether the cluster may be new.</param>
public sealed record WriteRequest(string Cluster, string Actor, IdempotencyKey? Key = null, long? IfPosition = null, string? Correlation = null, bool Founds = false);

/// <summary>What a request asks to be written, on its way to its handler: <c>InvokeForTenantAsync</c> of the bus, with the cluster as the tenant. It tells logs its name alone; what it holds must stand in none.</summary>
[LocalQueue("commands")]
public abstract record ClusterCommand(WriteRequest Request)
{
    /// <inheritdoc/>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>What is to be written on a state, or why nothing is.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>An act with its facts, and the people rows and redactions of the same transaction.</summary>
    public sealed record Write(RegisterEvent Act, ImmutableArray<Fact> Facts) : Verdict
    {
        /// <summary>Whole rows of the people it registers or changes.</summary>
        public IReadOnlyList<Person> People { get; init; } = [];

        /// <summary>Older events whose data it replaces.</summary>
        public IReadOnlyList<Redaction> Redactions { get; init; } = [];

        /// <summary>Acts at the positions after it, in the same transaction.</summary>
        public IReadOnlyList<Write> More { get; init; } = [];

        /// <summary>What names in the request were read as: on a newer state they must mean the same.</summary>
        public ImmutableDictionary<string, Guid> Named { get; init; } = ImmutableDictionary<string, Guid>.Empty;
    }

    /// <summary>It breaks rules.</summary>
    public sealed record Refuse(ImmutableArray<Violation> Violations) : Verdict;

    /// <summary>On this state it has not the form it must have.</summary>
    public sealed record Malformed(IReadOnlyList<Fault> Faults) : Verdict;

    /// <summary>What it is about does not exist.</summary>
    public sealed record Absent : Verdict;

    /// <summary>It is so already; nothing is written.</summary>
    public sealed record Nothing : Verdict;
}

/// <summary>What became of a request to write.</summary>
public abstract record WriteOutcome
{
    private WriteOutcome()
    {
    }

    /// <summary>It stands at <paramref name="Position"/>, now or since an earlier request with the same key.</summary>
    public sealed record Recorded(LiveCluster Cluster, long Position) : WriteOutcome
    {
        /// <summary>The act that stands there.</summary>
        public RecordedAct Act => Cluster.History.Acts[(int)Position - 1];
    }

    /// <summary>It broke rules on the newest state.</summary>
    public sealed record Refused(ImmutableArray<Violation> Violations, LiveCluster Cluster) : WriteOutcome;

    /// <summary>On the newest state it had not the form it must have.</summary>
    public sealed record Malformed(IReadOnlyList<Fault> Faults) : WriteOutcome;

    /// <summary>The cluster, or what it is about, does not exist.</summary>
    public sealed record Absent : WriteOutcome;

    /// <summary>There was nothing to write.</summary>
    public sealed record Unchanged(LiveCluster Cluster) : WriteOutcome;

    /// <summary>The cluster is not at the position asked for.</summary>
    public sealed record Stale(LiveCluster Cluster) : WriteOutcome;

    /// <summary>Others wrote each time it tried, or a name means something else now.</summary>
    public sealed record Conflict : WriteOutcome;

    /// <summary>The key was used before by another request.</summary>
    public sealed record KeyReused : WriteOutcome;
}
