using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Governance.Api.Store;

/// <summary>Bodies as their own streams tell of them, folded by Marten when asked for: <c>AggregateStreamAsync</c>, <c>FetchLatest</c>.</summary>
public sealed class RecordedBodies : SingleStreamProjection<BodyAsRecorded, Guid>
{
    public override BodyAsRecorded? Evolve(BodyAsRecorded? snapshot, Guid id, IEvent e) => BodyAsRecorded.After(snapshot, (BodyEvent)e.Data);
}
