using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Findings;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Findings;

public sealed class CompositionFindingTests
{
    private readonly Reporting alrek = new();

    public CompositionFindingTests() => alrek.Record("2020", new EstablishBody(BodyKind.Panel, Name.Of("Brukerpanel"), NameEn: Name.Of("User Panel")));

    [Fact]
    public void A_new_body_has_neither_chair_nor_members_nor_mandate()
    {
        alrek.On("2020-01-01").Open.Select(f => (f.Code, f.Severity)).Should().Equal(
            (FindingCode.NoChair, Severity.Serious), (FindingCode.NoMembers, Severity.Serious), (FindingCode.NoMandate, Severity.Warning));
        alrek.Expect(FindingCode.NoChair, "2020", "2021-01-01", "Brukerpanel mangler leder.", "User Panel has no chair.");
        alrek.Expect(FindingCode.NoMembers, "2020", "2021-01-01", "Brukerpanel har ingen medlemmer.", "User Panel has no members.");
        alrek.On("2019-12-31").Open.Should().BeEmpty();
    }

    [Fact]
    public void A_body_dissolved_and_brought_back_begins_anew()
    {
        alrek.Record("2021-01-01", new DissolveBody("Brukerpanel"));
        alrek.Record("2022-01-01", new ReestablishBody("Brukerpanel"));

        alrek.On("2021-06-01").Open.Should().BeEmpty();
        alrek.One(FindingCode.NoMembers, "2023-01-01").Since.ToString().Should().Be("2022-01-01");
    }

    [Fact]
    public void Two_chairs_are_one_too_many_unless_the_rules_allow_it()
    {
        alrek.Record("2020-02-01", new Appoint(alrek.Person("Kari"), "Brukerpanel", SeatRole.Chair), new Appoint(alrek.Person("Ola"), "Brukerpanel", SeatRole.Chair));

        alrek.Expect(FindingCode.SeveralChairs, "2020-02-01", "2020-03-01",
            "Brukerpanel har flere ledere (Kari og Ola); reglene tillater bare én.", "User Panel has several chairs (Kari and Ola); the rules allow only one.");
        alrek.Record("2020-04-01", new SetCompositionRules("Brukerpanel", CoChairs: true));
        alrek.Of(FindingCode.SeveralChairs, "2020-04-01").Should().BeEmpty();
    }

    [Fact]
    public void Size_is_the_seats_of_members_with_deputies_and_observers_apart()
    {
        alrek.Record("2020-02-01", new SetCompositionRules("Brukerpanel", MinSeats: 2, MaxSeats: 2, MaxObservers: 1, MinUserRepresentatives: 1),
            new CreateSeat("Brukerpanel", SeatRole.Chair), new CreateSeat("Brukerpanel", SeatRole.Deputy), new CreateSeat("Brukerpanel", SeatRole.Observer));

        alrek.Expect(FindingCode.UnderSize, "2020-02-01", "2020-03-01", "Brukerpanel har 1 plass; reglene krever minst 2.", "User Panel has 1 seat; the rules ask for at least 2.");
        alrek.Expect(FindingCode.TooFewUserRepresentatives, "2020-02-01", "2020-03-01",
            "Brukerpanel har 0 brukerrepresentanter; reglene krever minst 1.", "User Panel has 0 user representatives; the rules ask for at least 1.");
        alrek.Of(FindingCode.TooManyObservers, "2020-03-01").Should().BeEmpty();

        alrek.Record("2020-05-01", new CreateSeat("Brukerpanel", SeatRole.Member, UserRepresentative: true), new CreateSeat("Brukerpanel", SeatRole.Member), new CreateSeat("Brukerpanel", SeatRole.Observer));
        alrek.Record("2020-06-01", new Appoint(alrek.Person("Kari"), "Brukerpanel", SeatRole.Member));
        alrek.Expect(FindingCode.OverSize, "2020-05-01", "2020-06-01", "Brukerpanel har 3 plasser; reglene tillater høyst 2.", "User Panel has 3 seats; the rules allow at most 2.");
        alrek.Expect(FindingCode.TooManyObservers, "2020-05-01", "2020-06-01",
            "Brukerpanel har 2 observatører; reglene tillater høyst 1.", "User Panel has 2 observers; the rules allow at most 1.");
        alrek.Of(FindingCode.TooFewUserRepresentatives, "2020-06-01").Should().BeEmpty();
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(6, 3)]
    [InlineData(7, 4)]
    [InlineData(8, 5)]
    [InlineData(9, 5)]
    [InlineData(10, 6)]
    [InlineData(15, 9)]
    public void Of_so_many_members_at_most_so_many_are_of_one_gender(int members, int most)
    {
        Seated(SeatRole.Member, members, women: most);
        alrek.Of(FindingCode.GenderBalance, "2020-06-01").Should().BeEmpty();

        if (most == members) return;
        alrek.Know($"Member {most + 1}", card => card with { Gender = Gender.Female });
        alrek.Expect(FindingCode.GenderBalance, "2020-02-01", "2020-06-01",
            $"Av de {members} medlemmene i Brukerpanel med kjent kjønn er {most + 1} av samme kjønn; høyst {most} kan være det.",
            $"Of the {members} members of User Panel whose gender is known, {most + 1} are of one gender; at most {most} may be.");
    }

    [Fact]
    public void Whose_gender_is_not_known_is_not_counted()
    {
        Seated(SeatRole.Member, 3, women: 3);
        alrek.Know("Member 1", card => card with { Gender = null });
        alrek.Of(FindingCode.GenderBalance, "2020-06-01").Should().BeEmpty();
    }

    [Fact]
    public void Deputies_balance_apart_and_observers_are_not_counted()
    {
        Seated(SeatRole.Deputy, 3, women: 3);
        alrek.One(FindingCode.GenderBalance, "2020-06-01").Message.Nb.Should().StartWith("Av de 3 varaene i Brukerpanel");
        Seated(SeatRole.Observer, 3, women: 3);
        alrek.Of(FindingCode.GenderBalance, "2020-06-01").Should().BeEmpty();
    }

    private void Seated(SeatRole role, int count, int women)
    {
        alrek.Record("2020-02-01",
            new SetCompositionRules("Brukerpanel", GenderBalance: true),
            new ReconstituteBody("Brukerpanel", [.. Enumerable.Range(1, count).Select(i => new ListedSeat(role, Person: alrek.Person($"{role} {i}")))]));
        for (var i = 1; i <= count; i++)
        {
            var gender = i <= women ? Gender.Female : Gender.Male;
            alrek.Know($"{role} {i}", card => card with { Gender = gender });
        }
    }
}
