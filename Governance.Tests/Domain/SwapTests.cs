using Governance.Domain.Bodies;
using Governance.Domain.Mandates;
using Governance.Domain.Values;

namespace Governance.Tests.Domain;

public sealed class SwapTests
{
    private readonly Scenario alrek = new();

    public SwapTests() => alrek.Record("2016",
        new EstablishBody(BodyKind.PartnerMeeting, Name.Of("Styringsgruppe")) { Ref = "top" },
        new EstablishBody(BodyKind.SteeringGroup, Name.Of("Arbeidsgruppe"), Parent: "#top"));

    [Fact]
    public void Two_bodies_swap_a_name_in_one_decision_in_any_order()
    {
        var before = alrek.AsOf("2022-06-14").Living.ToDictionary(b => b.Name.Text, b => b.Id);

        alrek.Record("2022-06-15",
            new RenameBody("Arbeidsgruppe", Name.Of("Styringsgruppe")),
            new RenameBody("Styringsgruppe", Name.Of("Partnermøte")),
            new AdoptMandate("Arbeidsgruppe", ["Fremme samarbeid"]));

        var after = alrek.AsOf("2022-06-15").Living.ToDictionary(b => b.Name.Text, b => b.Id);
        after.Should().Equal(new Dictionary<string, BodyId> { ["Styringsgruppe"] = before["Arbeidsgruppe"], ["Partnermøte"] = before["Styringsgruppe"] });
        alrek.AsOf("2022-06-14").Living.Select(b => b.Name.Text).Should().BeEquivalentTo("Styringsgruppe", "Arbeidsgruppe");
    }

    [Fact]
    public void A_name_that_both_would_bear_is_refused()
    {
        alrek.Record("2020", new MoveBody("Arbeidsgruppe", Parent: new(null)));

        alrek.Refuse("2022-06-15", new RenameBody("Arbeidsgruppe", Name.Of("STYRINGSGRUPPE")))
            .Should().ContainSingle().Which.Code.Should().Be(Governance.Domain.Decisions.ViolationCode.NameTaken);
    }
}
