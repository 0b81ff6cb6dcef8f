using Governance.Domain.Values;

namespace Governance.Tests.Domain.Values;

public sealed class NameTests
{
    [Theory]
    [InlineData("Åse Lillemor")]
    [InlineData("Nguyễn Thị")]
    [InlineData("می‌خواهم")]
    [InlineData("Alrek 🏔️")]
    [InlineData("क्‍ष")]
    [InlineData("\u202Bעדה\u202C")]
    public void A_name_is_written_in_any_script(string text) => Name.TryParse(text, out _).Should().BeTrue();

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\u2060\uFEFF")]
    [InlineData("\u3164")]
    [InlineData("\u2800\u2800")]
    [InlineData("\u00AD")]
    [InlineData("\u200D")]
    [InlineData("\u0301")]
    [InlineData("\U000E0041")]
    [InlineData("Ada\u200BEksempel")]
    [InlineData("\u202E\u2066")]
    [InlineData("Ada\nEksempel")]
    [InlineData("Ada\u2028Eksempel")]
    [InlineData("Ada\u0085Eksempel")]
    public void A_name_hides_nothing(string text) => Name.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void A_name_turns_no_text_that_stands_after_it() => VisibleText.Undirected("\u202Eada").Should().Be("ada");

    [Theory]
    [InlineData("Ada\u202E Eksempel")]
    [InlineData("ADA  eksempel")]
    [InlineData("Ａda Eksempel")]
    [InlineData("Ada\u00A0Eksempel ")]
    [InlineData("A\u200Dda Eksempel")]
    public void Two_names_that_look_the_same_are_alike(string text) => VisibleText.LikenessOf(text).Should().Be(VisibleText.LikenessOf("Ada Eksempel"));
}
