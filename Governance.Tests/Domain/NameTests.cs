using Governance.Domain.Values;

namespace Governance.Tests.Domain;

public sealed class NameTests
{
    [Theory]
    [InlineData("Styringsgruppe", "STYRINGSGRUPPE")]
    [InlineData(" Styringsgruppe\t", "Styringsgruppe")]
    [InlineData("Ålesund", "A\u030Alesund")]
    [InlineData("Årstad", "a\u030Arstad")]
    public void The_same_name_however_it_is_written(string one, string other)
    {
        Name.Of(one).Should().Be(Name.Of(other));
        Name.Of(one).GetHashCode().Should().Be(Name.Of(other).GetHashCode());
    }

    [Fact]
    public void A_name_is_kept_as_it_was_written_but_clean() => Name.Of("  A\u030Arsmøtet ").Text.Should().Be("Årsmøtet");

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("#ny")]
    [InlineData(" #ny")]
    [InlineData("To\nlinjer")]
    [InlineData("To\u2028linjer")]
    [InlineData("Null\0")]
    public void What_is_no_name(string text) => Name.TryParse(text, out _).Should().BeFalse();

    [Fact]
    public void Half_a_surrogate_pair_is_no_name() => Name.TryParse("Halvt \ud83d par", out _).Should().BeFalse();

    [Fact]
    public void A_name_has_two_hundred_characters_at_most()
    {
        Name.TryParse(new string('å', 200), out _).Should().BeTrue();
        Name.TryParse(new string('å', 201), out _).Should().BeFalse();
    }
}
