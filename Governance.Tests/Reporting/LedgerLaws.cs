using Governance.Api.Reporting;
using Governance.Domain.Clusters;
using Governance.Tests.Domain.Laws;

namespace Governance.Tests.Reporting;

public sealed class LedgerLaws
{
    [Fact]
    public void The_rows_of_a_day_as_known_at_a_moment_are_what_the_fold_says() => Law.Holds(15, chance =>
    {
        var history = AnyStory.OfAll(chance).History;
        var rows = Told(history, history.AtPosition(0)).Opened.ToList();
        foreach (var act in history.Acts.Where((_, i) => i % 4 == 0).Append(history.Acts[^1]))
        {
            var known = history.KnownAt(act.RecordedAt);
            var then = rows.Where(r => r.From <= act.RecordedAt && !(r.Until <= act.RecordedAt)).Select(r => r.Row).ToList();
            foreach (var day in Days(history))
                Lines(then.Where(r => r.From <= day && !(r.Until <= day)).Select(Said)).Should().Be(Lines(Folded(known, day)), "on {0:O} as known at {1:O}", day, act.RecordedAt);
        }
    });

    [Fact]
    public void Going_on_from_anywhere_comes_to_the_same_rows() => Law.Holds(30, chance =>
    {
        var history = AnyStory.OfDecisions(chance).History;
        var whole = Told(history, history.AtPosition(0)).Opened;

        var first = Told(history.AtPosition(history.Position / 2), history.AtPosition(0));
        var second = Told(history, history.AtPosition(history.Position / 2));

        var kept = first.Opened.ToDictionary(r => (r.Row, r.Until is null ? DateTimeOffset.MaxValue : r.From));
        foreach (var (row, at) in second.Ended) kept[(row, DateTimeOffset.MaxValue)] = kept[(row, DateTimeOffset.MaxValue)] with { Until = at };
        Lines(kept.Values.Concat(second.Opened).Select(r => r.ToString())).Should().Be(Lines(whole.Select(r => r.ToString())));
    });

    private static Ledger Told(ClusterHistory history, ClusterHistory basis)
    {
        var ledger = new Ledger(basis);
        foreach (var act in history.Acts.Skip((int)basis.Position)) ledger.Add(act);
        return ledger;
    }

    private static IEnumerable<DateOnly> Days(ClusterHistory history) =>
        history.Chronicle.Days.SelectMany(d => (DateOnly[])[d.Date.AddDays(-1), d.Date]).Concat(Enumerable.Range(2015, 26).Select(year => new DateOnly(year, 1, 1))).Distinct();

    private static IEnumerable<string> Folded(ClusterHistory known, DateOnly day)
    {
        var decisions = known.Decisions.Values.SelectMany(Slices.Of).Where(r => r.From <= day).Select(Said);
        if (known.AsOf(day) is not { } state) return decisions;
        return state.Bodies.Values.SelectMany(b => Slices.Of(state, b, day)).Concat(state.Partners.Values.SelectMany(Slices.Of)).Concat(Slices.Of(state, day)).Select(s => $"{s.Table.Name} {s.Values}").Concat(decisions);
    }

    private static string Lines(IEnumerable<string> told) => string.Join('\n', told.Order(StringComparer.Ordinal));

    private static string Said(Row row) => $"{row.Table.Name} {row.Values}";
}
