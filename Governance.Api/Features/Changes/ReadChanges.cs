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
    [Description("How many at most.")][Range(1, 500)] int Limit = 100);

/// <summary>Registrations in order, without gaps. <c>Next</c> is the position to ask for what follows, where more follows.</summary>
public sealed record ChangesAnswer(IReadOnlyList<Registration> Changes, long? Next);

/// <summary>The gap-free feed of registrations, for machines.</summary>
internal static class ReadChanges
{
    public static Task<IResult> HandleAsync(string cluster, Asked<ChangesQuestion> asked, Asked<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.JsonAsync(http, cluster, since.Value, asked.Value.At.Today, asked.Value, view =>
        {
            var changes = Registration.After(view, asked.Value.After ?? 0, asked.Value.Limit);
            return new ChangesAnswer(changes, changes.Count > 0 && changes[^1].Position < view.History.Position ? changes[^1].Position : null);
        }, ct);
}
