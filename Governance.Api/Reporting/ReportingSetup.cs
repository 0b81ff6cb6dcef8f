using Governance.Api.Clusters;
using Governance.Api.Reporting.Search;
using Marten;

namespace Governance.Api.Reporting;

/// <summary>The reporting schema, and what keeps it up to date.</summary>
public static class ReportingSetup
{
    public static void AddReporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new Ledgers(KeptMemory.Of(configuration).Ledgers));
        services.AddSingleton<Projection>();
        services.AddSingleton<Rebuilding>();
        services.AddSingleton<ReportingVerifier>();
        services.AddSingleton<SearchVerifier>();
        services.AddSingleton<CatchUp>();
        services.AddHostedService(provider => provider.GetRequiredService<CatchUp>());
        services.ConfigureMarten((provider, options) =>
        {
            options.Projections.Subscribe(new RegisterSubscription(new(provider.GetRequiredService<CatchUp>)));
            // A number used in vain holds the daemon up no longer than this, whoever reads meanwhile: what it passes over is found by looking.
            options.Projections.StaleSequenceThreshold = TimeSpan.FromSeconds(1);
            options.Projections.UseTransactionEvidenceForGapSkipping = false;
            options.Projections.LeadershipPollingTime = 2_000;
        });
    }
}
