using Governance.Domain.Values;

namespace Governance.Api.Features.Search;

/// <summary>What somebody typed: words, "words in a row", -without, this or that. Words alone are also taken as beginnings, so that a name typed half is found.</summary>
/// <param name="Typed">As it was typed, then as it may be spelled.</param>
/// <param name="Begun">The words, each with its spellings; none where the sentence is more than words.</param>
internal sealed record Sentence(string[] Typed, IReadOnlyList<IReadOnlyList<string>> Begun)
{
    // What no text holds, since the index takes it out.
    private const char BetweenWords = '\uE000';
    private const char BetweenSpellings = '\uE001';

    /// <summary>The words as <c>gov_search_begun</c> takes them.</summary>
    public string BegunText => string.Join(BetweenWords, Begun.Select(word => string.Join(BetweenSpellings, word)));

    public static Sentence Of(string typed)
    {
        typed = typed.Replace(BetweenWords, ' ').Replace(BetweenSpellings, ' ');
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var plain = !typed.Contains('"', StringComparison.Ordinal) && !words.Any(w => w.StartsWith('-') || w.Equals("or", StringComparison.OrdinalIgnoreCase));
        return new([typed, .. Spelling.AllOf(typed)], plain ? [.. words.Select(Spelling.AllOf)] : []);
    }
}
