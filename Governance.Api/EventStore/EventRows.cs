using System.Buffers;

namespace Governance.Api.EventStore;

/// <summary>The events of acts as columns, in order, with their hashes.</summary>
internal sealed class EventRows
{
    public EventRows(IReadOnlyList<Act> acts, EventTypes types)
    {
        var count = acts.Sum(act => act.Events.Count);
        (Ids, Streams, Versions, Types, DotnetTypes) = (new Guid[count], new Guid[count], new long[count], new string[count], new string[count]);
        (Data, Headers, Hashes) = (new byte[count][], new byte[count][], new byte[count][]);
        var scratch = new ArrayBufferWriter<byte>(1024);
        var row = 0;
        foreach (var act in acts)
            for (var i = 0; i < act.Events.Count; i++)
                Set(row++, act, i, types, scratch);
    }

    public Guid[] Ids { get; }
    public Guid[] Streams { get; }
    public long[] Versions { get; }
    public string[] Types { get; }
    public string[] DotnetTypes { get; }
    public byte[][] Data { get; }
    public byte[][] Headers { get; }
    public byte[][] Hashes { get; }

    private void Set(int row, Act act, int place, EventTypes types, ArrayBufferWriter<byte> scratch)
    {
        var e = act.Events[place];
        var name = types.NameOf(e.Data);
        var data = types.ToCanonical(e.Data, scratch);
        scratch.ResetWrittenCount();
        new EventHeaders(act.Position, place + 1, act.Actor, HashChain.PayloadHash(data))
        {
            Decision = e.Decision,
            Revision = e.Revision,
            EffectiveFrom = e.EffectiveFrom,
            DecidedOn = e.DecidedOn,
        }.Write(scratch);
        var headers = scratch.WrittenSpan.ToArray();
        (Ids[row], Streams[row], Versions[row], Types[row], DotnetTypes[row]) = (e.Id, e.Stream, e.Version, name.Alias, name.DotnetType);
        (Data[row], Headers[row], Hashes[row]) = (data, headers, HashChain.EventHash(headers, e.Id, e.Stream, name.Alias, e.Version, scratch));
    }
}
