using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Governance.Tests.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Changes;

/// <summary>A bound of the composition rules can be taken away again.</summary>
public sealed class ClearedRuleTests
{
    private readonly Scenario alrek = new();

    public ClearedRuleTests()
    {
        alrek.Record("2018", Establish("Styret"));
        alrek.Record("2018", new SetCompositionRules("Styret", MaxSeats: 7, TermLength: new TermLength(2, 0, 0), MaxTerms: 3));
    }

    [Fact]
    public void Null_clears_and_absent_keeps()
    {
        alrek.Record("2020", new SetCompositionRules("Styret", TermLength: new(null)));

        alrek.Body("Styret").Rules.Should().Be(CompositionRules.Default with { MaxSeats = 7, MaxTerms = 3 });
        alrek.Body("Styret", "2019-12-31").Rules.TermLength.Should().Be(new TermLength(2, 0, 0));
    }

    [Fact]
    public void Whoever_is_appointed_then_has_no_term_and_whoever_sat_keeps_theirs()
    {
        alrek.Record("2019-01-01", Appoint(New("Kari"), "Styret", SeatRole.Chair));
        alrek.Record("2020-01-01", new SetCompositionRules("Styret", TermLength: new(null)), Appoint(New("Ola"), "Styret", SeatRole.Member));

        alrek.Holder("Styret", SeatRole.Chair)!.TermThrough.ToString().Should().Be("2020-12-31");
        alrek.Holder("Styret", SeatRole.Member)!.TermThrough.Should().BeNull();
    }

    [Fact]
    public void It_is_told_and_handed_out_as_it_was_decided_and_compared()
    {
        var decided = alrek.Record("2020", new SetCompositionRules("Styret", MaxSeats: 9, MaxTerms: new(null)));

        Sentences.Of(alrek.At("2026-01-01"), decided.Facts[0]).Should().Be("Sammensetningen av Styret fikk regler: høyst 9 plasser og ikke lenger noen grense for perioder på rad.");
        Recall.Of(alrek.History.Decisions[decided.Decision].Current).Changes!.OfType<SetCompositionRules>().Single().MaxTerms.Should().Be(new Optional<int?>(null));
        Comparison.Between(alrek.At("2019-12-31"), alrek.At("2020-01-01"), (_, _) => []).Rules.Should().ContainSingle()
            .Which.Sentence.Should().Be("Reglene for sammensetningen av Styret ble endret: høyst 9 plasser og ikke lenger noen grense for perioder på rad.");
    }

    [Fact]
    public void Of_two_settings_of_one_day_the_last_holds()
    {
        alrek.Record("2020", new SetCompositionRules("Styret", TermLength: new(null)));
        alrek.Record("2020", new SetCompositionRules("Styret", TermLength: new TermLength(4, 0, 0)), new SetCompositionRules("Styret", MaxTerms: new(null)));

        var told = Timeline.Of(alrek.At("2026-01-01"), new(From: new(2020, 1, 1), Type: "composition-rules-set"), null, 10)!.Entries.Should().ContainSingle().Subject;

        told.Sentence.Should().Be("Sammensetningen av Styret fikk regler: perioder på 4 år og ikke lenger noen grense for perioder på rad.");
        alrek.Body("Styret").Rules.Should().Be(CompositionRules.Default with { MaxSeats = 7, TermLength = new TermLength(4, 0, 0) });
    }
}
