using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Findings;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Findings;

public sealed class SeatFindingTests
{
    private readonly Reporting alrek = new();

    public SeatFindingTests() => alrek.Record("2020",
        new EstablishBody(BodyKind.Board, Name.Of("Styret"), NameEn: Name.Of("The Board")),
        new AdmitPartner(Name.Of("Bergen kommune"), PartnerKind.Municipality));

    [Fact]
    public void A_seat_is_vacant_from_the_day_it_is_made_or_left()
    {
        alrek.Record("2020-03", new CreateSeat("Styret", SeatRole.Member, Represents: "Bergen kommune"));
        alrek.Expect(FindingCode.VacantSeat, "2020-03", "2020-06-01",
            "Plassen som medlem for Bergen kommune i Styret er ledig.", "The seat of member for Bergen kommune in The Board is vacant.");

        alrek.Record("2020-07-01", new Appoint(alrek.Person("Kari Nordmann"), "Styret", SeatRole.Member));
        alrek.Of(FindingCode.VacantSeat, "2020-07-01").Should().BeEmpty();

        alrek.Record("2020-09-01", new EndAppointment(Body: "Styret", Role: SeatRole.Member, Person: alrek.Person("Kari Nordmann")));
        alrek.Record("2020-10-01", new RenameBody("Styret", Name.Of("Stiftelsesstyret")));
        alrek.One(FindingCode.VacantSeat, "2020-11-01").Since.ToString().Should().Be("2020-09-01");
    }

    [Fact]
    public void Without_carry_over_a_seat_falls_vacant_the_day_after_the_term()
    {
        alrek.Record("2020-03-01",
            new SetCompositionRules("Styret", CarryOver: false), new CreateSeat("Styret", SeatRole.Chair),
            new Appoint(alrek.Person("Kari Nordmann"), "Styret", SeatRole.Chair, TermThrough: PartialDate.Parse("2021")));

        alrek.Of(FindingCode.VacantSeat, "2021-12-31").Should().BeEmpty();
        alrek.One(FindingCode.VacantSeat, "2022-05-01").Since.ToString().Should().Be("2022");
        alrek.One(FindingCode.NoChair, "2022-05-01").Since.ToString().Should().Be("2022");
        alrek.Of(FindingCode.CarryOver, "2022-05-01").Should().BeEmpty();
    }

    [Fact]
    public void A_term_ends_soon_and_then_is_carried_over()
    {
        alrek.Record("2020-03-01", new Appoint(alrek.Person("Kari Nordmann"), "Styret", SeatRole.Chair, TermThrough: PartialDate.Parse("2021-06-30")));

        alrek.Of(FindingCode.TermEndsSoon, "2021-03-31").Should().BeEmpty();
        alrek.Expect(FindingCode.TermEndsSoon, "2021-04-01", "2021-06-30",
            "Perioden til Kari Nordmann som leder i Styret går snart ut: den varer til og med 30. juni 2021.",
            "The term of Kari Nordmann as chair in The Board ends soon: it runs through 30 June 2021.");
        alrek.Of(FindingCode.TermEndsSoon, "2021-07-01").Should().BeEmpty();
        alrek.Expect(FindingCode.CarryOver, "2021-07-01", "2023-01-01",
            "I Styret sitter Kari Nordmann fortsatt som leder, men perioden varte til og med 30. juni 2021.",
            "In The Board, Kari Nordmann still sits as chair, though the term ran through 30 June 2021.");
    }

    [Fact]
    public void Terms_in_unbroken_service_are_counted_by_group()
    {
        alrek.Record("2020", new SetCompositionRules("Styret", MaxTerms: 2));
        foreach (var year in (int[])[2020, 2022, 2024])
            alrek.Record($"{year}", new ReconstituteBody("Styret", [
                new(SeatRole.Member, Person: alrek.Person("Kari"), TermThrough: PartialDate.Parse($"{year + 1}")),
                year == 2022 ? new(SeatRole.Deputy, Person: alrek.Person("Ola")) : new(SeatRole.Member, Person: alrek.Person("Ola"), TermThrough: PartialDate.Parse($"{year + 1}"))]));

        alrek.Of(FindingCode.TermsExceeded, "2023-12-31").Should().BeEmpty();
        alrek.Expect(FindingCode.TermsExceeded, "2024", "2024-05-01",
            "I Styret sitter Kari i periode nummer 3 på rad; reglene tillater høyst 2.", "In The Board, Kari sits for term number 3 in a row; the rules allow at most 2.");
    }

    [Fact]
    public void A_person_with_two_votes_is_told_of_also_when_one_comes_with_an_office()
    {
        alrek.Record("2020", new EstablishBody(BodyKind.WorkingGroup, Name.Of("Utvalget")) { Ref = "u" }, new CreateSeat("#u", SeatRole.Member, ExOfficio: new("Styret", SeatRole.Chair)));
        alrek.Record("2020-05-01", new Appoint(alrek.Person("Kari"), "Utvalget", SeatRole.DeputyChair));
        alrek.Record("2020-06-01", new Appoint(alrek.Person("Kari"), "Styret", SeatRole.Chair));

        alrek.Expect(FindingCode.PersonInTwoVotingSeats, "2020-06-01", "2020-09-01",
            "I Utvalget har Kari mer enn én plass med stemmerett: medlem og nestleder.", "In Utvalget, Kari holds more than one voting seat: member and deputy chair.");
        alrek.Of(FindingCode.VacantSeat, "2020-05-31").Should().ContainSingle().Which.Since.ToString().Should().Be("2020");
        alrek.Of(FindingCode.VacantSeat, "2020-06-01").Should().BeEmpty();
    }

    [Fact]
    public void A_seat_outlives_the_partner_it_represents()
    {
        alrek.Record("2020-02-01", new CreateSeat("Styret", SeatRole.Member, Represents: "Bergen kommune"));
        alrek.Record("2021-05-05", new WithdrawPartner("Bergen kommune"));
        alrek.Record("2021-06-01", new RenameBody("Styret", Name.Of("Hovedstyret")));

        alrek.Expect(FindingCode.SeatOfWithdrawnPartner, "2021-05-05", "2021-07-01",
            "Plassen som medlem for Bergen kommune i Hovedstyret representerer Bergen kommune, som ikke lenger er partner.",
            "The seat of member for Bergen kommune in Hovedstyret represents Bergen kommune, which is no longer a partner.");
    }
}
