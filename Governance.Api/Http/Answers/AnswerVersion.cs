namespace Governance.Api.Http.Answers;

/// <summary>What an answer is made from and for whom: a cluster at a position on a day, for an audience. Equal versions have equal answers to equal questions.</summary>
/// <param name="Audience">A word for those who are shown the same: <c>public</c>, or a role.</param>
/// <param name="RecordedAt">When the position was recorded: a restored log may come to it again with another act.</param>
public readonly record struct AnswerVersion(string Cluster, long Position, DateOnly Today, string Audience, DateTimeOffset RecordedAt = default);

/// <summary>How long an answer may be kept, and by whom.</summary>
/// <param name="Seconds">At most 60, and never past midnight where the cluster is.</param>
/// <param name="IsPrivate">Whether a login was used.</param>
public readonly record struct Freshness(int Seconds, bool IsPrivate);

/// <summary>The civil day at a moment in a place, and how long it still lasts.</summary>
public readonly record struct CivilDay(DateOnly Date, TimeSpan Left)
{
    private const int LongestSeconds = 60;

    /// <summary>The day in <paramref name="zone"/>.</summary>
    public static CivilDay At(DateTimeOffset now, TimeZoneInfo zone)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return new(date, EndOf(date, zone) - now);
    }

    /// <summary>The instant at which a day is over in <paramref name="zone"/>.</summary>
    public static DateTimeOffset EndOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new(midnight, zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight));
    }

    /// <summary>How long an answer made now may be kept.</summary>
    public Freshness Fresh(bool isPrivate) => new((int)Math.Clamp(Left.TotalSeconds, 0, LongestSeconds), isPrivate);
}
