using Governance.Api.EventStore;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Features.Webhooks;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Domain.Meetings;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Schema.Indexing.Unique;
using Npgsql;
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
        // A conflict is decided again by us, what a broken connection did is not known, and the transaction that a read stands in went with it: Marten would try again in vain, and then tell of that.
        options.ConfigureWritePolly(_ => { });
        options.ConfigurePolly(_ => { });
        // That the database is away is said in Npgsql's own words.
        options.Advanced.ExceptionTransforms.IfExceptionIs<NpgsqlException>().If(Outages.IsAway).ThenTransformTo(away => away);
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
        options.Schema.For<Person>().UseRowLevelSecurity(RowLevelSecurity.Setting).Duplicate(person => person.Position, notNull: true);
        options.Schema.For<RecordedRequest>().UseRowLevelSecurity(RowLevelSecurity.Setting);
        options.Schema.For<Draft>().UseRowLevelSecurity(RowLevelSecurity.Setting).UseOptimisticConcurrency(true).Index(draft => draft.SavedAt, index => (index.TenancyScope, index.Predicate) = (TenancyScope.PerTenant, "data ->> 'decision' is null"));
        options.Schema.For<Proceedings>().UseRowLevelSecurity(RowLevelSecurity.Setting).UseOptimisticConcurrency(true);
        options.Schema.For<WebhookSettings>().SingleTenanted().UseOptimisticConcurrency(true).Duplicate(settings => settings.Cluster, notNull: true);   // row-level security goes by it
        options.Schema.For<ApiKey>().SingleTenanted().UseOptimisticConcurrency(true).UniqueIndex(key => key.Hash);
        options.Schema.For<ProtectionKey>().SingleTenanted();
        options.Schema.For<Account>().SingleTenanted().UseOptimisticConcurrency(true)
            .UniqueIndex(account => account.Login!).UniqueIndex(account => account.Issuer!, account => account.Subject!).UniqueIndex(account => account.LinkHash!);
    }
}
