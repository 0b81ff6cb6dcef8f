namespace Governance.Domain.Values;

/// <summary>The Norwegian alphabet's order, without regard to case: æ, ø and å come last. Needs no culture data on the machine.</summary>
public sealed class Alphabetical : IComparer<string>
{
    /// <summary>The one there is.</summary>
    public static Alphabetical Order { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y) => string.CompareOrdinal(Key(x), Key(y));

    // In Unicode Å stands before Æ and Ø; the sign after Ø stands in for it.
    private static string? Key(string? text) => text?.ToUpperInvariant().Replace('Å', '\u00D9');
}
