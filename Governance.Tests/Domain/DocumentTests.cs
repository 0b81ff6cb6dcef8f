using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Many decisions in one document: names in its order, rules when all is in, all or nothing.</summary>
public sealed class DocumentTests
{
    private readonly Scenario alrek = new();

    [Fact]
    public void Names_and_refs_reach_from_one_entry_to_the_next()
    {
        var outcome = Take(
            new(Scenario.Decided("2016", Establish("Styret", called: "s"), Admit("UiB", called: "p"))),
            new(Scenario.Decided("2017", Seat("Styret", SeatRole.Chair, represents: "UiB", called: "leder"), Appoint(New("Kari", "kari"), "#leder"))),
            new(Scenario.Decided("2018", Appoint(new PersonReference.Existing("#kari"), "#s", SeatRole.Secretary), End("#leder"))));

        outcome.Violations.Should().BeEmpty();
        Enter(outcome);
        alrek.Seats("Styret").Should().Equal((SeatRole.Chair, null), (SeatRole.Secretary, outcome.Entries[1].Persons.Single().Id));
    }

    [Fact]
    public void Entries_may_stand_in_any_order_of_time_as_long_as_all_holds_in_the_end()
    {
        var outcome = Take(
            new(Scenario.Decided("2018", Establish("Rådet"))),
            new(Scenario.Decided("2017", Establish("Rådet", called: "r"))),
            new(Scenario.Decided("2017-06", Dissolve("#r"))));

        outcome.Violations.Should().BeEmpty();
    }

    [Fact]
    public void What_is_wrong_is_told_by_entry_and_change_and_nothing_is_taken()
    {
        var outcome = Take(
            new(Scenario.Decided("2016", Establish("Styret"))),
            new(Scenario.Decided("2017", Adopt("Styret", "Styre"), Establish("STYRET"))),
            new(Scenario.Decided("2018", Rename("Ingen", "Noen"))));

        outcome.Entries.Should().BeEmpty();
        outcome.Violations.Select(v => (v.Entry, v.Change, v.Code)).Should().BeEquivalentTo([((int?)1, (int?)1, ViolationCode.NameTaken), (2, 0, ViolationCode.UnknownBody)]);
    }

    [Fact]
    public void An_entry_is_in_conflict_with_what_was_recorded_before_the_document()
    {
        alrek.Record("2016", Establish("Styret"));
        var later = alrek.Record("2020", Rename("Styret", "Rådet"));

        var violation = Take(new ImportedDecision(Scenario.Decided("2018", Dissolve("Styret")))).Violations.Single();

        (violation.Entry, violation.Change, violation.ConflictsWith).Should().Be((0, 0, later.Decision));
    }

    [Fact]
    public void An_entry_corrects_one_before_it_and_keeps_its_ids()
    {
        var outcome = Take(
            new(Scenario.Decided("2016", Establish("Styret", called: "s")), "a"),
            new(Scenario.Decided("2017", Rename("Styret", "Rådet"))),
            new(Scenario.Decided("2016-05", Establish("Styringsgruppen", called: "s")), Corrects: "a", Reason: "Feil navn"));

        outcome.Violations.Should().BeEmpty();
        Enter(outcome);
        alrek.Body("Rådet").Names.All.Select(n => n.Name.Text).Should().Equal("Styringsgruppen", "Rådet");
        alrek.History.Decisions.Values.Select(d => d.Revisions.Count).Should().BeEquivalentTo([2, 1]);
    }

    [Fact]
    public void A_case_number_is_used_once_among_them_and_is_free_again_when_corrected_away()
    {
        var numbered = Scenario.Decided("2016") with { CaseNumber = "1/16" };

        Take(new(numbered, "a"), new(numbered)).Violations.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = ViolationCode.CaseNumberTaken, Entry = (int?)1 });
        Take(new(numbered, "a"), new(Scenario.Decided("2016") with { CaseNumber = "2/16" }, Corrects: "a", Reason: "Feil"), new(numbered)).Violations.Should().BeEmpty();
    }

    [Fact]
    public void Reinstating_an_annulled_decision_under_another_number_frees_no_number_that_another_has_taken()
    {
        var numbered = Scenario.Decided("2016") with { CaseNumber = "1/16" };
        var annulled = alrek.Record(numbered);
        alrek.Annul(annulled.Decision);
        var holder = alrek.Record(numbered);

        var outcome = Take(new(Scenario.Decided("2016") with { CaseNumber = "2/16" }, Corrects: annulled.Decision.ToString(), Reason: "Gyldig likevel"), new(numbered));

        outcome.Violations.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = ViolationCode.CaseNumberTaken, Entry = 1, ConflictsWith = holder.Decision });
    }

    [Fact]
    public void An_entry_that_corrects_nothing_known_is_told() =>
        Take(new ImportedDecision(Scenario.Decided("2016"), Corrects: "ukjent", Reason: "Feil")).Violations.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = ViolationCode.UnknownDecision, Entry = 0, Member = "corrects" });

    private ImportOutcome Take(params ImportedDecision[] decisions) => new Import(alrek.History, Scenario.Today, new Dictionary<string, PersonId>(StringComparer.Ordinal), alrek.NewId).Run(decisions);

    private void Enter(ImportOutcome outcome)
    {
        foreach (var entry in outcome.Entries) alrek.Enter(entry);
    }
}
