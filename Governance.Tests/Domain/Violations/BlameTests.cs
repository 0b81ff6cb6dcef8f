using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Violations;

/// <summary>Which change is to blame where several touch the same body, and what is refused of what is over.</summary>
public sealed class BlameTests
{
    private readonly Scenario alrek = new();
    private readonly PersonReference kari;

    public BlameTests()
    {
        kari = Known(alrek.Person());
        alrek.Record("2016",
            Establish("Styret", called: "styret"), Establish("Rådet", under: "#styret", called: "rådet"), Establish("Utvalget", under: "#rådet"),
            Seat("#styret", SeatRole.Chair, called: "leder"), Appoint(kari, "#leder", through: "2030"), Seat("#rådet", SeatRole.Member));
    }

    private string Chair => alrek.Seat("Styret", SeatRole.Chair).Id.ToString();

    private string Member => alrek.Seat("Rådet", SeatRole.Member).Id.ToString();

    [Fact]
    public void The_change_that_brings_it_about_is_to_blame_whatever_else_the_decision_does_to_the_same_bodies()
    {
        alrek.Refusal("2020", Dissolve("Rådet"), Rename("Utvalget", "Panelet"), Adopt("Utvalget", "Råde"))
            .Should().Equal("has-children change=0 member=body body=Rådet date=2020-01-01 candidates=Panelet");
        alrek.Refusal("2020", Appoint(New("Ola"), Chair), Seat("Styret", SeatRole.Member), Adopt("Styret", "Styre"))
            .Should().Equal("seat-taken change=0 member=seat body=Styret date=2020-01-01");
        alrek.Refusal("2020", Move("Styret", under: "Utvalget"), Move("Rådet", under: "Styret"), Rename("Styret", "Hovedstyret"), Adopt("Rådet", "Råde"))
            .Should().OnlyContain(v => v.StartsWith("parent-cycle change=0", StringComparison.Ordinal) || v.StartsWith("parent-cycle change=1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_term_that_ran_out_where_nobody_sits_on_is_not_extended()
    {
        alrek.Record("2019", new SetCompositionRules("Rådet", CarryOver: false), Appoint(kari, Member, through: "2020"));
        alrek.Refusal("2022", new ExtendAppointment(PartialDate.Parse("2023"), Seat: Member)).Should().Equal("unknown-seat change=0 member=person body=Rådet date=2022");
        alrek.Record("2021", new ExtendAppointment(PartialDate.Parse("2023"), Seat: Member));
    }

    [Fact]
    public void A_living_body_is_not_reestablished() =>
        alrek.Refusal("2020", Reestablish("Rådet")).Should().Equal("not-in-existence change=0 member=body body=Rådet date=2020 candidates=Rådet");
}
