using System.Text.Json;
using Governance.Domain.Values;

namespace Governance.Api.Http.Binding;

/// <summary>What is said of each fault, in both languages.</summary>
public static class FaultMessages
{
    public static Phrase Missing { get; } = new("Mangler.", "Is missing.");

    public static Phrase Twice { get; } = new("Er gitt mer enn én gang.", "Is given more than once.");

    public static Phrase NoRehearsal { get; } = new("Dette kan ikke prøves ut; utelat dryRun.", "This cannot be tried out; leave dryRun out.");

    public static Phrase NullInList { get; } = new("En liste kan ikke inneholde null.", "A list cannot contain null.");

    public static Phrase Blank { get; } = new("Teksten kan ikke være tom; utelat den i stedet.", "The text cannot be empty; leave it out instead.");

    public static Phrase Unclean { get; } = new(
        "Teksten har tegn som ikke kan lagres (styretegn eller halve surrogatpar).", "The text has characters that cannot be stored (control characters or half surrogate pairs).");

    public static Phrase TooLong { get; } = new($"Teksten er lengre enn {Text.MaxLength} tegn.", $"The text is longer than {Text.MaxLength} characters.");

    public static Phrase TooManyWords(int most) => new($"Tekstene har mer enn {most} ord til sammen.", $"The texts have more than {most} words together.");

    public static Phrase WholeWithin(long least, long most) => new($"Skal være et helt tall fra {least} til {most}.", $"Must be a whole number from {least} to {most}.");

    public static Phrase WrongType(Phrase expected, JsonValueKind found) =>
        new($"Skal være {expected.Nb}, ikke {Kind(found).Nb}.", $"Must be {expected.En}, not {Kind(found).En}.");

    public static Phrase UnknownMember(string written, IReadOnlyList<string> known)
    {
        var meant = Meant(written, known);
        return new($"Ukjent medlem.{meant.Nb} Her kan det stå: {string.Join(", ", known)}.", $"Unknown member.{meant.En} Here may stand: {string.Join(", ", known)}.");
    }

    public static Phrase UnknownParameter(string written, IReadOnlyList<string> known)
    {
        var meant = Meant(written, known);
        return new($"Ukjent parameter.{meant.Nb} Her kan det stå: {string.Join(", ", known)}.", $"Unknown parameter.{meant.En} Here may stand: {string.Join(", ", known)}.");
    }

    public static Phrase UnknownWord(string word, IEnumerable<string> words) =>
        new($"«{Text.Beginning(word)}» er ikke et av ordene {string.Join(", ", words)}.", $"'{Text.Beginning(word)}' is not one of the words {string.Join(", ", words)}.");

    public static Phrase MissingWord(IEnumerable<string> words) =>
        new($"Mangler; ett av ordene {string.Join(", ", words)}.", $"Is missing; one of the words {string.Join(", ", words)}.");

    public static Phrase Needs(IEnumerable<string> alternatives) => new(
        $"Trenger {string.Join(", eller ", alternatives.Select(set => set.Replace(" ", " og ", StringComparison.Ordinal)))}.",
        $"Needs {string.Join(", or ", alternatives.Select(set => set.Replace(" ", " and ", StringComparison.Ordinal)))}.");

    public static Phrase NotBoth(string one, string other) => new($"Kan ikke gis sammen med {one}; velg {one} eller {other}.", $"Cannot be given together with {one}; choose {one} or {other}.");

    public static Phrase RefTwice(string name, JsonLocation first) =>
        new($"«{Text.Beginning(name)}» er alt navnet på noe annet her ({first}).", $"'{Text.Beginning(name)}' is already the name of something else here ({first}).");

    public static Phrase More(int count) => new($"… og {count} feil til.", $"… and {count} more faults.");

    public static Phrase NotJson(long line, long column) => new($"Ikke gyldig JSON: linje {line}, kolonne {column}.", $"Not valid JSON: line {line}, column {column}.");

    private static Phrase Meant(string written, IReadOnlyList<string> known) =>
        Nearest.To(written, known) is { } nearest ? new($" Mente du {nearest}?", $" Did you mean {nearest}?") : new("", "");

    private static Phrase Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => new("et objekt", "an object"),
        JsonValueKind.Array => new("en liste", "a list"),
        JsonValueKind.String => new("tekst", "a text"),
        JsonValueKind.Number => new("et tall", "a number"),
        JsonValueKind.True or JsonValueKind.False => new("true eller false", "true or false"),
        _ => new("null", "null"),
    };
}
