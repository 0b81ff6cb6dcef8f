using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Dates, lists and numbers as they stand in running text.</summary>
public static class Wording
{
    private static readonly string[] MonthsNb =
        ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

    private static readonly string[] MonthsEn =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>A date as people write it, no more precisely than it is known: <c>15. juni 2022</c>, <c>June 2022</c>, <c>2022</c>, or that it was then at the latest, or is unknown.</summary>
    public static string Date(PartialDate date, Language language)
    {
        if (date.Certainty == Certainty.Unknown) return language == Language.En ? "an unknown date" : "ukjent dato";
        if (date.Certainty == Certainty.AtLatest) return language == Language.En ? $"{Date(date.As(Certainty.Known), language)} at the latest" : $"senest {Date(date.As(Certainty.Known), language)}";
        var day = date.First;
        var month = Month(day.Month, language);
        return date.Precision switch
        {
            Precision.Day => language == Language.En ? $"{day.Day} {month} {day.Year}" : $"{day.Day}. {month} {day.Year}",
            Precision.Month => $"{month} {day.Year}",
            _ => $"{day.Year}",
        };
    }

    /// <summary>A month, 1 to 12.</summary>
    public static string Month(int month, Language language) => (language == Language.En ? MonthsEn : MonthsNb)[month - 1];

    /// <summary><c>A, B og C</c>.</summary>
    public static string List(IReadOnlyList<string> items, Language language) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {(language == Language.En ? "and" : "og")} {items[^1]}",
    };

    /// <summary>A number of things, in words that fit the number.</summary>
    public static string Count(int number, Phrase one, Phrase many, Language language) => $"{number} {(number == 1 ? one : many).In(language)}";

    /// <summary><c>2 år og 6 måneder</c>.</summary>
    public static string Length(TermLength length, Language language)
    {
        var parts = new List<string>();
        if (length.Years > 0) parts.Add(Count(length.Years, new("år", "year"), new("år", "years"), language));
        if (length.Months > 0) parts.Add(Count(length.Months, new("måned", "month"), new("måneder", "months"), language));
        if (length.Days > 0) parts.Add(Count(length.Days, new("dag", "day"), new("dager", "days"), language));
        return List(parts, language);
    }
}
