using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Governance.Api.Http.Answers;

/// <summary>Whether a request's <c>Accept-Encoding</c> takes a form.</summary>
public static class Encodings
{
    /// <summary>Named, or by <c>*</c>, and not with quality 0.</summary>
    public static bool Takes(StringValues accepted, string encoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(accepted, out var list)) return false;
        var named = list.FirstOrDefault(e => e.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase)) ?? list.FirstOrDefault(e => e.Value == "*");
        return named is not null && named.Quality is not 0;
    }
}
