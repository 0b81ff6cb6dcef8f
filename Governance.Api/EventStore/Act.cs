using System.Security.Cryptography;
using System.Text;
using Governance.Domain.Clusters;

namespace Governance.Api.EventStore;

/// <summary>What is written at one position of one cluster, all or nothing: events in order, the last of them on the register.</summary>
/// <param name="Cluster">The cluster's id, a slug.</param>
/// <param name="ExpectedPosition">The position this was decided on; 0 founds the cluster.</param>
/// <param name="Actor">Who did it, as an id.</param>
public sealed record Act(string Cluster, long ExpectedPosition, string Actor, IReadOnlyList<NewEvent> Events)
{
    /// <summary>The position it gets when recorded.</summary>
    public long Position => ExpectedPosition + 1;

    /// <summary>Makes a repeat of the same request harmless; null where repeats need no answer.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>The request or trace it belongs to.</summary>
    public string? Correlation { get; init; }

    /// <summary>What caused it.</summary>
    public string? Causation { get; init; }

    /// <summary>The people it registers or changes, whole.</summary>
    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Older events whose data it replaces.</summary>
    public IReadOnlyList<Redaction> Redactions { get; init; } = [];
}

/// <summary>An event to append. <c>Version</c> counts the stream's events from 1.</summary>
/// <param name="StreamType">The type whose alias the stream's type is.</param>
public sealed record NewEvent(Guid Stream, Type StreamType, long Version, Guid Id, ClusterEvent Data)
{
    /// <summary>The decision it belongs to.</summary>
    public Guid? Decision { get; init; }

    /// <summary>Which revision of the decision, from 1.</summary>
    public int? Revision { get; init; }

    /// <summary>The first day it holds, as precisely as known: <c>2016</c>, <c>2016-08</c> or <c>2016-08-15</c>.</summary>
    public string? EffectiveFrom { get; init; }

    /// <summary>The day of the decision, as precisely as known.</summary>
    public string? DecidedOn { get; init; }

    /// <summary>The event by which an act enters the register.</summary>
    public static NewEvent OnRegister(string cluster, long position, Guid id, ClusterEvent data) =>
        new(RegisterStream.Of(cluster), RegisterStream.Type, position, id, data);
}

/// <summary>The key a client gave its request, as its hash, and the SHA-256 of that request.</summary>
public sealed record IdempotencyKey
{
    public IdempotencyKey(string key, byte[] requestHash) => (Hash, RequestHash) = (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))), requestHash);

    /// <summary>SHA-256 of the key in lower-case hex, which is all that is kept of it: clients put names and numbers of cases in it.</summary>
    public string Hash { get; }

    public byte[] RequestHash { get; init; }
}

/// <summary>A request that was recorded under a key: enough to answer a repeat, never the answer itself. A document.</summary>
/// <param name="Id">The hash of the key.</param>
/// <param name="RequestHash">SHA-256 of the request.</param>
public sealed record RecordedRequest(string Id, byte[] RequestHash, long Position, DateTimeOffset RecordedAt);

/// <summary>What stands in an event's place from now on; its headers, and with them the hash of what stood there, stay.</summary>
/// <param name="Members">The places in the data that hold <see cref="Mark"/> since, such as <c>head.links[0].title</c>.</param>
public sealed record Redaction(Guid Event, ClusterEvent Data, IReadOnlyList<string> Members)
{
    /// <summary>What stands in the place of a text.</summary>
    public const string Mark = "[sladdet]";
}
