using Governance.Domain.Time;

namespace Governance.Tests.Domain;

/// <summary>How long a term of calendar time lasts.</summary>
public sealed class TermLengthTests
{
    [Theory]
    [InlineData("P1Y", "2024-02-29", "2025-02-28")]
    [InlineData("P4Y", "2024-02-29", "2028-02-28")]
    [InlineData("P1Y", "2023-02-28", "2024-02-27")]
    [InlineData("P6M", "2024-08-31", "2025-02-28")]
    [InlineData("P6M", "2024-08-29", "2025-02-28")]
    [InlineData("P1M", "2024-03-31", "2024-04-30")]
    [InlineData("P1M", "2024-01-31", "2024-02-29")]
    [InlineData("P1M", "2024-03-30", "2024-04-29")]
    [InlineData("P1M1D", "2024-03-31", "2024-05-01")]
    [InlineData("P30D", "2024-01-31", "2024-02-29")]
    [InlineData("P2Y", "2018", "2019")]
    [InlineData("P18M", "2018-08", "2020-01")]
    public void A_term_ends_the_day_before_its_first_day_comes_round_and_on_the_months_last_where_that_day_is_missing(string length, string from, string through) =>
        Length(length).LastDay(PartialDate.Parse(from)).Should().Be(PartialDate.Parse(through));

    private static TermLength Length(string text) => TermLength.TryParse(text, out var length) ? length : throw new FormatException(text);
}
