using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Views;

public sealed class PastAnswerTests
{
    private readonly Scenario alrek = new();

    public PastAnswerTests() => alrek.Record("2016", Establish("Styret", called: "s"), Establish("Rådet"), Adopt("#s", "Styre"));

    [Fact]
    public void A_decision_about_the_past_says_which_answers_change_until_another_took_over()
    {
        alrek.Record("2020-01-01", Rename("Styret", "Styringsgruppe"));
        alrek.Record("2021", Adopt("Rådet", "Råde"));

        Changed(a => a.Record("2018-03", Rename("Styret", "Gruppa"))).Should().Equal("Gruppa 2018-03–2019-12-31 Navnet er Gruppa, ikke Styret.");
        Changed(a => a.Record("2018", Adopt("Rådet", "Før"))).Should().Equal("Rådet 2018–2026-11-20 Mandatet er endret.");
    }

    [Fact]
    public void A_decision_about_today_or_later_changes_no_past_answer()
    {
        Changed(a => a.Record("2026-11-21", Rename("Styret", "Gruppa"))).Should().BeEmpty();
        Changed(a => a.Record("2020", Rename("Rådet", "Gruppen").From("2027"))).Should().BeEmpty();
    }

    [Fact]
    public void An_annulment_tells_what_is_no_longer_so()
    {
        var made = alrek.Record("2018", Establish("Panelet"), Move("Rådet", "Styret"), Appoint(New("Kari"), "Styret", SeatRole.Chair, through: "2019")).Decision;
        alrek.Record("2019", Dissolve("Panelet"));
        var still = alrek.Record("2017", Appoint(New("Ola"), "Rådet", SeatRole.Chair)).Decision;

        Changed(a => a.Annul(still)).Should().Equal("Rådet 2017–2026-11-20 ukjent person sitter ikke.");
        alrek.TryAnnul(made).Should().BeOfType<DecisionOutcome.Refused>();
    }

    [Fact]
    public void Who_sits_by_virtue_of_office_follows()
    {
        alrek.Record("2017", Seat("Rådet", SeatRole.Member, follows: new("Styret", SeatRole.Chair)));

        Changed(a => a.Record("2018-01-01", Appoint(New("Kari"), "Styret", SeatRole.Chair))).Should().Equal(
            "Rådet 2018-01-01–2026-11-20 Kari sitter i tillegg.", "Styret 2018-01-01–2026-11-20 Kari sitter i tillegg.");
    }

    private IEnumerable<string> Changed(Action<Scenario> then)
    {
        var before = alrek.History;
        then(alrek);
        var view = alrek.At(ScenarioReading.Now);
        view = view with { Persons = Governance.Domain.People.Persons.Of(alrek.History.Persons.Keys.Except(before.Persons.Keys).Select(p => p.Called("Kari"))) };
        return PastAnswer.Changed(before, view).Select(a => $"{a.Body.Name} {a.ValidFrom}–{a.ValidThrough} {a.What}");
    }
}
