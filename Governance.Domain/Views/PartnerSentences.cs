using System.Diagnostics;
using Governance.Domain.Clusters;
using Governance.Domain.Partners;

namespace Governance.Domain.Views;

/// <summary>Partners and the cluster itself in sentences.</summary>
internal static class PartnerSentences
{
    public static string Of(Telling t, PartnerEvent change) => change switch
    {
        PartnerAdmitted e when t.Name(e.Name, e.NameEn) is var name => t.Say($"{name} ble tatt opp som partner.", $"{name} was admitted as a partner."),
        PartnerRenamed e => BodySentences.Renamed(t.View, t.Before.Partners.GetValueOrDefault(e.Partner)?.Names.Current, t.Partner(e.Partner), e.Name, e.NameEn),
        PartnerWithdrawn e when t.Partner(e.Partner) is var name => t.Say($"{name} gikk ut av klyngen.", $"{name} left the cluster."),
        _ => throw new UnreachableException($"No sentence for {change.GetType().Name}."),
    };

    public static string Of(Telling t, StrategyEvent change)
    {
        var names = t.Before.Names.Current;
        var name = t.View.NameOf(names);
        return change switch
        {
            ClusterRenamed e => BodySentences.Renamed(t.View, names, name, e.Name, e.NameEn),
            StrategyAdopted e when (e.ValidThrough is { } last ? t.Say($" til og med {t.Date(last)}", $", valid through {t.Date(last)}") : "") is var through =>
                t.Say($"{name} vedtok strategien {t.Quoted(e.Title)}{through}.", $"{name} adopted the strategy {t.Quoted(e.Title)}{through}."),
            _ => throw new UnreachableException($"No sentence for {change.GetType().Name}."),
        };
    }
}
