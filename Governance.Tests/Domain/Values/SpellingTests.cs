using Governance.Domain.Values;

namespace Governance.Tests.Domain.Values;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("Bergen")]
    [InlineData("Ålesund", "alesund", "aalesund")]
    [InlineData("Sørøya", "soroya", "soeroeya")]
    [InlineData("Müller", "muller", "myller", "mueller")]
    [InlineData("Kárášjohka", "karasjohka")]
    [InlineData("Đappe Ŧuvre", "dappe tuvre", "djappe thuvre")]
    [InlineData("A\u030As", "as", "aas")]
    public void A_text_is_spelled_in_every_way_that_is_in_use(string text, params string[] spelled) => Spelling.Of(text).Should().Equal(spelled);

    [Theory]
    [InlineData("Ålesund kommune", "alesund")]
    [InlineData("Ålesund kommune", "AALES")]
    [InlineData("Kaare Moe", "kåre")]
    [InlineData("Öyvind Ek", "øyv")]
    [InlineData("Myller", "müller")]
    public void A_text_holds_what_is_spelled_otherwise(string text, string sought) => Spelling.Holds(text, sought).Should().BeTrue();

    [Theory]
    [InlineData("Muller", "myller")]
    [InlineData("Alesund", "ås")]
    public void A_text_does_not_hold_another_word(string text, string sought) => Spelling.Holds(text, sought).Should().BeFalse();
}
