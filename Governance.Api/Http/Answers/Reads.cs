using Governance.Api.Http.Problems;

namespace Governance.Api.Http.Answers;

/// <summary>Answers reads from bytes kept since the last time the same was asked.</summary>
public sealed class Reads(AnswerCache cache, ReadBefore before)
{
    /// <summary>What an answer in JSON is called.</summary>
    public const string JsonType = "application/json; charset=utf-8";

    private static readonly string[] onlyJson = [JsonType];

    /// <summary>Answers in JSON.</summary>
    /// <param name="question">The parameters that the answer depends on, as a record; null for none.</param>
    /// <param name="source">What <paramref name="view"/> makes the answer from.</param>
    public IResult Json<TSource, TView>(HttpContext context, AnswerVersion version, Freshness freshness, object? question, TSource source, Func<TSource, TView> view) =>
        In(onlyJson, context, version, freshness, question, (source, view), static (_, made) => Http.Json.Bytes(made.view(made.source)));

    /// <summary>Whether the answer in JSON is kept from before.</summary>
    public bool Has(HttpContext context, AnswerVersion version, object? question) => cache.Has(new AnswerKey(version, context.Request.Path.Value ?? "", question, JsonType));

    /// <summary>Answers in the one of several media types that the caller likes best; 406 if none.</summary>
    /// <param name="mediaTypes">In our own order of liking.</param>
    /// <param name="render">The bytes in one of them.</param>
    public IResult In<TSource>(string[] mediaTypes, HttpContext context, AnswerVersion version, Freshness freshness, object? question, TSource source, Func<string, TSource, byte[]> render)
    {
        if (MediaTypes.Best(context.Request, mediaTypes) is not { } mediaType) return StatusProblems.Of(StatusCodes.Status406NotAcceptable);
        var key = new AnswerKey(version, context.Request.Path.Value ?? "", question, mediaType);
        var rendered = cache.Get(key, (mediaType, source, render), static made => made.render(made.mediaType, made.source));
        before.Note(context.Request, key);
        return new Answer(rendered, version.Position, freshness);
    }
}
