using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Time;
using Governance.Domain.Values;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Changes;

/// <summary>Who took over from whom is one link, told from either side.</summary>
public sealed class SuccessionTests
{
    private readonly Scenario alrek = new();
    private readonly BodyId eldre;
    private readonly BodyId unge;

    public SuccessionTests()
    {
        alrek.Record("2016", Establish("Eldrehelse"), Establish("Barn og unge"));
        (eldre, unge) = (alrek.Body("Eldrehelse").Id, alrek.Body("Barn og unge").Id);
    }

    [Fact]
    public void A_merger_is_told_by_the_body_that_takes_over()
    {
        alrek.Record("2020", Dissolve("Eldrehelse"), Dissolve("Barn og unge"), new EstablishBody(BodyKind.ProfessionalGroup, Name.Of("Livsløp"), Succeeds: ["Eldrehelse", "Barn og unge"]));

        Linked("Livsløp", [eldre, unge]);
    }

    [Fact]
    public void A_merger_is_told_by_the_bodies_that_go()
    {
        alrek.Record("2020", Dissolve("Eldrehelse", "#ny"), Dissolve("Barn og unge", "#ny"), Establish("Livsløp", called: "ny"));

        Linked("Livsløp", [eldre, unge]);
    }

    [Fact]
    public void A_link_told_from_both_sides_is_one()
    {
        alrek.Record("2020", Dissolve("Eldrehelse", "#ny"), new EstablishBody(BodyKind.Panel, Name.Of("Livsløp"), Succeeds: ["Eldrehelse"]) { Ref = "ny" });

        Linked("Livsløp", [eldre]);
    }

    [Fact]
    public void A_body_splits_in_two()
    {
        alrek.Record("2020", Dissolve("Eldrehelse"), new EstablishBody(BodyKind.Panel, Name.Of("Hjemme"), Succeeds: ["Eldrehelse"]), new EstablishBody(BodyKind.Panel, Name.Of("På sykehjem"), Succeeds: ["Eldrehelse"]));

        var now = alrek.AsOf(ScenarioReading.Now);
        now.Successors(eldre).Select(s => s.Successor).Should().BeEquivalentTo([alrek.Body("Hjemme").Id, alrek.Body("På sykehjem").Id]);
    }

    [Fact]
    public void A_body_may_be_taken_over_by_one_that_lives_on()
    {
        alrek.Record("2020", Dissolve("Eldrehelse", "Barn og unge"));

        Linked("Barn og unge", [eldre]);
    }

    [Fact]
    public void A_body_may_be_taken_over_by_one_that_comes_later_in_the_same_decision()
    {
        alrek.Record("2020", Dissolve("Eldrehelse", "#ny"), Establish("Livsløp", called: "ny").From("2021"));

        Linked("Livsløp", [eldre]);
    }

    [Fact]
    public void A_body_that_comes_back_has_no_successor_any_more_though_the_other_keeps_its_predecessor()
    {
        alrek.Record("2020", Dissolve("Eldrehelse", "Barn og unge"));
        alrek.Record("2021", Reestablish("Eldrehelse"));

        var now = alrek.AsOf(ScenarioReading.Now);
        now.Successors(eldre).Should().BeEmpty();
        now.Predecessors(unge).Select(s => (s.Predecessor, s.From)).Should().Equal((eldre, PartialDate.Parse("2020")));
    }

    [Fact]
    public void A_body_that_came_back_does_not_get_its_old_successor_again_by_the_successors_word()
    {
        alrek.Record("2018", Dissolve("Eldrehelse"), new EstablishBody(BodyKind.Panel, Name.Of("Livsløp"), Succeeds: ["Eldrehelse"]));
        alrek.Record("2020", Reestablish("Eldrehelse"));
        alrek.Record("2022", Dissolve("Eldrehelse", "Barn og unge"));

        var now = alrek.AsOf(ScenarioReading.Now);
        now.Successors(eldre).Select(s => s.Successor).Should().Equal(unge);
        now.Predecessors(alrek.Body("Livsløp").Id).Select(s => s.Predecessor).Should().Equal(eldre);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_link_has_the_same_day_whichever_side_told_it(bool told)
    {
        alrek.Record("2020", Dissolve("Eldrehelse", told ? ["#ny"] : []), new EstablishBody(BodyKind.Panel, Name.Of("Livsløp"), Succeeds: told ? [] : ["Eldrehelse"]) { Ref = "ny", EffectiveFrom = PartialDate.Parse("2021") });

        alrek.AsOf(ScenarioReading.Now).Successors(eldre).Select(s => s.From).Should().Equal(PartialDate.Parse("2021"));
    }

    [Theory]
    [InlineData("#igjen", null)]
    [InlineData("Eldrehelse", null)]
    [InlineData("Eldrehelse", "Helse for eldre")]
    [InlineData("Helse for eldre", "Helse for eldre")]
    public void A_body_that_comes_back_can_be_used_in_the_same_decision(string called, string? name)
    {
        alrek.Record("2020", Dissolve("Eldrehelse"));

        alrek.Record("2021", new ReestablishBody("Eldrehelse", name is null ? null : Name.Of(name)) { Ref = "igjen" }, Adopt(called, "Samarbeid"), Establish("Råd", under: called), Seat(called, SeatRole.Chair));

        alrek.Body(name ?? "Eldrehelse").Should().BeEquivalentTo(new { Id = eldre, Mandate = new { Points = new[] { "Samarbeid" } } });
        alrek.Body("Råd").Parent.Should().Be(eldre);
    }

    private void Linked(string body, IEnumerable<BodyId> predecessors)
    {
        var now = alrek.AsOf(ScenarioReading.Now);
        var heir = alrek.Body(body);
        now.Predecessors(heir.Id).Select(s => s.Predecessor).Should().BeEquivalentTo(predecessors);
        foreach (var predecessor in predecessors) now.Successors(predecessor).Select(s => s.Successor).Should().Equal(heir.Id);
    }
}
