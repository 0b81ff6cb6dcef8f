using Governance.Api.EventStore.Heads;
using Governance.Domain.Meetings;

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

    /// <summary>What is written for a meeting; outside the chain.</summary>
    public sealed record Written(Proceedings Proceedings) : ArchiveLine;

    /// <summary>A paper of a meeting, whose pieces follow; outside the chain, but for its hash in the notice.</summary>
    public sealed record PaperHead(StoredPaper Paper) : ArchiveLine;

    /// <summary>A piece of the paper before it, the first of number 0.</summary>
    public sealed record PaperPiece(Guid Paper, int Number, byte[] Bytes) : ArchiveLine;

    /// <summary>That nothing is missing: how many there were; <paramref name="Others"/> is all that is neither.</summary>
    public sealed record End(long Events, long People, long Others) : ArchiveLine;
}

/// <summary>A paper as it is kept.</summary>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="AddedBy">The id of the key or account.</param>
public sealed record StoredPaper(Guid Id, Guid Meeting, string Name, string MediaType, long Size, byte[] Hash, string AddedBy, DateTimeOffset AddedAt);
