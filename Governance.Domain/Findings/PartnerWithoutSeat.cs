using Governance.Domain.Clusters;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Domain.Findings;

/// <summary>A partner takes part in the cluster, and no seat in any body represents it.</summary>
internal static class PartnerWithoutSeat
{
    /// <param name="among">Only these; null for all.</param>
    public static IEnumerable<Finding> Of(ClusterHistory history, Cluster cluster, DateOnly day, IReadOnlySet<PartnerId>? among)
    {
        if (among?.Count == 0) yield break;
        var bodies = cluster.Bodies.Values.Select(b => new BodyOnDay(history, Persons.None, cluster, b, day)).ToList();
        var represented = bodies.SelectMany(b => b.Seats).Select(s => s.Seat.Description.Represents?.Partner).ToHashSet();
        foreach (var partner in cluster.Partners.Values.Where(p => p.IsPresent && among?.Contains(p.Id) != false && !represented.Contains(p.Id)))
        {
            var since = bodies.Select(b => Left(b, partner)).Prepend(partner.Admitted).MaxBy(d => d.First);
            var name = partner.Names.Current.Phrase();
            yield return new(FindingCode.PartnerWithoutSeat, new() { Partner = partner.Id }, since, new(
                $"{name.Nb} er partner, men ingen plass i noe organ representerer den.", $"{name.En} is a partner, but no seat in any body represents it."));
        }
    }

    /// <summary>First day after a body last had a seat for the partner; the partner's first day if it never had.</summary>
    private static PartialDate Left(BodyOnDay body, Partner partner)
    {
        var subject = new Subject { Body = body.Body.Id, Partner = partner.Id };
        var since = Beginnings.Of(body, FindingCode.PartnerWithoutSeat, subject, alone: true, then => !then.Represents(partner.Id));
        return since.First == body.Body.Established.First ? partner.Admitted : since;
    }
}
