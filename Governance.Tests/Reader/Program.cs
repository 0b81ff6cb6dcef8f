using System.Text.Json;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Events.Aggregation;
using Weasel.Core;

// governance.cluster says in the connection string which cluster's rows are shown: "…;Options=-c governance.cluster=alrek".
var (connectionString, cluster, bodyId) = (args[0], args[1], Guid.Parse(args[2]));
await using var store = DocumentStore.For(options =>
{
    options.Connection(connectionString);
    options.AutoCreateSchemaObjects = AutoCreate.None;
    options.UseSystemTextJsonForSerialization(casing: Casing.CamelCase);
    options.Policies.DisableInformationalFields();
    options.Events.TenancyStyle = TenancyStyle.Conjoined;
    options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
    options.Events.UseExclusiveLockOnConcurrentAppends = true;
    options.Events.MetadataConfig.EnableAll();
    options.Events.MetadataConfig.UserNameEnabled = true;
    options.Events.IgnoreIndex("mt_streams_registers");
    options.Events.AddEventTypes(typeof(ClusterEvent).Assembly.GetTypes().Where(type => type.IsSealed && type.IsSubclassOf(typeof(ClusterEvent))));
    options.Projections.Add(new Bodies(), ProjectionLifecycle.Live);
});
if (args is [.., "--assert"]) await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync();   // as the owner, who alone sees all of it
await using var session = store.QuerySession(cluster);
Console.WriteLine(JsonSerializer.Serialize(await session.Events.AggregateStreamAsync<BodyAsRecorded>(bodyId)));

internal sealed class Bodies : SingleStreamProjection<BodyAsRecorded, Guid>
{
    public override BodyAsRecorded? Evolve(BodyAsRecorded? snapshot, Guid id, IEvent e) => BodyAsRecorded.After(snapshot, (BodyEvent)e.Data);
}
