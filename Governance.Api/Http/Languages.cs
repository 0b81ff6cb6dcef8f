using Governance.Domain.Values;

namespace Governance.Api.Http;

/// <summary>Which language a request asks for.</summary>
public static class Languages
{
    /// <summary>What every request may say.</summary>
    public const string Word = "lang";

    /// <summary>What <c>?lang=</c> says; Norwegian where it says nothing that is known.</summary>
    public static Language Of(HttpRequest request) =>
        request.Query.TryGetValue(Word, out var words) && words.Count == 1 && Words.TryParse<Language>(words[0] ?? "", out var language) ? language : Language.Nb;
}
