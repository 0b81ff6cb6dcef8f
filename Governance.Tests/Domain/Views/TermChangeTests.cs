using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Views;

/// <summary>The terms that a decision changes, each named.</summary>
public sealed class TermChangeTests
{
    private readonly Scenario alrek = new();
    private readonly Dictionary<string, PersonId> people = [];

    public TermChangeTests() => alrek.Record("2018", Establish("Styret"));

    [Fact]
    public void A_new_composition_names_every_term_that_becomes_another_and_no_other()
    {
        alrek.Record("2018", new SetCompositionRules("Styret", TermLength: new TermLength(4, 0, 0)),
            Reconstitute("Styret", Seat("Kari", "2020"), Seat("Ola", "2020"), Seat("Nils", null)));

        Terms("2019", Reconstitute("Styret", Seat("Kari", "2022"), Seat("Ola", null), Seat("Ny", "2022"))).Should().Equal("2020 → 2022: The term of Kari as member of Styret runs through 2022, not 2020.");
    }

    [Fact]
    public void One_who_had_no_term_gets_one()
    {
        alrek.Record("2018", Reconstitute("Styret", Seat("Kari", null)));

        Terms("2019", new ExtendAppointment(PartialDate.Parse("2022-05-31"), Body: "Styret", Role: SeatRole.Member, Person: Known(Person("Kari"))))
            .Should().Equal(" → 2022-05-31: Kari, member of Styret, gets a term through 31 May 2022.");
    }

    [Fact]
    public void A_rule_told_in_hindsight_changes_the_terms_that_were_worked_out_by_it()
    {
        alrek.Record("2018", new SetCompositionRules("Styret", TermLength: new TermLength(2, 0, 0)));
        alrek.Record("2020", Reconstitute("Styret", Seat("Kari", null), Seat("Ola", "2026")));

        Terms("2019", new SetCompositionRules("Styret", TermLength: new TermLength(3, 0, 0))).Should().Equal("2021 → 2022: The term of Kari as member of Styret runs through 2022 (by the rules), not 2021.");
    }

    private PersonId Person(string name) => people.TryGetValue(name, out var known) ? known : people[name] = alrek.Person();

    private ListedSeat Seat(string name, string? through) => new(SeatRole.Member, Person: Known(Person(name)), TermThrough: through is null ? null : PartialDate.Parse(through));

    private List<string> Terms(string on, params Change[] changes)
    {
        var before = alrek.History;
        var entry = alrek.Record(on, changes);
        var cards = people.Select(p => p.Value.Called(p.Key)).ToArray();
        return [.. TermChange.Of(before, alrek.At("2026-11-21", people: cards).English(), entry.Facts).Select(t => $"{t.Before} → {t.After}: {t.Sentence}")];
    }
}
