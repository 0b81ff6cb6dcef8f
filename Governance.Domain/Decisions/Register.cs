using System.Collections.Immutable;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions.Drafting;

namespace Governance.Domain.Decisions;

/// <summary>Takes decisions into a cluster's register: each is checked against the whole timeline, and accepted or refused whole.</summary>
/// <param name="history">What is known so far; it must have been founded.</param>
/// <param name="today">The day it is in the cluster's time zone.</param>
/// <param name="newId">Makes ids that were never used.</param>
public sealed class Register(ClusterHistory history, DateOnly today, Func<Guid> newId)
{
    /// <summary>Enters a new decision.</summary>
    public DecisionOutcome Record(Decision decision)
    {
        var id = new DecisionId(newId());
        var draft = new Draft(history, history.Chronicle, decision, id, 1, history.Position + 1, new Refs(), new KeptIds(), newId);
        return Enter(draft, id, [], head => new DecisionRecorded(id, head, Registered(draft), Drafter.Refs(decision)));
    }

    /// <summary>Puts another revision in the place of a decision's last; a decision that is annulled is reinstated.</summary>
    public DecisionOutcome Correct(DecisionId id, Decision decision, string reason)
    {
        if (!history.Decisions.TryGetValue(id, out var before)) return Unknown(id);
        var around = history.Chronicle.Rewrite([], before.Facts, _ => { });
        var kept = new KeptIds(before.Current, around, decision);
        var revision = before.Revisions.Count + 1;
        var draft = new Draft(history, around, decision, id, revision, before.Position, new Refs(), kept, newId);
        return Enter(draft, id, before.Facts, head => new DecisionCorrected(id, revision, head, Registered(draft), Drafter.Refs(decision), reason));
    }

    /// <summary>Makes a decision invalid from the start, perhaps because another one says so.</summary>
    public DecisionOutcome Annul(DecisionId id, string reason, DecisionId? by)
    {
        if (!history.Decisions.TryGetValue(id, out var before)) return Unknown(id);
        if (by is { } other && !history.Decisions.ContainsKey(other)) return Unknown(other, "decision");
        if (before.Annulment is not null) return new DecisionOutcome.Refused([new(ViolationCode.AlreadyAnnulled) { About = before.Current.Head.Title }]);
        var refusals = Refusals([], before.Facts);
        if (refusals.Count > 0) return new DecisionOutcome.Refused([.. refusals.Select(new Blame([]).Of).Distinct()]);
        return new DecisionOutcome.Accepted(new(id, new DecisionAnnulled(id, reason, by), [], [], [], ImmutableDictionary<string, Guid>.Empty));
    }

    private DecisionOutcome Enter(Draft draft, DecisionId id, IReadOnlyCollection<Fact> replaced, Func<DecisionHead, RegisterEvent> act)
    {
        var head = Drafter.Run(draft, today);
        if (CaseKey.Of(head) is { } key && history.CaseNumbers.TryGetValue(key, out var holder) && holder != id)
            draft.Violations.Add(new(ViolationCode.CaseNumberTaken) { Member = "caseNumber", About = head.CaseNumber, Date = head.DecidedOn, ConflictsWith = holder });
        if (CaseKey.Of(head) is { } number && history.AgendaNumbers.TryGetValue(number, out var meeting) && history.PlannedMeetings[meeting].Plan.Number != head.Meeting)
            draft.Violations.Add(new(ViolationCode.CaseNumberTaken) { Member = "caseNumber", About = head.CaseNumber, Date = head.DecidedOn });
        var blame = new Blame([(id, null, draft.Facts)]);
        var violations = Consequences.Without([.. draft.Violations, .. Refusals(draft.Facts, replaced).Select(blame.Of)], draft.Decision, draft.MadeByChange).ToList();
        return violations.Count > 0
            ? new DecisionOutcome.Refused([.. violations.DistinctBy(v => (v.Code, v.Change, v.Member, v.Body, v.ConflictsWith, v.About))])
            : new DecisionOutcome.Accepted(new(id, act(head), [.. draft.Facts], [.. draft.Persons], [.. draft.Kept.Taken], draft.Named.ToImmutableDictionary()));
    }

    private List<Refusal> Refusals(IEnumerable<Fact> added, IReadOnlyCollection<Fact> removed)
    {
        var refusals = new List<Refusal>();
        history.Chronicle.Rewrite(added, removed, refusals.Add);
        return refusals;
    }

    private static IReadOnlyList<People.PersonId> Registered(Draft draft) => [.. draft.Persons.Select(p => p.Id)];

    /// <param name="member">Where it is named; null for the decision that the act is about.</param>
    private static DecisionOutcome.Refused Unknown(DecisionId id, string? member = null) => new([new(ViolationCode.UnknownDecision) { Member = member, About = id.ToString() }]);
}
