using System.Globalization;
using Governance.Domain.Views;

namespace Governance.Api.Features.Changes;

/// <summary>How far a reader of the feed has been told of what took effect: up to a mark, and on the way to another up to a place. As text <c>2026-01-31</c> to begin after a day, then as we gave it.</summary>
public sealed record EffectCursor(DateOnly Day, long? Position)
{
    private EffectCheckpoint? To { get; init; }

    private (DateOnly Day, long Recorded, int Index)? Last { get; init; }

    /// <summary>The position that an answer must know of, so that nothing recorded by then is passed over.</summary>
    public long Known => Math.Max(Position ?? 0, To?.Position ?? 0);

    /// <summary>What comes next up to the viewpoint's day, each with the cursor after it, and the cursor after all of them.</summary>
    public (IReadOnlyList<(EffectInForce Effect, EffectCursor After)> Told, EffectCursor Next) Take(Viewpoint view, int limit)
    {
        var told = new EffectCheckpoint(Day, Position ?? view.History.Position);
        var to = To ?? new(view.AsOf > Day ? view.AsOf : Day, Math.Max(told.Position, view.History.Position));
        var piece = EffectsInForce.Between(view, told, to).Where(e => Last is not { } last || e.Place.CompareTo(last) > 0).Take(limit + 1).ToList();
        var whole = piece.Count <= limit;
        var end = new EffectCursor(to.Day, to.Position);
        var all = piece.Take(limit).Select(e => (e, new EffectCursor(told.Day, told.Position) { To = to, Last = e.Place })).ToList();
        if (whole && all.Count > 0) all[^1] = (all[^1].e, end);
        return (all, whole ? end : all[^1].Item2);
    }

    /// <inheritdoc/>
    public override string ToString() => (Position, To, Last) switch
    {
        (null, _, _) => $"{Day:yyyy-MM-dd}",
        ({ } position, { } to, { } last) => $"{Day:yyyy-MM-dd}.{position}_{to.Day:yyyy-MM-dd}.{to.Position}_{last.Day:yyyy-MM-dd}.{last.Recorded}.{last.Index}",
        ({ } position, _, _) => $"{Day:yyyy-MM-dd}.{position}",
    };

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static EffectCursor? Read(string text) => text.Split('_').Select(part => part.Split('.')).ToList() switch
    {
        [[var day]] when Date(day) is { } from => new(from, null),
        [[var day, var position]] when Date(day) is { } from && Number(position) is { } at => new(from, at),
        [[var day, var position], [var day2, var position2], [var day3, var recorded, var index]]
            when Date(day) is { } from && Number(position) is { } at && Date(day2) is { } to && Number(position2) is { } by && Date(day3) is { } on && Number(recorded) is { } last && Number(index) is { } place and <= int.MaxValue
            => new(from, at) { To = new(to, by), Last = (on, last, (int)place) },
        _ => null,
    };

    private static DateOnly? Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
