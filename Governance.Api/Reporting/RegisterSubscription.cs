using Governance.Api.EventStore;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Subscriptions;

namespace Governance.Api.Reporting;

/// <summary>What Marten's daemon tells of new acts: that their clusters have something new. Where a cluster's rows stand is their own checkpoint's to say, so that no act is lost or told of twice, however the daemon comes by its pages.</summary>
internal sealed class RegisterSubscription : SubscriptionBase
{
    private readonly Lazy<CatchUp> catchUp;

    public RegisterSubscription(Lazy<CatchUp> catchUp)
    {
        this.catchUp = catchUp;
        Name = "reporting";
        FilterIncomingEventsOnStreamType(RegisterStream.Type);
        // What is older is found by looking at who is behind.
        Options.SubscribeFromPresent();
        Options.BatchSize = 2_000;
    }

    public override async Task<IChangeListener> ProcessEventsAsync(EventRange page, ISubscriptionController controller, IDocumentOperations operations, CancellationToken cancellationToken)
    {
        await catchUp.Value.RunAsync([.. page.Events.Select(e => e.TenantId).Distinct()], cancellationToken);
        return NullChangeListener.Instance;
    }
}
