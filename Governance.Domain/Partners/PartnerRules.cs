using System.Diagnostics;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Domain.Partners;

/// <summary>What may happen to a partner, and what comes of it.</summary>
public static class PartnerRules
{
    /// <summary>Why the fact cannot be, given what went before; null if it can.</summary>
    public static Violation? Check(Cluster cluster, Fact fact, PartnerEvent change) => change switch
    {
        PartnerAdmitted => null,
        _ when cluster.Partners.GetValueOrDefault(change.Partner) is { IsPresent: true } => null,
        _ => new(ViolationCode.UnknownPartner) { Member = "partner", Date = fact.From, About = cluster.Partners.GetValueOrDefault(change.Partner)?.Names.Current.Name.Text },
    };

    /// <summary>The cluster after the fact.</summary>
    public static Cluster Apply(Cluster cluster, Fact fact, PartnerEvent change)
    {
        var before = cluster.Partners.GetValueOrDefault(change.Partner);
        var after = (before, change) switch
        {
            (null, PartnerAdmitted e) => new Partner(e.Partner, Names.From(e.Name, e.NameEn, fact.From), e.Kind, e.OrganisationNumber, fact.From, null),
            ({ } p, PartnerRenamed e) => p with { Names = p.Names.Then(e.Name, e.NameEn, fact.From) },
            ({ } p, PartnerWithdrawn) => p with { Names = p.Names.Ended(fact.From), Withdrawn = fact.From },
            _ => throw new UnreachableException($"{change.GetType().Name} cannot follow here."),
        };
        return cluster with { Partners = cluster.Partners.SetItem(change.Partner, after) };
    }
}
