using System.Text.Json.Serialization;

namespace Governance.Domain.Values;

/// <summary>A language that the product speaks.</summary>
[JsonConverter(typeof(KebabCase<Language>))]
public enum Language
{
    /// <summary>Norwegian, bokmål.</summary>
    Nb,

    /// <summary>English.</summary>
    En,
}

/// <summary>The same words in each language.</summary>
public readonly record struct Phrase(string Nb, string En)
{
    /// <summary>The words in one language.</summary>
    public string In(Language language) => language == Language.En ? En : Nb;
}
