using Governance.Api.EventStore.Heads;

namespace Governance.Api.EventStore.Archive;

/// <summary>A line of a cluster's archive: the heading, then every event as it was recorded, the people, and the end.</summary>
public abstract record ArchiveLine
{
    private ArchiveLine() { }

    /// <summary>Whose log it is, and how far it goes.</summary>
    /// <param name="Head">The same, signed, where it was exported by somebody with a key.</param>
    public sealed record Heading(string Cluster, long Position, DateTimeOffset KnownAt, SignedHead? Head = null) : ArchiveLine;

    /// <summary>An event, and the type of its stream.</summary>
    public sealed record Event(LogRow Row, string StreamType) : ArchiveLine;

    /// <summary>A person as last known; outside the chain.</summary>
    public sealed record Somebody(Person Person) : ArchiveLine;

    /// <summary>That nothing is missing: how many there were.</summary>
    public sealed record End(long Events, long People) : ArchiveLine;
}
