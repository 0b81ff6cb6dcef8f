using System.Text.Json;
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
        var rows = Told(history).Opened.ToList();
        foreach (var act in history.Acts.Where((_, i) => i % 4 == 0).Append(history.Acts[^1]))
        {
            var known = history.KnownAt(act.RecordedAt);
            var then = rows.Where(r => r.Row.Since <= act.RecordedAt && !(r.Until <= act.RecordedAt)).Select(r => r.Row).ToList();
            foreach (var day in Days(history))
                Lines(then.Where(r => r.From <= day && !(r.Until <= day)).Select(r => Line(r.Columns))).Should().Be(Lines(Folded(known, day)), "on {0:O} as known at {1:O}", day, act.RecordedAt);
        }
    });

    [Fact]
    public void Telling_of_some_acts_after_the_others_comes_to_the_same_rows() => Law.Holds(30, chance =>
    {
        var history = AnyStory.OfDecisions(chance).History;
        var whole = Told(history).Opened;

        var ledger = Told(history, (int)history.Position / 2);
        var kept = ledger.Opened.ToDictionary(r => r.Row);
        ledger.Settle();
        foreach (var act in history.Acts.Skip((int)history.Position / 2)) ledger.Add(act);
        foreach (var (row, at) in ledger.Ended) kept[row] = kept[row] with { Until = at };
        Lines(kept.Values.Concat(ledger.Opened).Select(Line)).Should().Be(Lines(whole.Select(Line)));
    });

    private static Ledger Told(ClusterHistory history, int acts = int.MaxValue)
    {
        var ledger = new Ledger(history.Id, history.Acts.FindAll(a => Ledger.Retells(a.Event)));
        foreach (var act in history.Acts.Take(acts)) ledger.Add(act);
        return ledger;
    }

    private static IEnumerable<DateOnly> Days(ClusterHistory history) =>
        history.Chronicle.Days.SelectMany(d => (DateOnly[])[d.Date.AddDays(-1), d.Date]).Concat(Enumerable.Range(2015, 26).Select(year => new DateOnly(year, 1, 1))).Distinct();

    private static IEnumerable<string> Folded(ClusterHistory known, DateOnly day)
    {
        var decisions = known.Decisions.Values.Where(d => d.Annulment is null && d.Current.Head.DecidedOn.First <= day).Select(Snapshots.Of);
        var rest = known.AsOf(day) is not { } state ? [] : state.Bodies.Values.SelectMany(b => Snapshots.Of(state, b, day)).Concat(state.Partners.Values.SelectMany(Snapshots.Of)).Concat(Snapshots.Of(state, day));
        return decisions.Concat(rest.Select(s => s.Columns)).Select(Line);
    }

    private static string Lines(IEnumerable<string> told) => string.Join('\n', told.Order(StringComparer.Ordinal));

    private static string Line(KnownRow known) => $"{Line(known.Row.Columns)} {known.Row.From:O} {known.Row.Until:O} {known.Row.Since:O} {known.Until:O}";

    private static string Line(Columns columns) => columns.Table.Name + JsonSerializer.Serialize(columns.Values);
}
