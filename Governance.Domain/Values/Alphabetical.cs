using System.Globalization;

namespace Governance.Domain.Values;

/// <summary>The order of Norwegian bokmål as CLDR has it: aa stands with å, accents and Sámi letters with the letters they are made from, small before capital.</summary>
public sealed class Alphabetical : IComparer<string>
{
    private static readonly CompareInfo bokmål = CultureInfo.GetCultureInfo("nb-NO").CompareInfo;

    private readonly bool familyFirst;

    private Alphabetical(bool familyFirst) => this.familyFirst = familyFirst;

    /// <summary>By the whole text.</summary>
    public static Alphabetical Order { get; } = new(familyFirst: false);

    /// <summary>People by family name, which is the last word, and then by the whole name.</summary>
    public static Alphabetical ByFamilyName { get; } = new(familyFirst: true);

    /// <inheritdoc/>
    public int Compare(string? x, string? y) => familyFirst && bokmål.Compare(FamilyName(x), FamilyName(y)) is not 0 and var order ? order : bokmål.Compare(x, y);

    private static string? FamilyName(string? name) => name?[(name.LastIndexOf(' ') + 1)..];
}
