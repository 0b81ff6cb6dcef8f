using Governance.Api.Features.Decisions;
using Governance.Api.Features.Findings;
using Governance.Api.Features.History;
using Governance.Api.Features.Meetings;
using Governance.Api.Features.People;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Features.Privacy;
using Governance.Api.Features.Privacy.Erasures;
using Governance.Api.Features.Privacy.Retention;
using Governance.Api.Features.Redactions;
using Governance.Api.Features.Search;

namespace Governance.Api.Features;

/// <summary>What the features need besides each other.</summary>
public static class FeatureSetup
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<ActorNames>();
        services.AddSingleton<ClusterViews>();
        services.AddSingleton<Deciding>();
        services.AddSingleton<Disclosure>();
        services.AddSingleton<ErasedThings>();
        services.AddSingleton<FindingAcceptance>();
        services.AddSingleton<HeldAccounts>();
        services.AddSingleton<MeetingWrites>();
        services.AddSingleton<PersonErasure>();
        services.AddSingleton<PersonWrites>();
        services.AddSingleton<PrivateReads>();
        services.AddSingleton<Pruning>();
        services.AddSingleton<Reerasure>();
        services.AddSingleton<RetentionRules>();
        services.AddSingleton<SavedDrafts>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<TextRedaction>();
    }
}
