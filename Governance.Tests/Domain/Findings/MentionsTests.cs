using Governance.Domain.Findings;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Findings;

public sealed class MentionsTests
{
    private static readonly Mentions<int> Names = new(((string[])
        ["Arbeidsgruppe", "Arbeidsgruppe for brukermedvirkning", "Brukerpanel", "Partnermøte", "Nemnd", "Faglig forum"]).Select((name, i) => (Name.Of(name), i)));

    [Theory]
    [InlineData("oppnevnt av arbeidsgruppen", "arbeidsgruppen", 0)]
    [InlineData("Arbeidsgruppens leder", "Arbeidsgruppens", 0)]
    [InlineData("ARBEIDSGRUPPE!", "ARBEIDSGRUPPE", 0)]
    [InlineData("i arbeidsgruppa.", "arbeidsgruppa", 0)]
    [InlineData("arbeidsgruppene", "arbeidsgruppene", 0)]
    [InlineData("arbeidsgruppes", "arbeidsgruppes", 0)]
    [InlineData("arbeidsgruppe-leder", "arbeidsgruppe", 0)]
    [InlineData("Arbeidsgruppe for brukermedvirkning er ny", "Arbeidsgruppe for brukermedvirkning", 1)]
    [InlineData("Brukerpanelet", "Brukerpanelet", 2)]
    [InlineData("brukerpanelenes", "brukerpanelenes", 2)]
    [InlineData("Partnermøtet vedtar", "Partnermøtet", 3)]
    [InlineData("nemnda", "nemnda", 4)]
    [InlineData("«Faglig forum»", "Faglig forum", 5)]
    public void A_name_is_found_as_a_whole_word_with_its_endings(string text, string word, int means) =>
        Names.In(text).Should().ContainSingle().Which.Should().Match<Mention<int>>(m => m.Word == word && m.Means == means && m.Start == text.IndexOf(word, StringComparison.Ordinal));

    [Theory]
    [InlineData("Arbeidsgruppemøte")]
    [InlineData("hovedarbeidsgruppe")]
    [InlineData("arbeidsgrupp")]
    [InlineData("brukerpaneler")]
    [InlineData("nemndsak")]
    [InlineData("")]
    public void Part_of_another_word_is_not_a_name(string text) => Names.In(text).Should().BeEmpty();

    [Fact]
    public void Names_come_in_the_order_of_the_text_and_one_that_several_bear_means_all() =>
        new Mentions<int>([(Name.Of("Råd"), 1), (Name.Of("Styre"), 2), (Name.Of("RÅD"), 3)]).In("styret og rådet").Select(m => m.Means).Should().Equal(2, 1, 3);

    [Fact]
    public void Letters_written_in_parts_are_the_same() =>
        Names.In("Partnermøtet i a\u030A".Normalize(System.Text.NormalizationForm.FormD)).Should().ContainSingle();
}
