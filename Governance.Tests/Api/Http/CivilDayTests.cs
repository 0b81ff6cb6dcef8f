using System.Globalization;
using Governance.Api.Http.Answers;

namespace Governance.Tests.Api.Http;

public sealed class CivilDayTests
{
    [Theory]
    [InlineData("Europe/Oslo", "2026-01-31T10:00:00Z", "2026-01-31", 60)]
    [InlineData("Europe/Oslo", "2026-01-31T22:59:30Z", "2026-01-31", 30)]
    [InlineData("Europe/Oslo", "2026-01-31T22:59:59.9Z", "2026-01-31", 0)]
    [InlineData("Europe/Oslo", "2026-01-31T23:00:00Z", "2026-02-01", 60)]
    [InlineData("Europe/Oslo", "2026-03-28T22:59:59Z", "2026-03-28", 1)]
    [InlineData("Europe/Oslo", "2026-03-29T21:59:59Z", "2026-03-29", 1)]
    [InlineData("Europe/Oslo", "2026-10-25T22:59:59Z", "2026-10-25", 1)]
    [InlineData("America/Havana", "2026-11-01T03:59:50Z", "2026-10-31", 10)]
    [InlineData("America/Santiago", "2026-09-06T03:59:50Z", "2026-09-05", 10)]
    public void An_answer_is_never_kept_past_midnight_where_the_cluster_is(string zone, string now, string day, int seconds)
    {
        var civil = CivilDay.At(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone));

        (civil.Date, civil.Fresh(isPrivate: false).Seconds).Should().Be((DateOnly.Parse(day, CultureInfo.InvariantCulture), seconds));
    }
}
