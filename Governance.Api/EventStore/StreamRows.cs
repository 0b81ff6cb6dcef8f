namespace Governance.Api.EventStore;

/// <summary>The streams an act touches besides the register: where each was, and where it is then.</summary>
internal sealed class StreamRows
{
    public StreamRows(Act act)
    {
        var register = act.Events[^1];
        if (register.Stream != RegisterStream.Of(act.Cluster) || register.Version != act.Position)
            throw new ArgumentException("The last event of an act is the one on the cluster's register, at the act's position.", nameof(act));

        var (ids, types, was, now) = (new List<Guid>(), new List<string>(), new List<long>(), new List<long>());
        for (var i = 0; i < act.Events.Count - 1; i++)
        {
            var e = act.Events[i];
            var at = ids.IndexOf(e.Stream);
            if (at < 0)
            {
                ids.Add(e.Stream);
                types.Add(e.StreamType);
                was.Add(e.Version - 1);
                now.Add(e.Version);
            }
            else if (e.Version != ++now[at])
            {
                throw new ArgumentException("The events of a stream have consecutive versions.", nameof(act));
            }
        }
        (Ids, Types, Was, Now) = ([.. ids], [.. types], [.. was], [.. now]);
    }

    public Guid[] Ids { get; }
    public string[] Types { get; }
    public long[] Was { get; }
    public long[] Now { get; }
}
