using System.Collections.Immutable;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;
using Governance.Domain.Time;

namespace Governance.Domain.Clusters;

/// <summary>What may be said of a cluster's founding.</summary>
public static class FoundingRules
{
    /// <summary>Why a founding cannot be; nothing if it can.</summary>
    public static ImmutableArray<Violation> Check(PartialDate foundedOn, string? organisationNumber, DateOnly today)
    {
        var violations = ImmutableArray.CreateBuilder<Violation>();
        if (foundedOn.First > today) violations.Add(new(ViolationCode.DecidedInFuture) { Member = "foundedOn", Date = foundedOn, About = foundedOn.ToString() });
        if (organisationNumber is not null && !OrganisationNumber.IsValid(organisationNumber))
            violations.Add(new(ViolationCode.OrganisationNumber) { Member = "organisationNumber", About = organisationNumber });
        return violations.ToImmutable();
    }

    /// <summary>Why a founding cannot be put right so: decisions that would come before it are named.</summary>
    public static ImmutableArray<Violation> CheckCorrection(ClusterHistory history, ClusterCorrected correction, DateOnly today) =>
    [
        .. Check(correction.FoundedOn, correction.OrganisationNumber, today),
        .. history.Chronicle.Facts.TakeWhile(f => f.From.First < correction.FoundedOn.First).DistinctBy(f => f.Decision).Select(f =>
            new Violation(ViolationCode.BeforeCluster) { Member = "foundedOn", Date = f.From, About = correction.FoundedOn.ToString(), ConflictsWith = f.Decision }),
    ];
}
