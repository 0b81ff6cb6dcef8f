using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Partners;

namespace Governance.Api.Reporting;

/// <summary>What rows are about as one: it is looked at anew whenever an act concerns it.</summary>
internal abstract record Subject
{
    private Subject()
    {
    }

    /// <summary>A body with its names, mandates, seats and those who sit in them.</summary>
    public sealed record OfBody(BodyId Id) : Subject;

    /// <summary>A partner with its names.</summary>
    public sealed record OfPartner(PartnerId Id) : Subject;

    /// <summary>A decision.</summary>
    public sealed record OfDecision(DecisionId Id) : Subject;

    /// <summary>The cluster itself, with its names and strategies.</summary>
    public sealed record OfCluster : Subject;

    /// <summary>What a decision's facts are about, and itself.</summary>
    public static IEnumerable<Subject> Of(RecordedDecision decision) => decision.Facts.Select(f => Of(f.Event)).Append(new OfDecision(decision.Id));

    private static Subject Of(FactEvent change) => change switch
    {
        BodyEvent e => new OfBody(e.Body),
        PartnerEvent e => new OfPartner(e.Partner),
        StrategyEvent => new OfCluster(),
        _ => throw new UnreachableException($"{change.GetType().Name} is about nothing."),
    };
}
