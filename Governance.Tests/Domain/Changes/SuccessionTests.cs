using Governance.Domain.Bodies;
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
        now.Successors(now.Bodies[eldre]).Should().BeEquivalentTo([alrek.Body("Hjemme").Id, alrek.Body("På sykehjem").Id]);
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
    public void A_body_that_comes_back_has_no_successor_any_more()
    {
        alrek.Record("2020", Dissolve("Eldrehelse", "Barn og unge"));
        alrek.Record("2021", Reestablish("Eldrehelse"));

        Linked("Barn og unge", []);
    }

    private void Linked(string body, IEnumerable<BodyId> predecessors)
    {
        var now = alrek.AsOf(ScenarioReading.Now);
        var heir = alrek.Body(body);
        now.Predecessors(heir).Should().BeEquivalentTo(predecessors);
        foreach (var predecessor in predecessors) now.Successors(now.Bodies[predecessor]).Should().Equal(heir.Id);
    }
}
