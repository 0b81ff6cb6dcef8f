namespace Governance.Domain.Clusters;

/// <summary>A cluster's id for life: 1 to 63 of <c>a–z</c>, <c>0–9</c> and <c>-</c>, beginning with a letter, not ending with a hyphen, and none of the words that addresses begin with.</summary>
public readonly record struct ClusterSlug
{
    /// <summary>Most characters in it.</summary>
    public const int MaxLength = 63;

    /// <summary>The words that addresses begin with: a cluster of that id could not be visited.</summary>
    public static IReadOnlyList<string> Taken { get; } = ["account", "api", "assets", "health", "openapi", "sign-in", "sign-out"];

    private ClusterSlug(string value) => Value = value;

    /// <summary>As it stands in addresses.</summary>
    public string Value { get; }

    /// <summary>Reads a slug; false for any other text.</summary>
    public static bool TryParse(string text, out ClusterSlug slug)
    {
        var isSlug = text.Length is > 0 and <= MaxLength && char.IsAsciiLetterLower(text[0]) && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && !Taken.Contains(text);
        slug = isSlug ? new(text) : default;
        return isSlug;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
