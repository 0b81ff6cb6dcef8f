using Governance.Domain.Partners;

namespace Governance.Tests.Domain.Partners;

public sealed class OrganisationNumberTests
{
    [Theory]
    [InlineData("123456785")]
    [InlineData("123 456 785")]
    [InlineData(" 123\u00A0456\u202F785 ")]
    [InlineData("123.456.785")]
    [InlineData("NO 123 456 785 MVA")]
    [InlineData("no123456785mva")]
    public void A_number_is_taken_as_letterheads_write_it(string written) => OrganisationNumber.Plain(written).Should().Be("123456785");

    [Theory]
    [InlineData("123 456 78")]
    [InlineData("SE 123 456 785")]
    [InlineData("123-456-785")]
    [InlineData("")]
    public void What_is_no_number_stays_as_it_is(string written) => OrganisationNumber.Plain(written).Should().Be(written);
}
