using System.Buffers;
using System.Text.Json;

namespace Governance.Api.EventStore;

/// <summary>What an event carries beside its data, in one header of Marten's; until Marten wrote the log each member was a header of its own. <c>PayloadHash</c> and <c>Chain</c> are lower-case hex.</summary>
public sealed record EventHeaders(long Position, int Index, string Actor, string PayloadHash)
{
    /// <summary>The header that holds it.</summary>
    public const string Name = "governance";

    /// <summary>The decision it belongs to.</summary>
    public Guid? Decision { get; init; }

    /// <summary>Which revision of the decision, from 1.</summary>
    public int? Revision { get; init; }

    /// <summary>The first day it holds, as precisely as known.</summary>
    public string? EffectiveFrom { get; init; }

    /// <summary>The day of the decision, as precisely as known.</summary>
    public string? DecidedOn { get; init; }

    /// <summary>The hashes of the people's rows that the act wrote, by id; on its event on the register.</summary>
    public IReadOnlyDictionary<Guid, string>? People { get; init; }

    /// <summary>The hash that ties it to all before it.</summary>
    public string? Chain { get; init; }

    /// <summary>What the digests of the data's texts are salted with, in hex. Neither it nor <see cref="Salts"/>: the event is of a time when the data was hashed as a whole.</summary>
    public string? Salt { get; init; }

    /// <summary>In its place, where texts were taken out: the salt of each text that is left and the digest of each that is not, in order.</summary>
    public IReadOnlyList<string>? Salts { get; init; }

    /// <summary>Members that are no part of what the chain is made over.</summary>
    internal static readonly string[] Unchained = ["chain", "salt", "salts"];

    /// <summary>Whether it can be proved of a text of the data by itself that it is as it was written.</summary>
    internal bool IsSalted => (Salt ?? (object?)Salts) is not null;

    /// <summary>Writes them canonically, without the chain and the salts.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        output.Write("{\"actor\":"u8);
        CanonicalJson.WriteString(Actor, output);
        if (DecidedOn is not null) WriteText(",\"decidedOn\":"u8, DecidedOn, output);
        if (Decision is { } decision) WriteId(",\"decision\":"u8, decision, output);
        if (EffectiveFrom is not null) WriteText(",\"effectiveFrom\":"u8, EffectiveFrom, output);
        WriteNumber(",\"index\":"u8, Index, output);
        WriteText(",\"payloadHash\":"u8, PayloadHash, output);
        if (People is not null) WritePeople(People, output);
        WriteNumber(",\"position\":"u8, Position, output);
        if (Revision is { } revision) WriteNumber(",\"revision\":"u8, revision, output);
        output.Write("}"u8);
    }

    /// <summary>Reads them; members it does not know are passed over. Throws <see cref="FormatException"/> where one is missing.</summary>
    /// <param name="hashes">Whether to read the hashes too.</param>
    /// <param name="people">Whether to read those of people's rows.</param>
    public static EventHeaders Parse(ReadOnlySpan<byte> json, bool hashes = true, bool people = true)
    {
        var (position, index, actor, payloadHash) = (0L, 0, "", "");
        Guid? decision = null;
        int? revision = null;
        string? effectiveFrom = null, decidedOn = null, chain = null, salt = null;
        List<string>? salts = null;
        Dictionary<Guid, string>? rows = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("governance"u8)) continue;   // its members come next, and nothing of ours after them
            else if (name.SequenceEqual("position"u8)) position = reader.GetInt64();
            else if (name.SequenceEqual("index"u8)) index = reader.GetInt32();
            else if (name.SequenceEqual("actor"u8)) actor = reader.GetString() ?? "";
            else if (hashes && name.SequenceEqual("payloadHash"u8)) payloadHash = reader.GetString() ?? "";
            else if (name.SequenceEqual("decision"u8)) decision = reader.GetGuid();
            else if (name.SequenceEqual("revision"u8)) revision = reader.GetInt32();
            else if (name.SequenceEqual("effectiveFrom"u8)) effectiveFrom = reader.GetString();
            else if (name.SequenceEqual("decidedOn"u8)) decidedOn = reader.GetString();
            else if (hashes && name.SequenceEqual("chain"u8)) chain = reader.GetString();
            else if (people && name.SequenceEqual("people"u8)) rows = Hashes(ref reader);
            else if (hashes && name.SequenceEqual("salt"u8)) salt = reader.GetString();
            else if (hashes && name.SequenceEqual("salts"u8)) salts = Texts(ref reader);
            else reader.Skip();
        }
        if (position < 1 || index < 1 || actor.Length == 0 || (hashes && payloadHash.Length == 0)) throw new FormatException("An event's headers lack position, index, actor or payloadHash.");
        return new EventHeaders(position, index, actor, payloadHash)
        {
            Decision = decision,
            Revision = revision,
            EffectiveFrom = effectiveFrom,
            DecidedOn = decidedOn,
            People = rows,
            Chain = chain,
            Salt = salt,
            Salts = salts,
        };
    }

    private static Dictionary<Guid, string> Hashes(ref Utf8JsonReader reader)
    {
        var hashes = new Dictionary<Guid, string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var id = Guid.Parse(reader.GetString()!);
            reader.Read();
            hashes[id] = reader.GetString() ?? "";
        }
        return hashes;
    }

    private static List<string> Texts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String) texts.Add(reader.GetString()!);
        return reader.TokenType == JsonTokenType.EndArray ? texts : throw new FormatException("An event's salts are no list of texts.");
    }

    private static void WriteText(ReadOnlySpan<byte> member, string value, IBufferWriter<byte> output)
    {
        output.Write(member);
        CanonicalJson.WriteString(value, output);
    }

    private static void WritePeople(IReadOnlyDictionary<Guid, string> people, IBufferWriter<byte> output)
    {
        output.Write(",\"people\":{"u8);
        foreach (var (i, (id, hash)) in people.OrderBy(p => p.Key.ToString(), StringComparer.Ordinal).Index())
        {
            if (i > 0) output.Write(","u8);
            CanonicalJson.WriteId(id, output);
            output.Write(":"u8);
            CanonicalJson.WriteString(hash, output);
        }
        output.Write("}"u8);
    }

    private static void WriteNumber(ReadOnlySpan<byte> member, long value, IBufferWriter<byte> output)
    {
        output.Write(member);
        CanonicalJson.WriteInteger(value, output);
    }

    private static void WriteId(ReadOnlySpan<byte> member, Guid value, IBufferWriter<byte> output)
    {
        output.Write(member);
        CanonicalJson.WriteId(value, output);
    }
}
