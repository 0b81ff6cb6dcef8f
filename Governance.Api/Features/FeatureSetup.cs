using Governance.Api.Features.People;
using Governance.Api.Features.History;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Minutes;
using Governance.Api.Features.Meetings.Notices;
using Governance.Api.Features.Meetings.Papers;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Features.Privacy;
using Governance.Api.Features.Privacy.Erasures;
using Governance.Api.Features.Privacy.Retention;
using Governance.Api.Features.Search;

namespace Governance.Api.Features;

/// <summary>What the features need besides each other.</summary>
public static class FeatureSetup
{
    public static void AddFeatures(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ActorNames>();
        services.AddSingleton<AskedErasures>();
        services.AddSingleton<ClusterViews>();
        services.AddSingleton<Disclosure>();
        services.AddSingleton<ErasedThings>();
        services.AddSingleton<HeldAccounts>();
        services.AddSingleton(MailRules.Of(configuration));
        services.AddSingleton<MailSender>();
        services.AddSingleton<NoticeRows>();
        services.AddSingleton<PagePrinter>();
        services.AddSingleton<PrivateReads>();
        services.AddSingleton<Pruning>();
        services.AddSingleton<RetentionRules>();
        services.AddSingleton<ProceedingsDesk>();
        services.AddSingleton<SavedDrafts>();
        services.AddSingleton<SavedProceedings>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<StoredPapers>();
    }
}
