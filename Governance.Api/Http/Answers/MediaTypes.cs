using Microsoft.Net.Http.Headers;

namespace Governance.Api.Http.Answers;

/// <summary>Chooses among the forms an answer comes in by the request's <c>Accept</c>.</summary>
public static class MediaTypes
{
    /// <summary>The one liked best, the first of equals; null if none will do.</summary>
    /// <param name="offered">With their parameters, as the answer will name them.</param>
    public static string? Best(HttpRequest request, IReadOnlyList<string> offered)
    {
        var header = request.Headers.Accept;
        if (header.Count == 0 || header == "*/*") return offered[0];
        if (!MediaTypeHeaderValue.TryParseList(header, out var accepted) || accepted.Count == 0) return offered[0];
        string? best = null;
        var liking = 0.0;
        foreach (var candidate in offered)
        {
            var quality = QualityOf(MediaTypeHeaderValue.Parse(candidate), accepted);
            if (quality > liking) (best, liking) = (candidate, quality);
        }

        return best;
    }

    /// <summary>What the most specific range that fits says.</summary>
    private static double QualityOf(MediaTypeHeaderValue offered, IList<MediaTypeHeaderValue> accepted)
    {
        var (quality, precision) = (0.0, 0);
        foreach (var range in accepted)
        {
            if (!range.MatchesMediaType(offered.MediaType)) continue;
            var here = range.MatchesAllTypes ? 1 : range.MatchesAllSubTypes ? 2 : 3;
            if (here > precision) (quality, precision) = (range.Quality ?? 1, here);
        }

        return quality;
    }
}
