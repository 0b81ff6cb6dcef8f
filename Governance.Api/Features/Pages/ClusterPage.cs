using System.Collections.Immutable;
using System.Threading.RateLimiting;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Api.Features.Pages;

/// <summary>A page that shows a cluster and depends on nothing but its position, the day, the question and who looks. To the public it is answered from bytes kept since the last time the same was asked.</summary>
/// <typeparam name="TAsked">What the page takes from its address besides what all pages take.</typeparam>
public abstract class ClusterPage<TAsked>(Site site, ClusterViews views, AnswerCache answers) : PageModel, IAsyncResultFilter, IReadsAllParameters where TAsked : class
{
    private const string HtmlType = "text/html; charset=utf-8";

    private Seen seen = null!;
    private AnswerKey? key;
    private RateLimitLease? place;

    /// <summary>What all parts of the page share.</summary>
    protected Site Site => site;

    /// <summary>The id that the address ends in.</summary>
    protected Guid Id => Guid.Parse((string)RouteData.Values["id"]!);

    /// <summary>Answers with the page, or with the problem that stands in the way.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var query = Request.Query.Given();
        var (asked, at, since) = (QueryParameters.Read<TAsked>(query), QueryParameters.Read<ReadAt>(query), QueryParameters.Read<ReadSince>(query));
        var unknown = UnknownParameters.OfPage(query, [.. QueryParameters.Words<TAsked>(), .. QueryParameters.Words<ReadAt>(), .. QueryParameters.Words<ReadSince>(), Site.DoneWord]);
        if (asked.Faults.UnionBy(at.Faults, f => f.Path).UnionBy(since.Faults, f => f.Path).Concat(unknown).ToImmutableArray() is { IsEmpty: false } faults) return new AnswerResult(Problem.Malformed(faults));

        var (found, refusal) = await views.SeeAsync(HttpContext, (string)RouteData.Values["cluster"]!, since.Value, at.Value, ct);
        if (found is null) return new AnswerResult(refusal!);
        seen = found;
        if (!seen.Freshness.IsPrivate)
        {
            key = new(seen.Version, Request.Path, (site.Origin, at.Value, asked.Value), HtmlType);
            if (answers.Find(key.Value) is { } kept) return new AnswerResult(new Answer(kept, seen.Version.Position, seen.Freshness));
        }

        (place, var busy) = await HttpContext.RequestServices.GetRequiredService<ReadLimiter>().TakeAsync(HttpContext, ReadCosts.Of(HttpContext.GetEndpoint(), Request), ct);
        if (place is null) return new AnswerResult(busy!);
        Response.RegisterForDispose(place);
        // Somebody who was before in line may have asked the same.
        if (key is { } mine && answers.Find(mine) is { } made) return new AnswerResult(new Answer(made, seen.Version.Position, seen.Freshness));

        site.Show(seen, [.. QueryParameters.Words<TAsked>().Except(QueryParameters.Words<ReadAt>()).Where(query.ContainsKey).Select(word => (word, query[word].ToString()))]);
        return await ShowAsync(seen, asked.Value, ct) is { } problem ? new AnswerResult(problem) : Page();
    }

    /// <inheritdoc/>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is not PageResult)
        {
            await next();
            return;
        }

        // Whole before any of it is sent, so that what fails half-way is answered as a failure.
        var sent = Response.Body;
        using var page = new MemoryStream();
        Response.Body = page;
        try
        {
            if ((await next()).Exception is not null) return;
        }
        finally
        {
            Response.Body = sent;
            place?.Dispose();
        }

        if (key is { } asked)
        {
            var rendered = Rendered.Of(page.ToArray(), HtmlType);
            answers.Put(asked, rendered);
            await new Answer(rendered, seen.Version.Position, seen.Freshness).ExecuteAsync(HttpContext);
            return;
        }

        // What only some may see is not left behind in a browser that others use.
        Response.Headers.CacheControl = "no-store";
        Response.ContentLength = page.Length;
        await Response.Body.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), HttpContext.RequestAborted);
    }

    /// <summary>Takes what the page shows from what the caller sees, or says what stands in the way.</summary>
    protected abstract Task<Problem?> ShowAsync(Seen seen, TAsked asked, CancellationToken ct);
}
