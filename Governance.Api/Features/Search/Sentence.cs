namespace Governance.Api.Features.Search;

/// <summary>What somebody typed: words, "words in a row", -without, this or that. Words alone are also taken as beginnings, so that a name typed half is found.</summary>
internal sealed record Sentence(string Typed, string Begun)
{
    public static Sentence Of(string typed)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var plain = !typed.Contains('"', StringComparison.Ordinal) && !words.Any(w => w.StartsWith('-') || w.Equals("or", StringComparison.OrdinalIgnoreCase));
        return new(typed, plain ? typed : "");
    }
}
