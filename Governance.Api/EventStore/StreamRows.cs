namespace Governance.Api.EventStore;

/// <summary>The streams that acts touch besides the register: where each was, and where it is then.</summary>
internal sealed class StreamRows
{
    private readonly List<Guid> ids = [];
    private readonly List<string> types = [];
    private readonly List<long> was = [];
    private readonly List<long> now = [];
    private readonly Dictionary<Guid, int> places = [];

    public StreamRows(IReadOnlyList<Act> acts)
    {
        var register = RegisterStream.Of(acts[0].Cluster);
        var position = acts[0].ExpectedPosition;
        foreach (var act in acts)
        {
            var entry = act.Events[^1];
            if (Circumstances(act) != Circumstances(acts[0])) throw new ArgumentException("Acts recorded together have cluster, actor, correlation and causation in common.", nameof(acts));
            if (act.ExpectedPosition != position++) throw new ArgumentException("Acts recorded together have consecutive positions.", nameof(acts));
            if (entry.Stream != register || entry.Version != position) throw new ArgumentException("An act ends with its event on the cluster's register, at its position.", nameof(acts));
            for (var i = 0; i < act.Events.Count - 1; i++) Touch(act.Events[i], register);
        }
    }

    public Guid[] Ids => [.. ids];
    public string[] Types => [.. types];
    public long[] Was => [.. was];
    public long[] Now => [.. now];

    private static (string, string, string?, string?) Circumstances(Act act) => (act.Cluster, act.Actor, act.Correlation, act.Causation);

    private void Touch(NewEvent e, Guid register)
    {
        if (e.Stream == register) throw new ArgumentException("An act has one event on the register.", nameof(e));
        if (places.TryGetValue(e.Stream, out var at))
        {
            if (e.Version != ++now[at]) throw new ArgumentException("The events of a stream have consecutive versions.", nameof(e));
            return;
        }
        places.Add(e.Stream, ids.Count);
        ids.Add(e.Stream);
        types.Add(e.StreamType);
        was.Add(e.Version - 1);
        now.Add(e.Version);
    }
}
