using Governance.Api.Clusters;
using Governance.Domain.Bodies;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Http.Problems;

/// <summary>A violation as answers tell it.</summary>
/// <param name="Entry">Place of the decision in an import, from 0.</param>
/// <param name="Change">Place of the change in the decision, from 0.</param>
public sealed record ViolationView(
    ViolationCode Code, string Message, int? Entry, int? Change, string? Member, BodyId? Body, PartialDate? Date, IReadOnlyList<Candidate> Candidates, DecisionId? ConflictsWith)
{
    /// <summary>Its place, by JSON pointer, in a document of another form than ours.</summary>
    public string? At { get; init; }

    /// <summary>The violation in one language.</summary>
    public static ViolationView Of(Violation v, LiveCluster cluster, Language language)
    {
        var other = v.ConflictsWith is { } id && cluster.History.Decisions.TryGetValue(id, out var decision) ? decision.Current.Head : null;
        return new(v.Code, Text(v, cluster, other).In(language), v.Entry, v.Change, v.Member, v.Body, v.Date, v.Candidates, v.ConflictsWith);
    }

    /// <summary>The violation in words, with the name of who holds what is taken.</summary>
    /// <param name="conflicting">The decision that it is in conflict with.</param>
    /// <param name="write">How dates are written; null for as they are stored.</param>
    public static Phrase Text(Violation v, LiveCluster cluster, DecisionHead? conflicting, Func<PartialDate, string>? write = null) =>
        ViolationTexts.Of(v, conflicting, v.Holder is { } holder && cluster.Persons.Find(cluster.History.Aliases.GetValueOrDefault(holder, holder)) is { Erased: false } card ? card.Name.Text : null, write);
}
