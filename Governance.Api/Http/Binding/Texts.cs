using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Api.Features.Changes;
using Governance.Api.Security.SignIn;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Http.Binding;

/// <summary>Everything that is written as text, and how.</summary>
public static class Texts
{
    private const string Day = "[12]\\d{3}-\\d{2}-\\d{2}";

    /// <summary>What is said of what is no date.</summary>
    public static Phrase NoDate => new("Er ikke en dato. Skriv 2016, 2016-08 eller 2016-08-15, i årene 1000–2999.", "Is not a date. Write 2016, 2016-08 or 2016-08-15, in the years 1000–2999.");

    /// <summary>The same where it may be unknown.</summary>
    public static Phrase NoUncertainDate => new(
        "Er ikke en dato. Skriv 2016, 2016-08 eller 2016-08-15, i årene 1000–2999, /2016 for senest da, eller .. for ukjent.",
        "Is not a date. Write 2016, 2016-08 or 2016-08-15, in the years 1000–2999, /2016 for then at the latest, or .. for unknown.");

    /// <summary>Text of no special form.</summary>
    public static Shape Plain { get; } = new TextShape(
        text => VisibleText.Shows(text) ? text : null, FaultMessages.Blank, schema => (schema.MinLength, schema.MaxLength) = (1, Text.MaxLength));

    /// <summary>A line of text.</summary>
    public static Shape SingleLine { get; } = new TextShape(
        text => VisibleText.IsLine(text) ? text : null,
        new("Skal være én linje, uten usynlige tegn.", "Must be one line, without invisible characters."),
        schema => (schema.MinLength, schema.MaxLength) = (1, Text.MaxLength));

    /// <summary>An absolute http(s) address.</summary>
    public static Shape WebAddress { get; } = new TextShape(
        text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && !text.Any(char.IsWhiteSpace) && VisibleText.IsLine(text) ? text : null,
        new("Skal være en hel adresse som begynner med https:// eller http://.", "Must be a whole address that begins with https:// or http://."),
        schema => schema.Format = "uri");

    /// <summary>What the rest of a request calls the thing that is made here.</summary>
    public static Shape Ref { get; } = new TextShape(
        text => text.Length is > 0 and <= 100 && text[0] != '#' && !text.Any(char.IsWhiteSpace) ? text : null,
        new("Skal være 1–100 tegn uten mellomrom, og uten # foran.", "Must be 1–100 characters without blanks, and without # in front."),
        schema => (schema.Pattern, schema.MaxLength) = ("^[^#\\s]\\S*$", 100));

    /// <summary>A date that may be unknown, or the latest that it can have been.</summary>
    public static Shape UncertainDate { get; } = new TextShape(
        text => PartialDate.TryParseUncertain(text, out var date) ? date : null,
        NoUncertainDate,
        schema => (schema.Pattern, schema.Examples) = ("^(\\.\\.|(\\.\\./|/)?[12]\\d{3}(-\\d{2}(-\\d{2})?)?)$", [JsonValue.Create("2016-08-15")!, JsonValue.Create("/2016")!, JsonValue.Create("..")!]));

    /// <summary>By type.</summary>
    public static IReadOnlyDictionary<Type, Shape> ByType { get; } = new Dictionary<Type, Shape>
    {
        [typeof(string)] = Plain,
        [typeof(Name)] = new TextShape(
            text => Name.TryParse(text, out var name) ? name : null,
            new($"Skal være 1–{Name.MaxLength} tegn på én linje, uten usynlige tegn, og ikke begynne med #.", $"Must be 1–{Name.MaxLength} characters on one line, without invisible ones, and not begin with #."),
            schema => (schema.MinLength, schema.MaxLength, schema.Pattern) = (1, Name.MaxLength, "^\\s*[^#\\s]")),
        [typeof(LoginName)] = new TextShape(
            text => LoginName.TryParse(text, out var login) ? login : null,
            new($"Skal være 1–{LoginName.MaxLength} tegn uten mellomrom og usynlige tegn.", $"Must be 1–{LoginName.MaxLength} characters without blanks and invisible ones."),
            schema => (schema.Pattern, schema.MaxLength, schema.Examples) = ("^\\s*\\S+\\s*$", LoginName.MaxLength, [JsonValue.Create("ada@example.org")!])),
        [typeof(PartialDate)] = new TextShape(
            text => PartialDate.TryParse(text, null, out var date) ? date : null,
            NoDate,
            schema => (schema.Pattern, schema.Examples) = ("^[12]\\d{3}(-\\d{2}(-\\d{2})?)?$", [JsonValue.Create("2016-08-15")!])),
        [typeof(DateOnly)] = new TextShape(
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1000 and <= 2999 ? day : null,
            new("Er ikke en hel dato. Skriv 2016-08-15, i årene 1000–2999.", "Is not a whole date. Write 2016-08-15, in the years 1000–2999."),
            schema => (schema.Format, schema.Pattern, schema.Examples) = ("date", $"^{Day}$", [JsonValue.Create("2016-08-15")!])),
        [typeof(TimeOnly)] = new TextShape(
            text => TimeOnly.TryParseExact(text, ["HH:mm", "HH.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null,
            new("Er ikke et klokkeslett. Skriv 14:00.", "Is not a time of the day. Write 14:00."),
            schema => (schema.Pattern, schema.Examples) = ("^([01]\\d|2[0-3])[:.][0-5]\\d$", [JsonValue.Create("14:00")!])),
        [typeof(DateTimeOffset)] = new TextShape(
            text => Instants.TryParse(text, out var instant) ? instant : null,
            new("Er ikke et tidspunkt. Skriv 2026-01-31T10:11:12Z eller 2026-01-31T11:11:12+01:00.", "Is not a point in time. Write 2026-01-31T10:11:12Z or 2026-01-31T11:11:12+01:00."),
            schema => (schema.Format, schema.Examples) = ("date-time", [JsonValue.Create("2026-01-31T10:11:12.123456Z")!])),
        [typeof(TermLength)] = new TextShape(
            text => TermLength.TryParse(text, out var length) ? length : null,
            new("Er ikke en varighet. Skriv P2Y, P18M eller P1Y6M.", "Is not a length of time. Write P2Y, P18M or P1Y6M."),
            schema => (schema.Pattern, schema.Examples) = ("^P(?!$)(\\d{1,3}Y)?(\\d{1,3}M)?(\\d{1,3}D)?$", [JsonValue.Create("P2Y")!])),
        [typeof(ClusterSlug)] = new TextShape(
            text => ClusterSlug.TryParse(text, out var slug) ? slug : null,
            new(
                $"Skal være 1–{ClusterSlug.MaxLength} av a–z, 0–9 og -, med bokstav først, og ikke {Wording.List(ClusterSlug.Taken, Language.Nb)}.",
                $"Must be 1–{ClusterSlug.MaxLength} of a–z, 0–9 and -, with a letter first, and not {Wording.List(ClusterSlug.Taken, Language.En)}."),
            schema => (schema.Pattern, schema.MaxLength) = ("^[a-z]([a-z0-9-]*[a-z0-9])?$", ClusterSlug.MaxLength)),
        [typeof(ZoneName)] = new TextShape(
            ZoneName.Find,
            new("Er ikke en tidssone. Skriv Europe/Oslo.", "Is not a time zone. Write Europe/Oslo."),
            schema => schema.Examples = [JsonValue.Create("Europe/Oslo")!]),
        [typeof(EffectCursor)] = new TextShape(
            EffectCursor.Read,
            new("Er verken en hel dato eller et took herfra.", "Is neither a whole date nor a took from here."),
            schema => schema.Examples = [JsonValue.Create("2026-01-31")!]),
        [typeof(Guid)] = new TextShape(
            text => Guid.TryParseExact(text, "D", out var id) ? id : null,
            new("Er ikke en id.", "Is not an id."),
            schema => schema.Format = "uuid"),
    };
}
