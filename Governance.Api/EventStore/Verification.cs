namespace Governance.Api.EventStore;

/// <summary>Something in the log that is not as it was written. <c>Index</c> 0 is the act as a whole.</summary>
/// <param name="What">What differs, such as <c>payload</c> or <c>chain</c>.</param>
public sealed record Difference(long Position, int Index, string What);

/// <summary>What a cluster's log was found to be.</summary>
public sealed record Verification(long Position, long Events, IReadOnlyList<Difference> Differences)
{
    /// <summary>When the last act was recorded, as it says itself; the beginning of time where there is none.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The acts that took texts out, in order.</summary>
    public IReadOnlyList<RedactionFound> Redactions { get; init; } = [];

    /// <summary>How many people's rows there are.</summary>
    public int People { get; init; }

    /// <summary>Of how many of them it is not known: acts of before they kept a hash of what they wrote were the last to write them.</summary>
    public int UnprovedPeople { get; init; }

    /// <summary>Everything is as it was written, apart from <see cref="Redactions"/>.</summary>
    public bool Holds => Differences is [];
}

/// <summary>An act that took texts out of the log.</summary>
/// <param name="Places">Those that it names, by event.</param>
public sealed record RedactionFound(long Position, string Actor, IReadOnlyList<RedactedPlaces> Places);

/// <summary>Texts of an event that were taken out.</summary>
/// <param name="Members">Their places in the data; where the act does not say, as in older logs, what it calls the texts that it takes out.</param>
/// <param name="IsRestProved">Whether all else of the data is proved to be as it was written; if not, it is only as the act left it.</param>
public sealed record RedactedPlaces(long Position, int Index, IReadOnlyCollection<string> Members, bool IsRestProved);
