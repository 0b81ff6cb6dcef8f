namespace Governance.Api.EventStore;

/// <summary>Something in the log that is not as it was written. <c>Index</c> 0 is the act as a whole.</summary>
/// <param name="What">What differs, such as <c>payload</c> or <c>chain</c>.</param>
public sealed record Difference(long Position, int Index, string What);

/// <summary>What a cluster's log was found to be.</summary>
public sealed record Verification(long Position, long Events, IReadOnlyList<Difference> Differences)
{
    /// <summary>Everything is as it was written, apart from texts redacted by an act of their own.</summary>
    public bool Holds => Differences is [];
}
