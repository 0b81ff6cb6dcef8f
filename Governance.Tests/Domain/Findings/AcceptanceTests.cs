using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Findings;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Findings;

public sealed class AcceptanceTests
{
    private readonly Reporting alrek = new();

    public AcceptanceTests() => alrek.Record("2020", new EstablishBody(BodyKind.Board, Name.Of("Styret")));

    [Fact]
    public void An_acceptance_lasts_as_long_as_the_finding()
    {
        alrek.Story.Enter(new FindingAccepted(alrek.One(FindingCode.NoChair, "2020-05-01").Id, "Velges til høsten"));

        alrek.Of(FindingCode.NoChair, "2020-08-01").Should().BeEmpty();
        alrek.On("2020-08-01").Accepted.Should().ContainSingle().Which.Note.Should().Be("Velges til høsten");

        alrek.Record("2020-09-01", new Appoint(alrek.Person("Kari"), "Styret", SeatRole.Chair));
        alrek.On("2020-09-01").Accepted.Should().BeEmpty();
        alrek.Record("2020-12-01", new EndAppointment(Body: "Styret", Role: SeatRole.Chair, Person: alrek.Person("Kari")));
        alrek.One(FindingCode.NoChair, "2020-12-24").Since.ToString().Should().Be("2020-12-01", "this is another one");
    }

    [Fact]
    public void Ids_never_change() =>
        alrek.One(FindingCode.NoMandate, "2020-05-01").Id.Should().Be(Guid.Parse("750357e7-3a2f-862a-a388-5e524901636a"));

    [Fact]
    public void The_worst_comes_first_and_every_kind_has_its_weight()
    {
        alrek.On("2020-05-01").Open.Select(f => f.Severity).Should().BeInAscendingOrder();
        Enum.GetValues<FindingCode>().Select(Severities.Of).Distinct().Should().HaveCount(3);
    }

    [Fact]
    public void A_person_who_is_erased_or_unknown_is_not_named()
    {
        alrek.Record("2020-02-01", new Appoint(alrek.Person("Kari"), "Styret", SeatRole.Chair, TermThrough: new DateOnly(2020, 3, 1)));
        alrek.Know("Kari", card => card with { Erased = true });

        alrek.One(FindingCode.CarryOver, "2020-05-01").Message.Nb.Should().StartWith("I Styret sitter slettet person fortsatt");
    }
}
