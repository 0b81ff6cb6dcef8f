using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>What was known when: recording, correction, annulment, merging and the founding as seen from any moment.</summary>
public sealed class KnowledgeTests
{
    private readonly Scenario alrek = new();

    [Fact]
    public void Knowledge_begins_with_the_instant_of_recording()
    {
        alrek.Record("2016", Establish("Styret"));
        var at = alrek.History.RecordedAt;

        Known(at).Should().Equal("Styret");
        Known(at.AddMicroseconds(-1)).Should().BeEmpty();
        alrek.History.KnownAt(DateTimeOffset.MinValue).AsOf(new(2020, 1, 1)).Should().BeNull();
    }

    [Fact]
    public void After_the_swap_what_was_known_before_still_has_the_old_names_on_any_day()
    {
        alrek.Record("2016", Establish("Styringsgruppe", called: "top"), Establish("Arbeidsgruppe", under: "#top"));
        var before = alrek.History.RecordedAt;
        alrek.Record("2022-06-15", Rename("Arbeidsgruppe", "Styringsgruppe"), Rename("Styringsgruppe", "Partnermøte"));

        Known(before, "2030-01-01").Should().Equal("Arbeidsgruppe", "Styringsgruppe");
        Known(alrek.History.RecordedAt, "2022-06-14").Should().Equal("Arbeidsgruppe", "Styringsgruppe");
        Known(alrek.History.RecordedAt, "2022-06-15").Should().Equal("Partnermøte", "Styringsgruppe");
    }

    [Fact]
    public void A_correction_replaces_the_revision_before_from_when_it_is_known()
    {
        var entry = alrek.Record("2016", Establish("Styret"));
        var before = alrek.History.RecordedAt;
        alrek.Correct(entry.Decision, Scenario.Decided("2017", Establish("Rådet")));

        Known(before, "2016-06-01").Should().Equal("Styret");
        Known(alrek.History.RecordedAt, "2016-06-01").Should().BeEmpty();
        Known(alrek.History.RecordedAt).Should().Equal("Rådet");
        alrek.History.Decisions[entry.Decision].Should().BeEquivalentTo(new { Status = DecisionStatus.Corrected, Position = 2L });
        alrek.History.Decisions[entry.Decision].Revisions.Select(r => (r.Number, r.Reason)).Should().Equal((1, null), (2, "Feil ført"));
    }

    [Fact]
    public void An_annulled_decision_is_as_if_never_recorded_and_still_there_as_known_before()
    {
        var entry = alrek.Record("2016", Establish("Styret"));
        var before = alrek.History.RecordedAt;
        alrek.Annul(entry.Decision);

        Known(alrek.History.RecordedAt).Should().BeEmpty();
        Known(before).Should().Equal("Styret");
        alrek.History.Decisions[entry.Decision].Should().BeEquivalentTo(new { Status = DecisionStatus.Annulled, Annulment = new { Reason = "Ugyldig", By = (DecisionId?)null } });
    }

    [Fact]
    public void Correcting_an_annulled_decision_reinstates_it_with_the_ids_it_made()
    {
        var entry = alrek.Record("2016", Establish("Styret"));
        var id = alrek.Body("Styret").Id;
        alrek.Annul(entry.Decision);
        var annulled = alrek.History.RecordedAt;

        alrek.Correct(entry.Decision, Scenario.Decided("2016", Establish("Rådet")));

        alrek.Body("Rådet").Id.Should().Be(id);
        alrek.History.Decisions[entry.Decision].Status.Should().Be(DecisionStatus.Corrected);
        Known(annulled).Should().BeEmpty();
    }

    [Fact]
    public void An_annulment_may_be_decided_by_another_decision()
    {
        var entry = alrek.Record("2016", Establish("Styret"));
        var by = alrek.Record("2017");

        var outcome = alrek.Register().Annul(entry.Decision, "Ugyldig innkalling", by.Decision);

        outcome.Should().BeOfType<DecisionOutcome.Accepted>().Which.Entry.Act.Should().Be(new DecisionAnnulled(entry.Decision, "Ugyldig innkalling", by.Decision));
    }

    [Fact]
    public void A_future_decision_takes_effect_on_its_day_by_itself()
    {
        alrek.Record("2026-11-21", Establish("Styret").From("2030"));

        alrek.AsOf("2029-12-31").Living.Should().BeEmpty();
        alrek.Bodies("2030-01-01").Should().Equal("Styret");
    }

    [Fact]
    public void Two_persons_that_are_one_are_one_at_every_moment_of_knowledge()
    {
        var (kari, again, third) = (alrek.Person(), alrek.Person(), alrek.Person());
        alrek.Record("2016", Establish("Styret", called: "s"), Seat("#s", SeatRole.Chair, called: "leder"), Appoint(Told.Known(again), "#leder", "2017"));
        var before = alrek.History.RecordedAt;
        alrek.Enter(new PersonMerged(again, kari));
        alrek.Enter(new PersonMerged(kari, third));

        alrek.Holder("Styret", SeatRole.Chair)!.Person.Should().Be(third);
        var then = alrek.History.KnownAt(before).AsOf(new(2016, 1, 1))!;
        then.Bodies.Values.Single().Seats.Single().Holders.Single().Person.Should().Be(third);
        then.Bodies.Values.Single().Services.Keys.Should().Equal((third, ServiceGroup.Members));
    }

    [Fact]
    public void A_merged_person_is_the_same_in_a_later_decision_under_either_id()
    {
        var (kari, again) = (alrek.Person(), alrek.Person());
        alrek.Record("2016", Establish("Styret", called: "s"), Appoint(Told.Known(kari), "#s", SeatRole.Chair, "2030"));
        alrek.Enter(new PersonMerged(again, kari));

        alrek.Refusal("2020", Appoint(Told.Known(again), "Styret", SeatRole.Chair)).Should().Equal("person-twice change=0 member=person body=Styret date=2020-01-01");
        alrek.Record("2020", End("Styret", SeatRole.Chair, Told.Known(again)));
        alrek.Seats("Styret").Should().BeEmpty();
    }

    [Fact]
    public void Another_founding_bears_on_all_days_from_when_it_is_known()
    {
        var before = alrek.History.RecordedAt;
        alrek.Enter(new ClusterCorrected(Name.Of("Alrek"), Name.Of("Alrek Cluster"), PartialDate.Parse("2015-03"), "Europe/Oslo", null, null));

        alrek.AsOf("2015-03-01").Names.Current.Name.Text.Should().Be("Alrek");
        alrek.History.KnownAt(before).AsOf(new(2015, 12, 31)).Should().BeNull();
        alrek.History.KnownAt(before).AsOf(new(2016, 1, 1))!.Names.Current.Name.Text.Should().Be("Alrek helseklynge");
        alrek.Record("2015-06", Establish("Styret"));
    }

    private IEnumerable<string> Known(DateTimeOffset at, string day = ScenarioReading.Now) =>
        (alrek.History.KnownAt(at).AsOf(ScenarioReading.Day(day))?.Living ?? []).Select(b => b.Name.Text).Order(StringComparer.Ordinal);
}
