using System.Globalization;
using System.Text.Json.Serialization;

namespace Governance.Domain.Time;

/// <summary>How precisely a date is known.</summary>
public enum Precision
{
    /// <summary>The day is known.</summary>
    Day,

    /// <summary>Only the month is known.</summary>
    Month,

    /// <summary>Only the year is known.</summary>
    Year,
}

/// <summary>Whether a date is known, or only that it was not after another.</summary>
public enum Certainty
{
    /// <summary>It is known, as precisely as it is.</summary>
    Known,

    /// <summary>It was then at the latest.</summary>
    AtLatest,

    /// <summary>It is not known.</summary>
    Unknown,
}

/// <summary>A civil date of the years 1000 to 2999, known to the day (<c>2016-08-15</c>), the month (<c>2016-08</c>) or the year (<c>2016</c>). It is never shown more precisely than known. What took effect at the latest then is written <c>/2016</c>, and what is unknown <c>..</c> or, with the day from which it counts, <c>../2016</c>, as EDTF has them.</summary>
[JsonConverter(typeof(PartialDateConverter))]
public readonly record struct PartialDate : ISpanParsable<PartialDate>
{
    private PartialDate(DateOnly first, Precision precision, Certainty certainty = Certainty.Known) => (First, Precision, Certainty) = (first, precision, certainty);

    /// <summary>A date that is not known, and counts from no day as yet.</summary>
    public static PartialDate Unknown { get; } = new(DateOnly.MinValue, Precision.Day, Certainty.Unknown);

    /// <summary>The first day it can mean: how a beginning is read.</summary>
    public DateOnly First { get; }

    /// <summary>How precisely it is known.</summary>
    public Precision Precision { get; }

    /// <summary>How surely it is known.</summary>
    public Certainty Certainty { get; }

    /// <summary>The earliest day it may have been: without end where it is not known.</summary>
    public DateOnly Earliest => Certainty == Certainty.Known ? First : DateOnly.MinValue;

    /// <summary>The last day it can mean, inclusive: how an end is read.</summary>
    public DateOnly Last => Precision switch
    {
        Precision.Day => First,
        Precision.Month => new(First.Year, First.Month, DateTime.DaysInMonth(First.Year, First.Month)),
        _ => new(First.Year, 12, 31),
    };

    /// <summary>The period just before, known as precisely: before <c>2018-08</c> comes <c>2018-07</c>.</summary>
    public PartialDate Previous => Of(First.AddDays(-1), Precision).As(Certainty);

    /// <summary>The period just after, known as precisely: after <c>2018</c> comes <c>2019</c>.</summary>
    public PartialDate Next => Of(Last.AddDays(1), Precision).As(Certainty);

    /// <summary>The day, month or year that holds <paramref name="day"/>, no more precisely than <paramref name="precision"/>.</summary>
    public static PartialDate Of(DateOnly day, Precision precision = Precision.Day) => precision switch
    {
        Precision.Day => new(day, precision),
        Precision.Month => new(new DateOnly(day.Year, day.Month, 1), precision),
        _ => new(new DateOnly(day.Year, 1, 1), precision),
    };

    /// <summary>The same, known as surely.</summary>
    public PartialDate As(Certainty certainty) => new(First, Precision, certainty);

    /// <summary>Where it is not known, the same counted from a day; else itself.</summary>
    public PartialDate CountedFrom(PartialDate day) => this == Unknown ? day.As(Certainty.Unknown) : this;

    /// <summary>Reads a date, or <c>/2016</c> for at the latest then, or <c>..</c> for unknown.</summary>
    public static bool TryParseUncertain(ReadOnlySpan<char> s, out PartialDate result) => TryRead(s, out result) && (result == Unknown || result.First.Year is >= 1000 and <= 2999);

    /// <summary>A day known exactly.</summary>
    public static implicit operator PartialDate(DateOnly day) => Of(day);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PartialDate result) => TryRead(s, out result) && result is { Certainty: Certainty.Known, First.Year: >= 1000 and <= 2999 };

    /// <summary>Reads a date from the log, where the day after the last that can be named may stand.</summary>
    internal static bool TryRead(ReadOnlySpan<char> s, out PartialDate result)
    {
        var certainty = s.StartsWith("..") ? Certainty.Unknown : s.StartsWith("/") ? Certainty.AtLatest : Certainty.Known;
        if (s is "..")
        {
            result = Unknown;
            return true;
        }
        s = certainty switch { Certainty.Unknown => s.StartsWith("../") ? s[3..] : [], Certainty.AtLatest => s[1..], _ => s };
        var (format, precision) = s.Length switch
        {
            10 => ("yyyy-MM-dd", Precision.Day),
            7 => ("yyyy-MM", Precision.Month),
            4 => ("yyyy", Precision.Year),
            _ => ("", Precision.Day),
        };
        result = default;
        if (format.Length == 0 || !DateOnly.TryParseExact(s, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        result = Of(day, precision).As(certainty);
        return true;
    }

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out PartialDate result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static PartialDate Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryRead(s, out var date) ? date : throw new FormatException($"'{s}' is not a date such as 2016, 2016-08 or 2016-08-15.");

    /// <inheritdoc/>
    public static PartialDate Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static PartialDate Parse(string s) => Parse(s, null);

    /// <summary>As stored and shown: <c>2016-08-15</c>, <c>2016-08</c> or <c>2016</c>, or uncertainly <c>/2016</c> or <c>../2016</c>.</summary>
    public override string ToString() => Certainty switch
    {
        Certainty.Unknown => First == DateOnly.MinValue ? ".." : $"../{Text}",
        Certainty.AtLatest => $"/{Text}",
        _ => Text,
    };

    private string Text => Precision switch
    {
        Precision.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Precision.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => First.ToString("yyyy", CultureInfo.InvariantCulture),
    };
}
