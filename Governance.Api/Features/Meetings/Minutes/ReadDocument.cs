using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Meetings.Minutes;

/// <summary>The minutes as a Word document, or as PDF where the machine can print, for whoever may read them.</summary>
internal static class ReadDocument
{
    private const string PdfType = "application/pdf";

    public static Task<IResult> WordAsync(string cluster, Guid id, QueryParameters<ReadKnown> at, QueryParameters<ReadSince> since, ClusterViews views, ReadLimiter limiter, HttpContext http, CancellationToken ct) =>
        AnswerAsync(cluster, id, at, since, views, limiter, http, "docx", MinutesDocument.MediaType, (lines, language) => Task.FromResult<byte[]?>(MinutesDocument.Of(lines, language)), ct);

    public static Task<IResult> PdfAsync(string cluster, Guid id, QueryParameters<ReadKnown> at, QueryParameters<ReadSince> since, ClusterViews views, PagePrinter printer, ReadLimiter limiter, HttpContext http, CancellationToken ct) =>
        AnswerAsync(cluster, id, at, since, views, limiter, http, "pdf", PdfType, (lines, language) => printer.PrintAsync(MinutesHtml.Of(lines, language), ct), ct);

    private static async Task<IResult> AnswerAsync(
        string cluster, Guid id, QueryParameters<ReadKnown> at, QueryParameters<ReadSince> since, ClusterViews views, ReadLimiter limiter, HttpContext http, string ending, string mediaType,
        Func<IReadOnlyList<MinutesLine>, Language, Task<byte[]?>> make, CancellationToken ct)
    {
        var (seen, refusal) = await views.SeeAsync(http, cluster, since.Value, at.Value.Today, ct);
        if (seen is null) return refusal!;
        if (MinutesView.Of(seen.View, new(id)) is not { } minutes) return Problem.NotFound;
        var (place, busy) = await limiter.TakeAsync(http, ReadCost.Processor, ct);
        if (place is null) return busy!;
        using var held = place;
        http.Response.Headers.CacheControl = "no-store";
        var name = seen.View.Language == Language.En ? "minutes" : "protokoll";
        return await make([.. MinutesLines.Of(minutes, seen.View.Language)], seen.View.Language) is { } bytes
            ? TypedResults.File(bytes, mediaType, $"{name}-{minutes.Number.Replace('/', '-')}.{ending}")
            : Problem.NotFound;
    }
}
