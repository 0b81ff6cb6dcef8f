using Governance.Api.EventStore;
using Governance.Api.Hosting;
using Governance.Api.Store.Schema;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using Wolverine.Marten;

namespace Governance.Api.Store;

/// <summary>Marten over the database that the configuration means.</summary>
public static class StoreSetup
{
    public static void AddStore(this IServiceCollection services)
    {
        services.AddSingleton(provider => EventLog.Open(LocalDatabase.ConnectionString(provider.GetRequiredService<IConfiguration>())));
        services.AddKeyedSingleton(Background, (provider, _) => OpenBackground(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<ClusterSessions>();
        services.AddSingleton<Migrations>();
        services.AddMarten(provider =>
        {
            var options = new StoreOptions();
            options.UseGovernance();
            options.Connection(provider.GetRequiredKeyedService<NpgsqlDataSource>(Background));
            return options;
        }).UseLightweightSessions().AddAsyncDaemon(DaemonMode.HotCold).IntegrateWithWolverine(integration =>
        {
            integration.MessageStorageSchemaName = MessagesSchema;
            integration.AutoCreate = JasperFx.AutoCreate.CreateOrUpdate;   // when asked to; nothing is made at a start
        });
    }

    /// <summary>Where Wolverine keeps its messages.</summary>
    public const string MessagesSchema = "wolverine";

    /// <summary>The connections of what works for all clusters: Marten's daemon, Wolverine's queues.</summary>
    public const string Background = "background";

    private static NpgsqlDataSource OpenBackground(IConfiguration configuration)
    {
        var settings = new NpgsqlConnectionStringBuilder(LocalDatabase.ConnectionString(configuration));
        settings.Options = $"{settings.Options} -c {Wall.Setting}=*".TrimStart();
        settings.MaxPoolSize = Math.Min(settings.MaxPoolSize, 20);
        return EventLog.Open(settings.ConnectionString);
    }
}
