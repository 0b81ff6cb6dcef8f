using Governance.Api.Clusters;
using Governance.Api.Features.Findings;
using Governance.Api.Http.Problems;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Findings;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Decisions;

/// <summary>What would come of a decision: everything that is wrong with it, or what it would do. Nothing is stored.</summary>
/// <param name="Kept">Ids that a correction would take over.</param>
/// <param name="Structure">Before and after, on the day its last change takes effect.</param>
/// <param name="PastAnswers">Answers about days gone by that would be other ones.</param>
/// <param name="Terms">Every term that would become another one.</param>
public sealed record Preview(
    IReadOnlyList<ViolationView> Violations, IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<string> Sentences, IReadOnlyList<ChangeMade> Changes,
    IReadOnlyList<Guid> Kept, BeforeAndAfter? Structure, IReadOnlyList<PastAnswer> PastAnswers, IReadOnlyList<TermChange> Terms)
{
    /// <summary>The preview of an outcome on a state.</summary>
    public static Preview Of(LiveCluster live, DecisionOutcome outcome, DateOnly today, Language language) => outcome switch
    {
        DecisionOutcome.Refused refused => new([.. refused.Violations.Select(v => ViolationView.Of(v, live, language))], [], [], [], [], null, [], []),
        DecisionOutcome.Accepted { Entry: var entry } => Of(live, entry, today, language),
        _ => throw new System.Diagnostics.UnreachableException($"{outcome.GetType().Name} is no outcome."),
    };

    private static Preview Of(LiveCluster live, Entry entry, DateOnly today, Language language)
    {
        var persons = live.Persons.With(entry.Persons.Select(p => PersonCards.Of(People.NewPersons.Row(p))));
        var dates = entry.Facts.Select(f => f.From.First).DefaultIfEmpty(today).ToList();
        var after = new Viewpoint(entry.After(live.History), dates.Max(), persons, Audience.Reader, language);
        var changes = entry.Act is DecisionAnnulled ? [] : ChangesMade.Of(after, after.History.Decisions[entry.Decision].Current);
        var findings = FindingList.Brought(live.History, after.History, dates.Append(today).Max(), persons);
        return new(
            [], [.. findings.Select(f => FindingAnswer.Of(f, language))], [.. changes.Select(c => c.Sentence)], changes, [.. entry.Kept],
            new(Domain.Views.Structure.Of(after with { History = live.History }), Domain.Views.Structure.Of(after)),
            PastAnswer.Changed(live.History, after with { AsOf = today }),
            TermChange.Of(live.History, after, entry.Facts));
    }
}

/// <summary>The structure before and after.</summary>
public sealed record BeforeAndAfter(Structure Before, Structure After);
