using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Domain.Mandates;

/// <summary>What may happen to a mandate, and what comes of it.</summary>
public static class MandateRules
{
    /// <summary>Why the fact cannot be, given what went before; null if it can.</summary>
    public static Violation? Check(Body body, Fact fact, MandateEvent change)
    {
        return (body.Mandate, change) switch
        {
            (_, MandateAdopted e) when e.ValidThrough?.Last < fact.From.First => Refused(ViolationCode.EndsBeforeStart, "validThrough"),
            (_, MandateAdopted e) when e.DueOn?.Last < fact.From.First => Refused(ViolationCode.DueBeforeStart, "dueOn"),
            (_, MandateAdopted) => null,
            (null, _) => Refused(ViolationCode.NoMandateToChange, "body"),
            ({ } mandate, MandateExtended e) when e.ValidThrough?.Last < mandate.From.First => Refused(ViolationCode.EndsBeforeStart, "validThrough"),
            ({ } mandate, MandateExtended e) when e.DueOn?.Last < mandate.From.First => Refused(ViolationCode.DueBeforeStart, "dueOn"),
            (_, MandateExtended or MandateConcluded or MandateRepealed) => null,
            _ => throw new UnreachableException($"{change.GetType().Name} is not about a mandate."),
        };

        Violation Refused(ViolationCode code, string member) => new(code) { Body = body.Id, About = body.Name.Text, Member = member, Date = fact.From };
    }

    /// <summary>The cluster after the fact.</summary>
    public static Cluster Apply(Cluster cluster, Fact fact, MandateEvent change) => BodyRules.Change(cluster, fact, change.Body, body => change switch
    {
        MandateAdopted e => body with
        {
            MandateVersions = body.MandateVersions + 1,
            Mandate = new(body.MandateVersions + 1, e.Points, e.Purpose, fact.From, e.ValidThrough, e.Deliverable, e.DueOn, fact.Decision),
        },
        MandateExtended e => body with
        {
            Mandate = body.Mandate! with { ValidThrough = e.ValidThrough ?? body.Mandate.ValidThrough, DueOn = e.DueOn ?? body.Mandate.DueOn },
        },
        MandateConcluded or MandateRepealed => body with { Mandate = null, WithoutMandateSince = fact.From },
        _ => throw new UnreachableException($"{change.GetType().Name} is not about a mandate."),
    });
}
