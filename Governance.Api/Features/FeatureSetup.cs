using Governance.Api.Features.People;
using Governance.Api.Features.History;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Features.Privacy;
using Governance.Api.Features.Privacy.Erasures;
using Governance.Api.Features.Privacy.Retention;
using Governance.Api.Features.Search;

namespace Governance.Api.Features;

/// <summary>What the features need besides each other.</summary>
public static class FeatureSetup
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<ActorNames>();
        services.AddSingleton<AskedErasures>();
        services.AddSingleton<ClusterViews>();
        services.AddSingleton<Disclosure>();
        services.AddSingleton<ErasedThings>();
        services.AddSingleton<HeldAccounts>();
        services.AddSingleton<PrivateReads>();
        services.AddSingleton<Pruning>();
        services.AddSingleton<RetentionRules>();
        services.AddSingleton<SavedDrafts>();
        services.AddSingleton<SearchIndex>();
    }
}
