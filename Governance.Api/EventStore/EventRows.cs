using System.Buffers;

namespace Governance.Api.EventStore;

/// <summary>An act's events as columns, in index order, with their hashes.</summary>
internal sealed class EventRows
{
    public EventRows(Act act, EventTypes types)
    {
        var count = act.Events.Count;
        (Ids, Streams, Versions, Types, DotnetTypes) = (new Guid[count], new Guid[count], new long[count], new string[count], new string[count]);
        (Data, Headers, Hashes) = (new byte[count][], new byte[count][], new byte[count][]);
        var scratch = new ArrayBufferWriter<byte>(1024);
        for (var i = 0; i < count; i++)
        {
            var e = act.Events[i];
            var name = types.NameOf(e.Data);
            var data = types.ToCanonical(e.Data, scratch);
            scratch.ResetWrittenCount();
            new EventHeaders(act.Position, i + 1, act.Actor, HashChain.PayloadHash(data))
            {
                Decision = e.Decision,
                Revision = e.Revision,
                EffectiveFrom = e.EffectiveFrom,
                DecidedOn = e.DecidedOn,
            }.Write(scratch);
            (Ids[i], Streams[i], Versions[i], Types[i], DotnetTypes[i]) = (e.Id, e.Stream, e.Version, name.Alias, name.DotnetType);
            (Data[i], Headers[i]) = (data, scratch.WrittenSpan.ToArray());
            Hashes[i] = HashChain.EventHash(Headers[i], e.Id, e.Stream, name.Alias, e.Version);
        }
    }

    public Guid[] Ids { get; }
    public Guid[] Streams { get; }
    public long[] Versions { get; }
    public string[] Types { get; }
    public string[] DotnetTypes { get; }
    public byte[][] Data { get; }
    public byte[][] Headers { get; }
    public byte[][] Hashes { get; }
}
