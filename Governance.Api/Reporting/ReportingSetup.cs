using Governance.Api.Clusters;
using Governance.Api.Reporting.Search;

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
        services.AddHostedService<Projector>();
    }
}
