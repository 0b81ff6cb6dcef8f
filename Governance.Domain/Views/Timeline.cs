using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>What happened and what is decided to happen, oldest first: each day by its outcome. <c>Next</c> is what the rest is asked for by.</summary>
public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries, string? Next)
{
    /// <summary>So many entries after a place; null if one body's is asked for, and it never existed or may not be seen.</summary>
    /// <param name="after">The <c>Next</c> of the piece before; null for the beginning.</param>
    public static Timeline? Of(Viewpoint view, TimelineFilter filter, string? after, int limit)
    {
        if (filter.Body is { } body && BodyView.Of(view, body) is null) return null;
        var start = DateOnly.TryParseExact(after?.Split('-')[0], "yyyyMMdd", out var day) && !(day < filter.From) ? filter with { From = day } : filter;
        var piece = Steps(view, start).SkipWhile(s => after is not null && string.CompareOrdinal(Key(s.Fact), after) <= 0).Take(limit + 1).ToList();
        var more = piece.Count > limit;
        return new([.. piece.Take(limit).Select(s => TimelineEntry.Of(view, s))], more ? Key(piece[limit - 1].Fact) : null);
    }

    /// <summary>What the piece that begins with a day is asked for by.</summary>
    public static string At(DateOnly day) => $"{day:yyyyMMdd}";

    /// <summary>What each day came to, as far as it may be seen and is asked for.</summary>
    internal static IEnumerable<Step> Steps(Viewpoint view, TimelineFilter filter)
    {
        if (view.History.Founding is null) yield break;
        var chronicle = view.History.Chronicle;
        Day? last = null;
        foreach (var day in chronicle.After(filter.From > DateOnly.MinValue ? filter.From.Value.AddDays(-1) : DateOnly.MinValue).TakeWhile(d => filter.Takes(d.Date)))
        {
            var before = last?.After ?? chronicle.Before(day.Facts[0]);
            last = day;
            if (!filter.Takes(day)) continue;
            foreach (var fact in DayOutcome.Of(day, before))
                if (new Step(fact, before, day.After) is var step && filter.Takes(fact) && step.Seen(view) && filter.Takes(view, fact.Event, before, day.After))
                    yield return step;
        }
    }

    /// <summary>A fact's place in the order of time, as text in the same order.</summary>
    private static string Key(Fact fact) => $"{fact.From.First:yyyyMMdd}-{fact.DecidedOn.First:yyyyMMdd}-{fact.Position:d10}-{fact.Index:d6}";

    /// <summary>A fact between the evening before and the evening of its day.</summary>
    internal sealed record Step(Fact Fact, Cluster Before, Cluster After)
    {
        /// <summary>Whether anything of it may be seen.</summary>
        public bool Seen(Viewpoint view)
        {
            if (view.Audience == Audience.Reader || Fact.Event is not BodyEvent e) return true;
            if (!view.Sees(After, After.Bodies[e.Body])) return false;
            return e is not BodyMoved || BeforeAfter.Of(Telling(view), e, After) is var move && move.Before != move.After;
        }

        public SentenceContext Telling(Viewpoint view) => new(view, Fact, Before);
    }
}

/// <summary>Something that happened, or is decided to.</summary>
/// <param name="Type">The word of the event: <c>body-renamed</c>.</param>
/// <param name="Body">The body it happened to, by its name at the end of the day.</param>
/// <param name="Decision">The decision behind it; absent where it is internal.</param>
/// <param name="Position">Position of the decision in the register.</param>
/// <param name="Index">Place of the change in the decision, from 1.</param>
public sealed record TimelineEntry(
    PartialDate Date, string Sentence, string Type, BodyLink? Body, PartnerLink? Partner, string? Before, string? After, DecisionLink? Decision, long Position, int Index)
{
    internal static TimelineEntry Of(Viewpoint view, Timeline.Step step)
    {
        var (fact, before, after) = step;
        var change = BeforeAfter.Of(step.Telling(view), fact.Event, after);
        return new(
            fact.From, Sentences.Of(view, fact, before), Words.OfType(fact.Event.GetType()),
            fact.Event is BodyEvent body ? view.Link(after.Bodies[body.Body]) : null, fact.Event is PartnerEvent partner ? view.Link(after.Partners[partner.Partner]) : null,
            change.Before, change.After, view.Link(fact.Decision), fact.Position, fact.Index);
    }
}
