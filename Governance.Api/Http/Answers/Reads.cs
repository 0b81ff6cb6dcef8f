using Governance.Api.Http.Problems;

namespace Governance.Api.Http.Answers;

/// <summary>Answers reads from bytes kept since the last time the same was asked.</summary>
public sealed class Reads(AnswerCache cache, ReadBefore before, ReadLimiter limiter)
{
    /// <summary>What an answer in JSON is called.</summary>
    public const string JsonType = "application/json; charset=utf-8";

    private static readonly string[] onlyJson = [JsonType];

    /// <summary>Answers in JSON; 404 where <paramref name="view"/> finds nothing.</summary>
    /// <param name="question">The parameters that the answer depends on, as a record; null for none.</param>
    /// <param name="source">What <paramref name="view"/> makes the answer from.</param>
    public Task<IResult> JsonAsync<TSource, TView>(
        HttpContext context, AnswerVersion version, Freshness freshness, object? question, TSource source, Func<TSource, CancellationToken, TView?> view) where TView : class =>
        InAsync(onlyJson, context, version, freshness, question, (source, view), static (_, made, stop) => made.view(made.source, stop) is { } found ? Http.Json.Bytes(found) : null);

    /// <summary>Answers in the one of several media types that the caller likes best; 406 if none.</summary>
    /// <param name="mediaTypes">In our own order of liking.</param>
    /// <param name="render">The bytes in one of them; null where there is nothing to tell, which is not kept: the address may be anything.</param>
    public async Task<IResult> InAsync<TSource>(
        string[] mediaTypes, HttpContext context, AnswerVersion version, Freshness freshness, object? question, TSource source, Func<string, TSource, CancellationToken, byte[]?> render)
    {
        if (MediaTypes.Best(context.Request, mediaTypes) is not { } mediaType) return StatusProblems.Of(StatusCodes.Status406NotAcceptable);
        var key = new AnswerKey(version, context.Request.Path.Value ?? "", question, mediaType);
        if (cache.Find(key) is not { } rendered)
        {
            if (limiter.Charge(context) is { } refusal) return refusal;
            var made = await cache.GetAsync(key, stop => MakeAsync(context.GetEndpoint(), context.Request, mediaType, source, render, stop), context.RequestAborted);
            if (made.Answer is null) return made.Refusal ?? Problem.NotFound;
            rendered = made.Answer;
        }
        before.Note(context.Request, key);
        return new Answer(rendered, version.Position, freshness);
    }

    private async ValueTask<Made> MakeAsync<TSource>(Endpoint? endpoint, HttpRequest request, string mediaType, TSource source, Func<string, TSource, CancellationToken, byte[]?> render, CancellationToken stop)
    {
        using var lease = await limiter.EnterAsync(ReadCosts.Of(endpoint, request), stop);
        if (!lease.IsAcquired) return new(null, Problem.TooManyReads);
        return new(render(mediaType, source, stop) is { } bytes ? Rendered.Of(bytes, mediaType) : null);
    }
}
