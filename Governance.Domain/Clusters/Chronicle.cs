using System.Collections.Immutable;
using Governance.Domain.Decisions;

namespace Governance.Domain.Clusters;

/// <summary>A day on which something changed: its facts in order, and the state they left.</summary>
public sealed class Day(DateOnly date, ImmutableList<Fact> facts, Cluster after)
{
    private int firstDecided = -1;

    public DateOnly Date => date;

    public ImmutableList<Fact> Facts => facts;

    public Cluster After => after;

    /// <summary>The day on which the first of its facts was decided.</summary>
    public DateOnly FirstDecided => DateOnly.FromDayNumber(firstDecided >= 0 ? firstDecided : firstDecided = facts.Min(f => f.DecidedOn.First.DayNumber));
}

/// <summary>All facts in the order of time, with the state after each day on which something changed. Immutable; versions share what did not change.</summary>
public sealed class Chronicle
{
    private static readonly IComparer<Day> ByDate = Comparer<Day>.Create((a, b) => a.Date.CompareTo(b.Date));

    private readonly Cluster start;
    private readonly ImmutableList<Day> days;

    private Chronicle(Cluster start, ImmutableList<Day> days) => (this.start, this.days) = (start, days);

    /// <summary>A cluster of which nothing is known but its founding.</summary>
    public static Chronicle From(Cluster start) => new(start, []);

    /// <summary>The days on which something changed, oldest first.</summary>
    public IReadOnlyList<Day> Days => days;

    /// <summary>All facts in the order of time.</summary>
    public IEnumerable<Fact> Facts => days.SelectMany(d => d.Facts);

    /// <summary>The state at the end of a day; null before the founding.</summary>
    public Cluster? AsOf(DateOnly day) => day < start.Founded.First ? null : StateAt(IndexAfter(day) - 1);

    /// <summary>The days after one on which something changed, oldest first.</summary>
    public IEnumerable<Day> After(DateOnly day) => days.Skip(IndexAfter(day));

    /// <summary>The state on a fact's day just before it, in the order of that day.</summary>
    public Cluster Before(Fact fact)
    {
        var next = IndexAfter(fact.From.First);
        if (next == 0 || days[next - 1] is not { } day || day.Date != fact.From.First || IsLast(day, fact)) return StateAt(next - 1);
        return day.Facts.TakeWhile(f => Fact.InTime.Compare(f, fact) < 0).Aggregate(StateAt(next - 2), Rules.Apply);
    }

    /// <summary>These facts taken out and those put in, by folding anew from the first day it touches. With <paramref name="refused"/> every fact from that day on is checked, and one that cannot be is told and left out.</summary>
    public Chronicle Rewrite(IEnumerable<Fact> added, IReadOnlyCollection<Fact> removed, Action<Refusal>? refused)
    {
        var incoming = ByDay(added);
        if (incoming.Count == 0 && removed.Count == 0) return this;
        var touched = incoming.Keys.Concat(removed.Select(f => f.From.First)).Min();
        var outgoing = new HashSet<Fact>(removed, ReferenceEqualityComparer.Instance);
        var first = IndexBefore(touched);
        var doubtful = new List<(DayFault Fault, ImmutableList<Fact> Facts)>();
        var kept = days.RemoveRange(first, days.Count - first).ToBuilder();
        var state = StateAt(first - 1);
        if (first < days.Count && days[first] is var day && day.Date == touched && removed.All(f => f.From.First != touched) && IsLast(day, incoming[touched][0]))
        {
            // The day is as it was up to its end: the new facts go on from there.
            incoming.Remove(day.Date, out var more);
            state = Fold(day.After, more!, refused, doubtful, out var held);
            kept.Add(new(day.Date, day.Facts.AddRange(held), state));
            first++;
        }
        foreach (var (date, facts) in Merge(first, incoming, outgoing))
        {
            state = Fold(state, facts, refused, doubtful, out var held);
            if (!held.IsEmpty) kept.Add(new(date, held, state));
        }
        var rewritten = new Chronicle(start, kept.ToImmutable());
        if (refused is null) return rewritten;
        doubtful.AddRange(removed.Select(f => f.From.First).Distinct().SelectMany(date => rewritten.Standing(date, removed)));
        foreach (var (fault, facts) in doubtful.Where(d => !d.Fault.Handover!.IsPossible(state))) refused(Refusal(fault, facts));
        return rewritten;
    }

    private static Dictionary<DateOnly, List<Fact>> ByDay(IEnumerable<Fact> facts)
    {
        var byDay = new Dictionary<DateOnly, List<Fact>>();
        foreach (var fact in facts)
        {
            if (!byDay.TryGetValue(fact.From.First, out var others)) byDay.Add(fact.From.First, others = []);
            others.Add(fact);
        }
        foreach (var day in byDay.Values) day.Sort(Fact.InTime);
        return byDay;
    }

    private IEnumerable<(DateOnly Date, List<Fact> Facts)> Merge(int first, Dictionary<DateOnly, List<Fact>> incoming, HashSet<Fact> outgoing)
    {
        var old = Enumerable.Range(first, days.Count - first).Select(i => days[i]).ToDictionary(d => d.Date, d => d.Facts);
        foreach (var date in old.Keys.Union(incoming.Keys).Order())
        {
            var facts = incoming.GetValueOrDefault(date, []);
            if (old.TryGetValue(date, out var before))
            {
                facts.AddRange(before.Where(f => !outgoing.Contains(f)));
                facts.Sort(Fact.InTime);
            }
            yield return (date, facts);
        }
    }

    /// <summary>Who stands side by side on a day from which facts are gone, in the bodies that those were about.</summary>
    private IEnumerable<(DayFault Fault, ImmutableList<Fact> Facts)> Standing(DateOnly date, IEnumerable<Fact> gone) =>
        from id in gone.Where(f => f.From.First == date).Select(f => f.Event).OfType<CompositionEvent>().Select(e => e.Body).Distinct()
        let body = AsOf(date)?.LivingBody(id)
        where body is not null
        from fault in DayRules.Held(AsOf(date)!, body, date)
        where fault.Handover is not null
        select (fault, days.Find(d => d.Date == fault.Handover!.Later.From.First)!.Facts);

    private static Refusal Refusal(DayFault fault, ImmutableList<Fact> facts) => new(fault.Violation with { Date = facts[0].From.First }, [.. fault.Parties(facts)]);

    private static Cluster Fold(Cluster state, List<Fact> facts, Action<Refusal>? refused, List<(DayFault, ImmutableList<Fact>)> doubtful, out ImmutableList<Fact> held)
    {
        if (refused is null)
        {
            held = [.. facts];
            return facts.Aggregate(state, Rules.Apply);
        }
        var passed = ImmutableList.CreateBuilder<Fact>();
        foreach (var fact in facts)
        {
            if (Rules.Check(state, fact) is { } violation)
            {
                refused(new(violation, [fact]));
                continue;
            }
            state = Rules.Apply(state, fact);
            passed.Add(fact);
        }
        held = passed.ToImmutable();
        if (!held.IsEmpty)
        {
            foreach (var fault in DayRules.Check(state, held))
            {
                if (fault.Handover is not null) doubtful.Add((fault, held));
                else refused(Refusal(fault, held));
            }
        }
        return state;
    }

    private static bool IsLast(Day day, Fact fact) => Fact.InTime.Compare(day.Facts[^1], fact) < 0;

    private Cluster StateAt(int index) => index < 0 ? start : days[index].After;

    private int IndexBefore(DateOnly day) => days.BinarySearch(new(day, [], start), ByDate) is var i && i >= 0 ? i : ~i;

    private int IndexAfter(DateOnly day) => days.BinarySearch(new(day, [], start), ByDate) is var i && i >= 0 ? i + 1 : ~i;
}

/// <summary>Something that cannot be, and the facts that are parties to it.</summary>
public sealed record Refusal(Violation Violation, ImmutableArray<Fact> Parties);
