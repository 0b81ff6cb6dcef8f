using System.ComponentModel;
using System.IO.Pipelines;
using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Views;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Governance.Api.Features.Meetings.Papers;

/// <summary>What a paper is called.</summary>
public sealed record PaperQuestion([Description("What it is called, with its ending; a form names its file itself.")] string? Name = null);

/// <summary>The papers of items: added as they are, handed out as files and never shown in place.</summary>
internal static class PaperEndpoints
{
    private const int LongestName = 200;

    /// <summary>The bytes as they are, or the first file of a form of the service's own pages, which is then led back to the agenda.</summary>
    public static async Task<IResult> AddAsync(string cluster, Guid id, Guid item, QueryParameters<PaperQuestion> asked, Caller caller, ProceedingsDesk desk, StoredPapers papers, Ids ids, HttpContext http, CancellationToken ct)
    {
        if (!await desk.HasAsync(cluster, new(id), item, ct)) return Problem.NotFound;
        var (name, body) = await SentAsync(asked.Value.Name, http.Request, ct);
        if (name is null or { Length: 0 or > LongestName }) return Problem.Malformed([new("name", new($"Skal ha 1–{LongestName} tegn.", $"Must have 1–{LongestName} characters."))]);
        var (paper, fault) = await papers.AddAsync(cluster, ids.New(), new(id), name, caller.ActorId!, body, ct);
        if (paper is null) return StatusProblems.Of(fault == PaperFault.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status415UnsupportedMediaType);
        var answer = await desk.ChangeAsync(cluster, new(id), p => p.Item(item) is { } found ? p.With(found with { Papers = [.. found.Papers, paper] }) : null, StatusCodes.Status201Created, ct);
        if (answer is Problem) await papers.RemoveAsync(cluster, paper.Id, ct);
        return http.Request.HasFormContentType && answer is not Problem ? new SeeOther($"{http.Request.PathBase}/{cluster}/meetings/{id}/agenda#item-{item}") : answer;
    }

    private static async Task<(string? Name, PipeReader Body)> SentAsync(string? name, HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType || MediaTypeHeaderValue.Parse(request.ContentType).Boundary is not { Length: > 0 } boundary) return (Named(name), request.BodyReader);
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(boundary).ToString(), request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
            if (section.AsFileSection() is { FileStream: { } file } sent) return (Named(sent.FileName), PipeReader.Create(file));
        return (null, request.BodyReader);
    }

    private static string? Named(string? name) => name is null ? null : Path.GetFileName(name.Replace('\\', '/')).Trim() is var file && Text.IsClean(file) ? file : null;

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }

    public static async Task<IResult> RemoveAsync(string cluster, Guid id, Guid item, Guid paper, ProceedingsDesk desk, StoredPapers papers, CancellationToken ct)
    {
        var answer = await desk.ChangeAsync(
            cluster, new(id), p => p.Item(item) is { } found && found.Papers.Any(f => f.Id == paper) ? p.With(found with { Papers = [.. found.Papers.Where(f => f.Id != paper)] }) : null, StatusCodes.Status200OK, ct);
        if (answer is not Problem) await papers.RemoveAsync(cluster, paper, ct);
        return answer;
    }

    /// <summary>To whoever may see the item: readers, and the public once the minutes are published.</summary>
    public static async Task<IResult> ReadAsync(string cluster, Guid id, Guid paper, ClusterViews views, SavedProceedings saved, StoredPapers papers, ReadLimiter limiter, HttpContext http, CancellationToken ct)
    {
        if (limiter.Charge(http) is { } tooMany) return tooMany;
        var (seen, refusal) = await views.SeeAsync(http, cluster, new ReadSince(), new ReadAt(), ct);
        if (seen is null) return refusal!;
        if (PlannedMeetingView.Of(seen.View, new(id)) is not { } meeting) return Problem.NotFound;
        var listed = (meeting.Agenda ?? []).SelectMany(i => i.Papers);
        if (seen.View.Audience == Audience.Reader) listed = listed.Concat((await saved.FindAsync(cluster, new(id), ct)).Items.SelectMany(i => i.Papers).Select(PaperView.Of));
        if (listed.FirstOrDefault(p => p.Id == paper) is not { } found || !await papers.HasAsync(cluster, paper, ct)) return Problem.NotFound;
        return new Download(cluster, found, papers);
    }

    /// <summary>A file to be kept, never to be opened in place.</summary>
    private sealed class Download(string cluster, PaperView paper, StoredPapers papers) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(paper.Name);
            headers.ContentDisposition = disposition.ToString();
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            headers.CacheControl = "no-store";
            httpContext.Response.ContentType = paper.MediaType;
            httpContext.Response.ContentLength = paper.Size;
            return papers.WriteAsync(cluster, paper.Id, httpContext.Response.Body, httpContext.RequestAborted);
        }
    }
}
