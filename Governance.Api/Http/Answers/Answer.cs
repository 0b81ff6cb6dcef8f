using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Governance.Api.Http.Answers;

/// <summary>An answer to a read: the bytes, or 304 if the caller has them already.</summary>
public sealed class Answer(Rendered rendered, long? position, Freshness freshness) : IResult
{
    /// <summary>The header that says which position an answer knows of.</summary>
    public const string PositionHeader = "Governance-Position";

    private static readonly StringValues vary = "Accept, Authorization, Cookie, Accept-Encoding";
    private static readonly StringValues[] shared = [.. Enumerable.Range(0, 61).Select(n => (StringValues)$"public, max-age={n}")];
    private static readonly StringValues[] own = [.. Enumerable.Range(0, 61).Select(n => (StringValues)$"private, max-age={n}")];

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        var form = rendered.For(httpContext.Request);
        headers.ETag = form.Tag;
        if (position is { } known) headers[PositionHeader] = known.ToString(CultureInfo.InvariantCulture);
        headers.Vary = vary;
        headers.CacheControl = (freshness.IsPrivate ? own : shared)[freshness.Seconds];
        if (Has(httpContext.Request.Headers.IfNoneMatch, form.Tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        httpContext.Response.ContentType = rendered.MediaType;
        httpContext.Response.ContentLength = form.Bytes.Length;
        if (form.Encoding is { } encoding) headers.ContentEncoding = encoding;
        return httpContext.Response.Body.WriteAsync(form.Bytes, httpContext.RequestAborted).AsTask();
    }

    /// <summary>Whether one of the tags that the caller has is this one; weak ones count, as reading goes.</summary>
    private static bool Has(StringValues tags, string tag)
    {
        if (tags.Count == 0) return false;
        if (tags.Count == 1 && (tags[0] == tag || tags[0] == "*")) return true;
        return EntityTagHeaderValue.TryParseList(tags, out var list)
            && list.Any(candidate => candidate.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false));
    }
}
