using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Tests.Domain.Laws;

public sealed class TimeLaws
{
    [Fact]
    public void The_state_at_a_day_as_known_at_a_moment_is_what_the_definition_says() => Law.Holds(60, chance =>
    {
        var history = AnyStory.OfAll(chance).History;
        foreach (var knownAt in history.Acts.Select(a => a.RecordedAt).Where((_, i) => i % 3 == 0).SelectMany(at => (DateTimeOffset[])[at.AddMicroseconds(-1), at]).Append(DateTimeOffset.MaxValue))
        {
            var known = history.KnownAt(knownAt);
            foreach (var day in Days(history))
                Same(known.AsOf(day), Reference.State(history.Acts, day, knownAt), $"on {day:O} as known at {knownAt:O}");
        }
    });

    [Fact]
    public void The_state_as_known_at_a_moment_does_not_depend_on_what_was_recorded_later() => Law.Holds(60, chance =>
    {
        var then = new List<ClusterHistory>();
        var now = AnyStory.OfDecisions(chance, then.Add).History;
        foreach (var history in then) Same(now.KnownAt(history.RecordedAt), history);
    });

    [Fact]
    public void An_annulled_decision_is_as_if_never_recorded() => Law.Holds(60, chance =>
    {
        var told = AnyStory.OfDecisions(chance);
        foreach (var id in told.History.Decisions.Keys)
            if (told.TryAnnul(id) is DecisionOutcome.Accepted annulled)
                Same(annulled.Entry.After(told.History), Without(told.History, id));
    });

    [Fact]
    public void Decisions_that_differ_in_their_days_come_to_the_same_in_any_order_that_the_rules_allow() => Law.Holds(60, chance =>
    {
        var told = AnyStory.OfDecisions(chance, each: null);
        var holding = told.History.Decisions.Values.Where(d => d.Annulment is null).DistinctBy(d => d.Current.Head.DecidedOn.First).OrderBy(d => d.Position).ToList();
        var inOrder = Recorded(holding, _ => 0);
        var byChance = Recorded(inOrder.Decisions, chance: new Random(holding.Count).Next);
        if (byChance.Decisions.Count == inOrder.Decisions.Count) Same(inOrder.After, byChance.After);
    });

    [Fact]
    public void A_history_built_act_by_act_is_the_one_built_at_once() => Law.Holds(60, chance =>
    {
        var history = AnyStory.OfAll(chance).History;
        Same(history, ClusterHistory.Empty(history.Id).With(history.Acts));
    });

    [Fact]
    public void Every_state_that_is_kept_passes_the_rules_when_all_is_checked_anew() => Law.Holds(60, chance =>
    {
        var history = AnyStory.OfAll(chance).History;
        var refusals = new List<Refusal>();
        history.FromTheStart(null).Rewrite(history.Chronicle.Facts, [], refusals.Add);
        refusals.Should().BeEmpty();
    });

    [Fact]
    public void What_is_refused_changes_nothing_and_is_refused_for_a_reason() => Law.Holds(100, chance =>
    {
        var told = AnyStory.OfAll(chance);
        var (history, before) = (told.History, Days(told.History).Select(d => Snapshot.Of(told.History.AsOf(d))).ToList());
        var any = new AnyDecision(told, new Random(before.Count));
        for (var i = 0; i < 10; i++)
            if (told.Register().Record(any.Next()) is DecisionOutcome.Refused refused)
                refused.Violations.Should().NotBeEmpty();
        Days(history).Select(d => Snapshot.Of(history.AsOf(d))).Should().Equal(before);
    });

    private static ClusterHistory Without(ClusterHistory history, DecisionId id) => ClusterHistory.Empty(history.Id).With(
        [.. history.Acts.Where(a => a.Event is not DecisionRecorded { Decision: var r } || r != id).Where(a => a.Event is not DecisionCorrected { Decision: var c } || c != id)
            .Where(a => a.Event is not DecisionAnnulled { Decision: var n } || n != id).Select((act, i) => act with { Position = i + 1 })]);

    /// <summary>As many of the decisions as the rules allow, each the next that they allow among those left, by chance.</summary>
    private static (List<RecordedDecision> Decisions, Chronicle After) Recorded(IEnumerable<RecordedDecision> decisions, Func<int, int> chance)
    {
        var (left, done, chronicle) = (decisions.ToList(), new List<RecordedDecision>(), (Chronicle?)null);
        chronicle = AnyDecision.Beginning().History.FromTheStart(null);
        while (left.Count > 0)
        {
            var allowed = left.Select(d => (Decision: d, After: Checked(chronicle, d, done.Count + 1))).Where(d => d.After is not null).ToList();
            if (allowed.Count == 0) break;
            var next = allowed[chance(allowed.Count)];
            (chronicle, _) = (next.After!, left.Remove(next.Decision));
            done.Add(next.Decision);
        }
        return (done, chronicle);
    }

    private static Chronicle? Checked(Chronicle chronicle, RecordedDecision decision, int position)
    {
        var refused = false;
        var after = chronicle.Rewrite(decision.Facts.Select(f => f with { Position = position }), [], _ => refused = true);
        return refused ? null : after;
    }

    private static IEnumerable<DateOnly> Days(ClusterHistory history) => Days(history.Chronicle);

    private static IEnumerable<DateOnly> Days(Chronicle chronicle) =>
        chronicle.Days.SelectMany(d => (DateOnly[])[d.Date.AddDays(-1), d.Date]).Prepend(new DateOnly(2014, 12, 31)).Append(new DateOnly(2040, 1, 1)).Distinct();

    private static void Same(ClusterHistory actual, ClusterHistory expected)
    {
        Same(actual.Chronicle, expected.Chronicle);
        actual.CaseNumbers.Should().Equal(expected.CaseNumbers);
    }

    private static void Same(Chronicle actual, Chronicle expected)
    {
        foreach (var day in Days(actual).Union(Days(expected))) Same(actual.AsOf(day), expected.AsOf(day), $"on {day:O}");
    }

    private static void Same(Cluster? actual, Cluster? expected, string when)
    {
        var (a, e) = (Snapshot.Of(actual), Snapshot.Of(expected));
        if (a != e) a.Split('\n').Should().Equal(e.Split('\n'), because: when);
    }
}
