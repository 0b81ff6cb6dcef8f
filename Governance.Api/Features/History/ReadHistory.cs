using System.ComponentModel;
using System.Text.Json.Serialization;
using Governance.Api.Features.Compare;
using Governance.Api.Http;
using Governance.Api.Security;
using Governance.Domain.Bodies;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.History;

/// <summary>How history is told.</summary>
[JsonConverter(typeof(KebabCase<HistoryView>))]
public enum HistoryView
{
    /// <summary>What each day came to.</summary>
    Timeline,

    /// <summary>Every registration, with corrections and annulments nested; for readers.</summary>
    Audit,
}

/// <summary>Which part of history, told how.</summary>
public sealed record HistoryQuestion(
    [Inline] ReadKnown At, [Inline] Page Page,
    [Description("First day, inclusive.")] DateOnly? From = null,
    [Description("Last day, inclusive.")] DateOnly? To = null,
    [Description("The word of an event: body-renamed.")] string? Type = null,
    [Description("Only what concerns this person.")] Guid? Person = null,
    [Description("Only what concerns this partner.")] Guid? Partner = null,
    [Description("timeline tells what each day came to; audit every registration.")] HistoryView View = HistoryView.Timeline)
{
    /// <summary>The part asked for, of one body or of all.</summary>
    public TimelineFilter Filter(BodyId? body) => new(
        From, To, Type, Person is { } person ? new(person) : null, Partner is { } partner ? new(partner) : null, body);
}

/// <summary>The history of a cluster, and of one body.</summary>
internal static class ReadHistory
{
    public static Task<IResult> OfClusterAsync(
        string cluster, QueryParameters<HistoryQuestion> asked, QueryParameters<ReadSince> since, Caller caller, ClusterViews views, HttpContext http, CancellationToken ct) =>
        AnswerAsync(cluster, null, asked.Value, since.Value, caller, views, http, ct);

    public static Task<IResult> OfBodyAsync(
        string cluster, Guid id, QueryParameters<HistoryQuestion> asked, QueryParameters<ReadSince> since, Caller caller, ClusterViews views, HttpContext http, CancellationToken ct) =>
        AnswerAsync(cluster, new BodyId(id), asked.Value, since.Value, caller, views, http, ct);

    private static async Task<IResult> AnswerAsync(
        string cluster, BodyId? body, HistoryQuestion asked, ReadSince since, Caller caller, ClusterViews views, HttpContext http, CancellationToken ct)
    {
        var (filter, page) = (asked.Filter(body), asked.Page);
        if (asked.View == HistoryView.Timeline)
            return await views.JsonAsync(http, cluster, since, asked.At.Today, asked, view => Timeline.Of(view, filter, page.After, page.Limit), ct);
        if (!caller.Can(Role.Reader, cluster)) return caller.ActorId is null ? TypedResults.Challenge() : TypedResults.Forbid();
        return await views.JsonAsync(http, cluster, since, asked.At.Today, asked, (view, stop) => Audit.Of(view, filter, page.After, page.Limit, new WordDiff(ct: stop).Between), ct);
    }
}
