using Governance.Api.Clusters;

namespace Governance.Api.EventStore;

/// <summary>Recomputes a cluster's log row by row, in the order it was recorded, and notes what is not as it was written.</summary>
internal sealed class ClusterVerifier(string cluster, EventTypes types)
{
    private readonly Guid register = RegisterStream.Of(cluster);
    private readonly Dictionary<Guid, (long Version, string Event)> streams = [];   // by their last version and first event
    private readonly RedactionVerifier redactions = new();
    private readonly PeopleVerifier people = new();
    private readonly List<(Guid Event, Difference Difference)> differences = [];
    private byte[]? link = HashChain.Genesis(cluster);   // null where what stands before cannot be read
    private (long Position, int Index) expected = (1, 1);
    private (long Position, DateTimeOffset RecordedAt) last;
    private long events;

    /// <summary>Events of which acts say that texts are taken out.</summary>
    public IReadOnlyList<Guid> Redacted => redactions.Named;

    public void Add(HashedRow hashed)
    {
        var (row, headers, payload, own, _, _, unreadable) = hashed;
        events++;
        var at = headers is null ? expected : (headers.Position, headers.Index);
        if (headers is not null) CheckHeaders(row, headers, at);
        if (unreadable is not null) Note(row, at, "unreadable: " + unreadable);
        else if (payload != headers!.PayloadHash) NoteAltered(hashed, at);
        CheckChain(row, headers, own, at);
        redactions.Add(hashed, at);
        people.Add(hashed);
        CheckVersion(row, at);
        CheckTime(row, at);
        expected = row.Stream == register ? (at.Position + 1, 1) : (at.Position, at.Index + 1);
        last = (at.Position, row.RecordedAt);
    }

    /// <summary>A row of mt_streams; called once the events are in.</summary>
    public void AddStream(Guid stream, long version, string? type)
    {
        streams.Remove(stream, out var found);
        if (found.Version != version) Note(last.Position, $"stream {stream}: its row says version {version}, its events end at {found.Version}");
        if (found.Event is not null && types.Find(found.Event) is { } first && type != Streams.AliasOf(first)) Note(last.Position, $"stream {stream}: its row says type {type}, its events are of {Streams.AliasOf(first)}");
    }

    /// <summary>A row of the people; called once the events are in.</summary>
    public void AddPerson(PersonRow row)
    {
        foreach (var (position, what) in people.Check(row)) Note(position, what);
    }

    /// <summary>One of <see cref="Redacted"/>; called once all else is in.</summary>
    public void AddRedacted(HashedRow hashed)
    {
        foreach (var fault in redactions.Check(hashed)) Note(hashed.Row, (hashed.Headers!.Position, hashed.Headers.Index), fault);
    }

    public Verification Finish()
    {
        foreach (var (position, what) in people.Missing) Note(position, what);
        foreach (var stream in streams.Keys) Note(last.Position, $"stream {stream}: it has events but no row");
        foreach (var (id, at) in redactions.Unnamed) Note(id, at, "redaction: no act says that texts of it were redacted");
        return new Verification(last.Position, events, [.. differences.Where(d => d.Difference.What != Payload || !redactions.Excuses(d.Event)).Select(d => d.Difference)]) { RecordedAt = last.RecordedAt, Redactions = redactions.Found, People = people.Count, UnprovedPeople = people.Unproved };
    }

    private const string Payload = "payload: the data is not what was written";
    private const string Chain = "chain: the id, stream, version, type, time or a header is not what was written, or an event before it is missing";

    private void CheckVersion(LogRow row, (long, int) at)
    {
        var (version, first) = streams.GetValueOrDefault(row.Stream, (0, row.Type));
        if (row.Version != version + 1) Note(row, at, $"version: {version + 1} should come next in the stream");
        streams[row.Stream] = (row.Version, first);
    }

    private void CheckTime(LogRow row, (long Position, int) at)
    {
        var holds = at.Position == last.Position ? row.RecordedAt == last.RecordedAt : row.RecordedAt > last.RecordedAt;
        if (!holds) Note(row, at, "time: it does not rise from act to act");
    }

    private void CheckHeaders(LogRow row, EventHeaders headers, (long Position, int Index) at)
    {
        if (at != expected) Note(row, at, $"order: {expected.Position}.{expected.Index} should stand here");
        if (headers.Actor != row.User) Note(row, at, "actor: the column and the header differ");
        if (types.AliasOf(row.DotnetType ?? "") != row.Type) Note(row, at, "type: the alias and the .NET type differ");
    }

    private void NoteAltered(HashedRow hashed, (long, int) at)
    {
        redactions.AddAltered(hashed);
        Note(hashed.Row, at, Payload);
    }

    // Whatever this one was, the next is judged by the link that stands here: so each difference shows where it is, and only there.
    private void CheckChain(LogRow row, EventHeaders? headers, byte[]? own, (long, int) at)
    {
        var stored = headers?.Chain is { Length: 64 } chain && chain.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(chain) : null;
        var next = headers is null || own is null || link is null ? null : HashChain.Next(link, own, headers.Position, headers.Index, row.Type, row.RecordedAt);
        if (headers is not null && (stored is null || (next is not null && !stored.AsSpan().SequenceEqual(next)))) Note(row, at, Chain);
        link = stored ?? next;
    }

    private void Note(LogRow row, (long Position, int Index) at, string what) => Note(row.Id, at, what);

    private void Note(Guid id, (long Position, int Index) at, string what) => differences.Add((id, new Difference(at.Position, at.Index, what)));

    private void Note(long position, string what) => differences.Add((Guid.Empty, new Difference(position, 0, what)));
}
