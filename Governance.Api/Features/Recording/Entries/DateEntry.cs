using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Forms;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Recording.Entries;

/// <summary>A date as people write it, as pages show it, or as it is stored; it stands in the field as <c>15.06.2022</c>, <c>06.2022</c> or <c>2022</c>.</summary>
public sealed class DateEntry : Entry
{
    /// <summary>How to write one, without a full stop.</summary>
    public const string HowNb = "Skriv 15.6.2022, 15. juni 2022, 6.2022 eller 2022";

    /// <inheritdoc cref="HowNb"/>
    public const string HowEn = "Write 15.6.2022, 15 June 2022, 6.2022 or 2022";

    /// <summary>How to write one that is not known, without a full stop.</summary>
    public const string UncertainNb = "/2016 for senest da, .. for ukjent";

    /// <inheritdoc cref="UncertainNb"/>
    public const string UncertainEn = "/2016 for then at the latest, .. for unknown";

    /// <summary>What is said of what is none.</summary>
    public static Phrase NoDate { get; } = new($"Er ikke en dato. {HowNb}, i årene 1000–2999.", $"Is not a date. {HowEn}, in the years 1000–2999.");

    /// <summary>The same where it may be unknown.</summary>
    public static Phrase NoUncertainDate { get; } = new($"Er ikke en dato. {HowNb}, i årene 1000–2999; {UncertainNb}.", $"Is not a date. {HowEn}, in the years 1000–2999; {UncertainEn}.");

    public override JsonNode? Read(SentFields sent, string path, ReferenceChoices known) => Text(WrittenDate.TryParse(sent[path], out var date) ? date.ToString() : sent[path]);

    public override Control Show(JsonNode? value, string path, ReferenceChoices known) => new Line(path, Written(TextOf(value))) { IsShort = true };

    /// <summary>The date that was typed; null where it is none, or is not known.</summary>
    public static PartialDate? Of(string typed) => WrittenDate.TryParse(typed, out var date) && date.Certainty == Certainty.Known ? date : null;

    private static string Written(string stored) => PartialDate.TryParse(stored, null, out var date) ? Written(date) : stored;

    /// <summary>A date as it stands in a field.</summary>
    public static string Written(PartialDate date) => date.Precision switch
    {
        _ when date.Certainty != Certainty.Known => date.ToString(),
        Precision.Day => date.First.ToString("dd.MM.yyyy"),
        Precision.Month => date.First.ToString("MM.yyyy"),
        _ => date.ToString(),
    };
}
