using Governance.Domain.Time;

namespace Governance.Api.Features.Exports.Linked;

/// <summary>What a statement says of its subject: a thing, or a text.</summary>
internal abstract record Term
{
    /// <summary>The prefix of the Library of Congress' types.</summary>
    public const string Edtf = "edtf";

    /// <summary>The type of a date that is not known, or not precisely (Extended Date/Time Format).</summary>
    public const string EdtfType = "edtf:EDTF";

    private Term() { }

    /// <summary>An absolute IRI, a name with a known prefix, or a blank node <c>_:b1</c>.</summary>
    public sealed record Thing(string Name) : Term;

    /// <summary>A text, in a language or of a type, which is a name with a known prefix.</summary>
    public sealed record Text(string Value, string? Language = null, string? Type = null) : Term;

    /// <summary>A date, as precisely as known; one that is not known is written as EDTF has it, of the Library of Congress' type.</summary>
    public static Text Date(PartialDate date) => new(date.ToString(), Type: date.Precision switch
    {
        _ when date.Certainty != Certainty.Known => EdtfType,
        Precision.Day => "xsd:date",
        Precision.Month => "xsd:gYearMonth",
        _ => "xsd:gYear",
    });
}
