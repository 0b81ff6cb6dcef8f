using Governance.Api.EventStore;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Marten;
using Weasel.Core;

namespace Governance.Api.Store;

/// <summary>What the database holds, as Marten is told of it: the log, and the documents.</summary>
public static class MartenConfiguration
{
    /// <summary>For whoever serves, migrates or asserts; the connection is theirs to give.</summary>
    public static void UseGovernance(this StoreOptions options)
    {
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.DisableNpgsqlLogging = true;
        options.UseSystemTextJsonForSerialization(EventJson.Options, EnumStorage.AsInteger, Casing.CamelCase);
        options.Advanced.DefaultTenantUsageEnabled = false;
        // A conflict is decided again by us, and what a broken connection did is not known.
        options.ConfigureWritePolly(_ => { });
        options.Policies.AllDocumentsAreMultiTenanted();
        options.Policies.DisableInformationalFields();
        Events(options);
        Documents(options);
    }

    private static void Events(StoreOptions options)
    {
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.UseExclusiveLockOnConcurrentAppends = true;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Events.AddEventTypes(EventTypes.Domain);
        options.Events.IgnoreIndex("mt_streams_registers");
        options.Projections.Add(new RecordedBodies(), ProjectionLifecycle.Live);
    }

    private static void Documents(StoreOptions options)
    {
        // Whose policies gov_wall() widens: for all clusters at once, and for the owner.
        options.Schema.For<Person>().UseRowLevelSecurity(Wall.Setting).Duplicate(person => person.Position, notNull: true);
        options.Schema.For<RecordedRequest>().UseRowLevelSecurity(Wall.Setting);
    }
}
