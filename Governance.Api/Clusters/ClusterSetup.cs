using Governance.Api.EventStore;

namespace Governance.Api.Clusters;

/// <summary>The clusters in memory, and what keeps them up to date.</summary>
public static class ClusterSetup
{
    public static void AddClusters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<EventTypes>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<Restores>();
        services.AddSingleton(provider => new ClusterCache(provider.GetRequiredService<EventLog>(), KeptMemory.Of(configuration).Histories));
        services.AddSingleton<ClusterWriter>();
        services.AddSingleton<Calendar>();
        services.AddSingleton<Ids>();
        services.AddSingleton<Announcer>();
        services.AddSingleton<Follower>();
        services.AddHostedService(provider => provider.GetRequiredService<Announcer>());
        services.AddHostedService(provider => provider.GetRequiredService<Follower>());
    }
}
