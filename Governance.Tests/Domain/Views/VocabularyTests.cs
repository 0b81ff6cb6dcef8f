using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class VocabularyTests
{
    [Fact]
    public void Every_word_in_code_has_a_word_in_each_language()
    {
        Phrase[] words = [
            .. Enum.GetValues<BodyKind>().Select(Vocabulary.Of), .. Enum.GetValues<SeatRole>().Select(Vocabulary.Of), .. Enum.GetValues<EndReason>().Select(Vocabulary.Of),
            .. Enum.GetValues<PartnerKind>().Select(Vocabulary.Of), .. Enum.GetValues<SeatStatus>().Select(Vocabulary.Of), .. Enum.GetValues<Visibility>().Select(Vocabulary.Of),
            .. Enum.GetValues<DecisionStatus>().Select(Vocabulary.Of), .. Enum.GetValues<ReportTopic>().Select(Vocabulary.Of), .. Enum.GetValues<SearchKind>().Select(Vocabulary.Of)];

        words.Should().OnlyContain(w => w.Nb.Length > 2 && w.En.Length > 2 && !w.Nb.Contains('-') && !w.En.Contains('-'));
    }

    [Theory]
    [InlineData("2022-06-15", "15. juni 2022", "15 June 2022")]
    [InlineData("2022-06", "juni 2022", "June 2022")]
    [InlineData("2022", "2022", "2022")]
    public void A_date_is_written_no_more_precisely_than_it_is_known(string date, string nb, string en)
    {
        Wording.Date(PartialDate.Parse(date), Language.Nb).Should().Be(nb);
        Wording.Date(PartialDate.Parse(date), Language.En).Should().Be(en);
    }

    [Fact]
    public void Lists_and_lengths_read_as_people_write_them()
    {
        Wording.List([], Language.Nb).Should().BeEmpty();
        Wording.List(["A"], Language.Nb).Should().Be("A");
        Wording.List(["A", "B", "C"], Language.Nb).Should().Be("A, B og C");
        Wording.List(["A", "B"], Language.En).Should().Be("A and B");
        Wording.Length(new(1, 6, 0), Language.Nb).Should().Be("1 år og 6 måneder");
        Wording.Length(new(2, 0, 1), Language.En).Should().Be("2 years and 1 day");
    }
}
