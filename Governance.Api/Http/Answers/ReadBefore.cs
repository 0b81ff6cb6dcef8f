using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;

namespace Governance.Api.Http.Answers;

/// <summary>What requests of people unknown were read as, by their text: the same text asks the same again, whatever was recorded since.</summary>
public sealed class ReadBefore
{
    private const int Most = 4_096;
    private const int LongestText = 512;

    private readonly ConcurrentDictionary<Text, AnswerKey> known = new();

    /// <summary>Notes what a request was found to ask, if anyone may ask it.</summary>
    public void Note(HttpRequest request, AnswerKey key)
    {
        // Who waits for a position waits anew each time.
        if (TextOf(request) is not { } text || request.Query.ContainsKey("minPosition")) return;
        if (known.Count >= Most) known.Clear();
        known[text] = key;
    }

    /// <summary>What a request asks, if the same was asked before; its version may be another now.</summary>
    public AnswerKey? Find(HttpRequest request) => TextOf(request) is { } text && known.TryGetValue(text, out var key) ? key : null;

    /// <summary>All that an answer depends on besides its version.</summary>
    private static Text? TextOf(HttpRequest request)
    {
        var headers = request.Headers;
        if (!HttpMethods.IsGet(request.Method) || headers.Authorization.Count > 0 || headers.Cookie.Count > 0 || headers.Accept.Count > 1) return null;
        var text = new Text(request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers.Accept.ToString(), request.Scheme, headers.Host.ToString());
        return text.Target.Length + text.Accept.Length + text.Host.Length <= LongestText ? text : null;
    }

    private readonly record struct Text(string Target, string Accept, string Scheme, string Host);
}
