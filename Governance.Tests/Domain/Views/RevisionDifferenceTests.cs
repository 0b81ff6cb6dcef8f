using Governance.Api.Features.Compare;
using Governance.Domain.Bodies;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class RevisionDifferenceTests
{
    [Theory]
    [InlineData(Audience.Reader, Language.Nb, "Tittel: -Vedtak +Rettet", "Endringer: -Styret +Rådet")]
    [InlineData(Audience.Public, Language.Nb)]
    public void A_correction_says_word_by_word_what_it_corrected(Audience audience, Language language, params string[] said)
    {
        var story = new Scenario();
        var id = story.Record("2020-01-01", new EstablishBody(BodyKind.Board, Name.Of("Styret"))).Decision;
        story.Correct(id, Scenario.Decided("2020-01-01", new EstablishBody(BodyKind.Board, Name.Of("Rådet"))) with { Title = "Rettet" });

        var shown = DecisionView.Of(new(story.History, new(2026, 1, 1), Persons.None, audience, language), id, new WordDiff().Between)!;

        shown.Revisions[0].Differences.Should().BeEmpty();
        shown.Revisions[1].Differences.Should().HaveCount(said.Length);
        foreach (var (difference, expected) in shown.Revisions[1].Differences.Zip(said)) expected.Should().StartWith(difference.What + ":");
        shown.Revisions[1].Differences.SelectMany(d => d.Text).Where(t => t.Kind != SegmentKind.Same).Select(t => t.Text.Trim()).Should().Equal(said.Length == 0 ? [] : ["Vedtak", "Rettet", "Styret", "Rådet"]);
    }
}
