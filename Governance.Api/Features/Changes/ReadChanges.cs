using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Governance.Api.Http;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Changes;

/// <summary>Which piece of the feed.</summary>
public sealed record ChangesQuestion(
    [Inline] ReadKnown At,
    [Description("The position after which to begin; absent: from the first act.")] long? After = null,
    [Description("How many at most.")][Range(1, 500)] int Limit = 100,
    [Description("Tell also of what was recorded beforehand and took effect since: after this day, such as 2026-01-31, then the took of the answer before.")] EffectCursor? Took = null);

/// <summary>Registrations in order, without gaps. <c>Next</c> is the position to ask for what follows, where more follows.</summary>
/// <param name="TookEffect">What has taken effect since, where it is asked for; as many as of the registrations at most.</param>
/// <param name="Took">What to ask for the rest by, and for what takes effect later: each is told once.</param>
public sealed record ChangesAnswer(IReadOnlyList<Registration> Changes, long? Next, IReadOnlyList<EffectEntry>? TookEffect = null, string? Took = null);

/// <summary>The gap-free feed of registrations, for machines.</summary>
internal static class ReadChanges
{
    public static Task<IResult> HandleAsync(string cluster, QueryParameters<ChangesQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, Known(since.Value, asked.Value.Took), asked.Value.At.Today, asked.Value, view =>
        {
            var changes = Registration.After(view, asked.Value.After ?? 0, asked.Value.Limit);
            var answer = new ChangesAnswer(changes, changes.Count > 0 && changes[^1].Position < view.History.Position ? changes[^1].Position : null);
            if (asked.Value.Took is not { } cursor) return answer;
            var (told, next) = cursor.Take(view, asked.Value.Limit);
            return answer with { TookEffect = [.. told.Select(t => EffectEntry.Of(t.Effect))], Took = next.ToString() };
        }, ct);

    private static ReadSince Known(ReadSince since, EffectCursor? took) => took is null ? since : new(Math.Max(since.MinPosition ?? 0, took.Known));
}
