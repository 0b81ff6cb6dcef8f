using System.Buffers;
using JasperFx.Events;
using Marten;

namespace Governance.Api.EventStore;

/// <summary>Gives the acts of one cluster their time, hashes and links, one after another on top of what was recorded before, and puts them into Marten sessions.</summary>
/// <param name="basis">What they come after.</param>
/// <param name="now">When it is; an act is later than the one before it, if only by a microsecond.</param>
internal sealed class ActSealer(string cluster, Head basis, EventTypes types, DateTimeOffset now)
{
    private readonly ArrayBufferWriter<byte> scratch = new(1024);
    private readonly List<DateTimeOffset> times = [];
    private readonly DateTimeOffset now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    private byte[] link = basis.Position == 0 ? HashChain.Genesis(cluster) : Convert.FromHexString(basis.Chain);
    private long position = basis.Position;
    private DateTimeOffset last = basis.RecordedAt;

    /// <summary>What was put in so far, as the register then stands.</summary>
    public AppendOutcome.Recorded Recorded => new(new(position, last, Convert.ToHexStringLower(link)), times);

    /// <summary>Appends acts to a session, the register first: whoever else writes to the cluster waits at its row, and no number of the sequence is used in vain.</summary>
    public void Append(IDocumentSession session, IEnumerable<Act> acts)
    {
        var streams = new Dictionary<Guid, StreamEvents> { [RegisterStream.Of(cluster)] = new(RegisterStream.Type) };
        foreach (var act in acts) Seal(session, act, streams);
        foreach (var (id, stream) in streams)
            session.Events.Append(id, stream.Version, stream.Events).AggregateType = stream.Type;
    }

    private void Seal(IDocumentSession session, Act act, Dictionary<Guid, StreamEvents> streams)
    {
        if (act.ExpectedPosition != position || act.Cluster != cluster) throw new ArgumentException("Acts recorded together are one cluster's, at consecutive positions.", nameof(act));
        if (act.Events[^1] is var entry && (entry.Stream != RegisterStream.Of(cluster) || entry.Version != act.Position)) throw new ArgumentException("An act ends with its event on the cluster's register, at its position.", nameof(act));
        last = last < now ? now : last.AddMicroseconds(1);
        times.Add(last);
        position = act.Position;
        for (var i = 0; i < act.Events.Count; i++)
        {
            var e = act.Events[i];
            if (!streams.TryGetValue(e.Stream, out var stream)) streams.Add(e.Stream, stream = new(e.StreamType));
            stream.Add(e.Version, Sealed(session, act, e, i + 1));
        }
    }

    private IEvent Sealed(IDocumentSession session, Act act, NewEvent e, int index)
    {
        var salt = MemberDigests.NewSalt();
        var headers = new EventHeaders(position, index, act.Actor, EventTypes.HashOf(e.Data, salt, scratch))
        {
            Decision = e.Decision,
            Revision = e.Revision,
            EffectiveFrom = e.EffectiveFrom,
            DecidedOn = e.DecidedOn,
            People = index == act.Events.Count && act.People.Count > 0 ? act.People.ToDictionary(p => p.Id, PersonHash.Of) : null,
        };
        var alias = types.AliasOf(e.Data.GetType());
        scratch.ResetWrittenCount();
        headers.Write(scratch);
        var own = HashChain.EventHash(scratch.WrittenSpan.ToArray(), e.Id, e.Stream, alias, e.Version, (act.Causation, act.Correlation), scratch);
        link = HashChain.Next(link, own, position, index, alias, last);
        var stored = session.Events.BuildEvent(e.Data);
        stored.Id = e.Id;
        stored.Timestamp = last;
        (stored.UserName, stored.CorrelationId, stored.CausationId) = (act.Actor, act.Correlation, act.Causation);
        stored.SetHeader(EventHeaders.Name, headers with { Chain = Convert.ToHexStringLower(link), Salt = salt });
        return stored;
    }

    /// <summary>What comes to one stream.</summary>
    private sealed class StreamEvents(Type type)
    {
        public Type Type => type;
        public List<object> Events { get; } = [];

        /// <summary>Of the last event.</summary>
        public long Version { get; private set; }

        public void Add(long version, IEvent stored)
        {
            if (Events.Count > 0 && version != Version + 1) throw new ArgumentException("The events of a stream have consecutive versions.", nameof(version));
            Version = version;
            Events.Add(stored);
        }
    }
}
