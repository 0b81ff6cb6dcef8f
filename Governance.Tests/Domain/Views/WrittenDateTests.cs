using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("15.6.2022", "2022-06-15")]
    [InlineData("15. 06. 2022", "2022-06-15")]
    [InlineData("15/6/2022", "2022-06-15")]
    [InlineData("15. juni 2022", "2022-06-15")]
    [InlineData(" 15  Juni 2022 ", "2022-06-15")]
    [InlineData("15 June 2022", "2022-06-15")]
    [InlineData("1. des. 2022", "2022-12-01")]
    [InlineData("29. februar 2024", "2024-02-29")]
    [InlineData("6.2022", "2022-06")]
    [InlineData("oktober 2022", "2022-10")]
    [InlineData("October 2022", "2022-10")]
    [InlineData("2022", "2022")]
    [InlineData("2022-06-15", "2022-06-15")]
    [InlineData("senest 15. juni 2022", "/2022-06-15")]
    [InlineData("2016 at the latest", "/2016")]
    [InlineData("ukjent dato", "..")]
    [InlineData("an unknown date", "..")]
    [InlineData("../2016", "../2016")]
    public void A_date_is_read_as_people_write_it_and_as_it_is_shown(string written, string stored)
    {
        WrittenDate.TryParse(written, out var date).Should().BeTrue();
        date.ToString().Should().Be(stored);
    }

    [Theory]
    [InlineData("29. februar 2023")]
    [InlineData("31.4.2022")]
    [InlineData("15.13.2022")]
    [InlineData("15. ju 2022")]
    [InlineData("i fjor")]
    [InlineData("senest i fjor")]
    [InlineData("senest senest 2022")]
    [InlineData("")]
    public void What_is_no_date_is_none(string written) => WrittenDate.TryParse(written, out _).Should().BeFalse();

    [Fact]
    public void Every_date_that_is_shown_is_taken_as_it_is_shown_in_either_language()
    {
        foreach (var language in Enum.GetValues<Language>())
            foreach (var precision in Enum.GetValues<Precision>())
                foreach (var certainty in new[] { Certainty.Known, Certainty.AtLatest })
                    for (var day = new DateOnly(2023, 12, 31); day < new DateOnly(2025, 1, 2); day = day.AddDays(1))
                    {
                        var date = PartialDate.Of(day, precision).As(certainty);
                        WrittenDate.TryParse(Wording.Date(date, language), out var read).Should().BeTrue(Wording.Date(date, language));
                        read.Should().Be(date);
                    }
    }
}
