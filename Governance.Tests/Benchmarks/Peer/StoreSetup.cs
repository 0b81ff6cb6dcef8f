using System.Text.Json.Serialization;
using Governance.Domain.Clusters;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Marten;
using Npgsql;
using Weasel.Core;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Marten;

namespace Governance.Peer;

/// <summary>Marten and Wolverine as their documentation has them: conjoined tenants, transactional middleware, retries where another was first.</summary>
internal static class StoreSetup
{
    private static readonly TimeSpan[] Pauses = [.. new[] { 5, 10, 20, 50, 100, 200 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    /// <summary>Whether the register has an inline snapshot, by which decisions are then guarded: <c>--Peer:Snapshot=true</c>.</summary>
    public static bool HasSnapshot(this IConfiguration configuration) => configuration.GetValue<bool>("Peer:Snapshot");

    public static void AddStore(this WebApplicationBuilder builder, bool migrating)
    {
        var configuration = builder.Configuration;
        var connectionString = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Owner") ?? "Host=localhost") { MaxAutoPrepare = 100 }.ConnectionString;
        builder.Services.AddMarten(options =>
        {
            options.Connection(connectionString);
            options.AutoCreateSchemaObjects = migrating ? AutoCreate.CreateOrUpdate : AutoCreate.None;
            options.UseSystemTextJsonForSerialization(casing: Casing.CamelCase, configure: json => json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);
            options.Policies.AllDocumentsAreMultiTenanted();
            options.Events.TenancyStyle = TenancyStyle.Conjoined;
            options.Events.UseExclusiveLockOnConcurrentAppends = true;
            options.Events.AddEventTypes(typeof(ClusterEvent).Assembly.GetTypes().Where(t => t is { IsSealed: true } && t.IsSubclassOf(typeof(ClusterEvent))));
            if (configuration.HasSnapshot()) options.Projections.Snapshot<Register>(SnapshotLifecycle.Inline);
            if (configuration.GetValue<bool>("Peer:View")) options.Projections.Snapshot<BodyView>(SnapshotLifecycle.Async);
            else options.Projections.LiveStreamAggregation<BodyView>();
        }).UseLightweightSessions().IntegrateWithWolverine();
        builder.Host.UseWolverine(options =>
        {
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.Policies.AutoApplyTransactions();
            options.OnException<ConcurrencyException>().RetryWithCooldown(Pauses);
        });
    }
}
