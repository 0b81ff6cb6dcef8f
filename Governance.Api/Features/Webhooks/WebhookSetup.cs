using Governance.Api.Features.Webhooks.Delivery;

namespace Governance.Api.Features.Webhooks;

/// <summary>The subscribers, and what sends to them.</summary>
public static class WebhookSetup
{
    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(DeliveryRules.Of(configuration));
        services.AddSingleton<Targets>();
        services.AddSingleton<Messenger>();
        services.AddSingleton<Leases>();
        services.AddSingleton<DeliveryAttempts>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton<Feed>();
        services.AddSingleton<DeliveryLoop>();
        services.AddSingleton<WebhookRows>();
        services.AddSingleton<WebhookRequestRules>();
        services.AddSingleton<Subscriptions>();
        services.AddSingleton<Trials>();
        services.AddSingleton<SubscribedClusters>();
        services.AddHostedService<Waking>();
    }
}
