using System.Diagnostics;
using Governance.Domain.Clusters;
using Governance.Domain.Partners;

namespace Governance.Domain.Views;

/// <summary>Partners and the cluster itself in sentences.</summary>
internal static class PartnerSentences
{
    public static string Of(SentenceContext t, PartnerEvent change) => change switch
    {
        PartnerAdmitted e when t.Name(e.Name, e.NameEn) is var name => t.Say($"{name} {t.Became} tatt opp som partner.", $"{name} {t.Became} admitted as a partner."),
        PartnerRenamed e => BodySentences.Renamed(t.View, t.Before.Partners.GetValueOrDefault(e.Partner)?.Names.Current, t.Partner(e.Partner), e.Name, e.NameEn, t.IsToCome),
        PartnerWithdrawn e when t.Partner(e.Partner) is var name => t.Say($"{name} {t.Verb("gikk", "går", "", "")} ut av klyngen.", $"{name} {t.Verb("", "", "left", "will leave")} the cluster."),
        _ => throw new UnreachableException($"No sentence for {change.GetType().Name}."),
    };

    public static string Of(SentenceContext t, StrategyEvent change)
    {
        var names = t.Before.Names.Current;
        var name = t.View.NameOf(names);
        return change switch
        {
            ClusterRenamed e => BodySentences.Renamed(t.View, names, name, e.Name, e.NameEn, t.IsToCome),
            StrategyAdopted e when (e.ValidThrough is { } last ? t.Say($" til og med {t.Date(last)}", $", valid through {t.Date(last)}") : "") is var through =>
                t.IsToCome ? t.Say($"{name} får strategien {t.Quoted(e.Title)}{through}.", $"{name} will have the strategy {t.Quoted(e.Title)}{through}.") : t.Say($"{name} vedtok strategien {t.Quoted(e.Title)}{through}.", $"{name} adopted the strategy {t.Quoted(e.Title)}{through}."),
            _ => throw new UnreachableException($"No sentence for {change.GetType().Name}."),
        };
    }

    /// <summary>What the partner was before, and is after.</summary>
    public static BeforeAfter Sides(SentenceContext t, PartnerEvent change) => change switch
    {
        PartnerAdmitted e => new(null, t.Name(e.Name, e.NameEn)),
        PartnerRenamed e => new(t.Partner(e.Partner), t.Name(e.Name, e.NameEn)),
        PartnerWithdrawn e => new(t.Partner(e.Partner), null),
        _ => throw new UnreachableException($"{change.GetType().Name} leads from nothing to nothing."),
    };

    /// <summary>What the cluster's name or strategy was before, and is after.</summary>
    public static BeforeAfter Sides(SentenceContext t, StrategyEvent change) => change switch
    {
        ClusterRenamed e => new(t.View.NameOf(t.Before.Names.Current), t.Name(e.Name, e.NameEn)),
        StrategyAdopted e => new(t.Before.Strategy?.Title, e.Title),
        _ => throw new UnreachableException($"{change.GetType().Name} leads from nothing to nothing."),
    };
}
