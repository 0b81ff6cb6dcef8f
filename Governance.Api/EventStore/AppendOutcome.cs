namespace Governance.Api.EventStore;

/// <summary>What became of an act. Only <see cref="Recorded"/> has written anything.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome() { }

    /// <summary>It stands there; of acts appended together, the last one does.</summary>
    /// <param name="Times">When each of them was recorded.</param>
    public sealed record Recorded(Head Head, IReadOnlyList<DateTimeOffset> Times) : AppendOutcome
    {
        /// <summary>Where the register then is.</summary>
        public long Position => Head.Position;
    }

    /// <summary>The cluster is at another position than expected: decide again.</summary>
    public sealed record Conflict(long Position) : AppendOutcome;

    /// <summary>The same request was recorded before, at this position.</summary>
    public sealed record Repeated(long Position, DateTimeOffset RecordedAt) : AppendOutcome;

    /// <summary>The key was used before by another request.</summary>
    public sealed record KeyReused : AppendOutcome;
}
