using Governance.Api.EventStore;

namespace Governance.Api.Clusters;

/// <summary>Acts to append after a known position, one after another: each event at the next place in its stream.</summary>
internal sealed class Appending(WriteRequest request, LiveCluster basis, Ids ids)
{
    private readonly Dictionary<Guid, long> versions = [];
    private long position = basis.Position;

    /// <summary>The next act.</summary>
    public Act Next(Verdict.Write write)
    {
        var events = new List<NewEvent>(write.Facts.Length + 1);
        foreach (var fact in write.Facts)
        {
            var (stream, type) = Streams.Of(request.Cluster, fact.Event);
            events.Add(new(stream, type, Version(stream), ids.New(), fact.Event)
            {
                Decision = fact.Decision.Value,
                Revision = fact.Revision,
                EffectiveFrom = fact.From.ToString(),
                DecidedOn = fact.DecidedOn.ToString(),
            });
        }
        events.Add(NewEvent.OnRegister(request.Cluster, position + 1, ids.New(), write.Act));
        return new(request.Cluster, position++, request.Actor, events)
        {
            Key = position == basis.Position + 1 ? request.Key : null,
            Correlation = request.Correlation,
            People = write.People,
            Redactions = write.Redactions,
        };
    }

    private long Version(Guid stream) => versions[stream] = versions.GetValueOrDefault(stream, basis.Versions.GetValueOrDefault(stream)) + 1;
}
