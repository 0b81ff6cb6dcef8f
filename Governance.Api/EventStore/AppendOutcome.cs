namespace Governance.Api.EventStore;

/// <summary>What became of an act. Only <see cref="Recorded"/> has written anything.</summary>
public abstract record AppendOutcome
{
    private AppendOutcome() { }

    /// <summary>It stands at this position; <c>Chain</c> is the register's new head hash, in lower-case hex.</summary>
    /// <param name="Times">When it was recorded; of acts appended together, when each was.</param>
    public sealed record Recorded(long Position, IReadOnlyList<DateTimeOffset> Times, string Chain) : AppendOutcome
    {
        /// <summary>When the last act was recorded.</summary>
        public DateTimeOffset RecordedAt => Times[^1];
    }

    /// <summary>The cluster is at another position than expected: decide again.</summary>
    public sealed record Conflict(long Position) : AppendOutcome;

    /// <summary>The same request was recorded before, at this position.</summary>
    public sealed record Repeated(long Position, DateTimeOffset RecordedAt) : AppendOutcome;

    /// <summary>The key was used before by another request.</summary>
    public sealed record KeyReused : AppendOutcome;
}
