using Governance.Domain.Decisions;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>A case number is used once by the same body, or the same text in its place, in the same year.</summary>
public sealed class CaseNumberTests
{
    private readonly Scenario alrek = new();

    public CaseNumberTests() => alrek.Record("2016", Establish("Styret"), Establish("Rådet"));

    [Fact]
    public void Another_body_another_year_or_another_text_may_use_it()
    {
        alrek.Record(By("Styret", "2020-01-01"));
        alrek.Record(By("Rådet", "2020-01-01"));
        alrek.Record(By("Styret", "2021"));
        alrek.Record(In("Partnerne", "2020"));
        alrek.Record(In("Eierne", "2020"));
    }

    [Theory]
    [InlineData("2020")]
    [InlineData("2020-05")]
    [InlineData("2020-12-31")]
    public void The_same_body_may_not_in_any_part_of_the_year(string date)
    {
        var first = alrek.Record(By("Styret", "2020-03-03"));
        Refused(By("styret", date), first);
    }

    [Fact]
    public void The_body_counts_not_its_name()
    {
        var first = alrek.Record(By("Styret", "2020-03-03"));
        alrek.Record("2020-04-01", Rename("Styret", "Styringsgruppen"));
        Refused(By("Styringsgruppen", "2020-05-01"), first);
    }

    [Fact]
    public void The_same_text_may_not_however_it_is_written() => Refused(In("PARTNERNE ", "2020-05-01"), alrek.Record(In("Partnerne", "2020-03-03")));

    [Fact]
    public void An_annulled_decision_gives_its_number_back_until_it_is_reinstated()
    {
        var first = alrek.Record(By("Styret", "2020-03-03"));
        alrek.Annul(first.Decision);
        var second = alrek.Record(By("Styret", "2020-03-03"));

        alrek.Tell(Scenario.Refused(alrek.TryCorrect(first.Decision, By("Styret", "2020-03-03")))).Should().ContainSingle().Which.Should().EndWith($"conflictsWith={second.Decision}");

        alrek.Correct(first.Decision, By("Styret", "2020-03-03") with { CaseNumber = "2/20" });
        Refused(By("Styret", "2020-03-03"), second);
        Refused(By("Styret", "2020-03-03") with { CaseNumber = "2/20" }, first);
    }

    [Fact]
    public void A_correction_keeps_its_own_number_or_gives_it_back()
    {
        var first = alrek.Record(By("Styret", "2020-03-03"));
        alrek.Correct(first.Decision, By("Styret", "2020-04-04"));
        alrek.Correct(first.Decision, By("Styret", "2021-04-04"));

        alrek.Record(By("Styret", "2020-05-05"));
    }

    [Fact]
    public void Decisions_without_a_number_do_not_count()
    {
        alrek.Record("2020");
        alrek.Record("2020");
    }

    private static Decision By(string body, string date) => Scenario.Decided(date) with { CaseNumber = "1/20", DecidedBy = body, DecidedByText = null };

    private static Decision In(string text, string date) => Scenario.Decided(date) with { CaseNumber = "1/20", DecidedByText = text };

    private void Refused(Decision decision, Entry first) =>
        alrek.Tell(alrek.Refuse(decision)).Should().Equal($"case-number-taken member=caseNumber date={decision.DecidedOn} conflictsWith={first.Decision}");
}
