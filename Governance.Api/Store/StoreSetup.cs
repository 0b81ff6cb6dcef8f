using Governance.Api.EventStore.Heads;
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
        services.AddConnections();
        services.AddSingleton<ClusterSessions>();
        services.AddSingleton<HeadSigner>();
        services.AddSingleton<Migrations>();
        services.AddMarten(provider =>
        {
            var options = new StoreOptions();
            options.UseGovernance();
            options.Connection(provider.GetRequiredKeyedService<NpgsqlDataSource>(Connections.Background));
            return options;
        }).UseLightweightSessions().AddAsyncDaemon(DaemonMode.HotCold).IntegrateWithWolverine(integration =>
        {
            integration.MessageStorageSchemaName = MessagesSchema;
            integration.AutoCreate = JasperFx.AutoCreate.CreateOrUpdate;   // when asked to; nothing is made at a start
        });
    }

    /// <summary>Where Wolverine keeps its messages.</summary>
    public const string MessagesSchema = "wolverine";
}
