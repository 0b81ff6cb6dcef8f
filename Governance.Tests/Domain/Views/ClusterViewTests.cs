using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class ClusterViewTests
{
    private readonly Scenario alrek = new();

    public ClusterViewTests()
    {
        alrek.Record("2016",
            new AdmitPartner(Name.Of("Bergen kommune"), PartnerKind.Municipality) { Ref = "bergen" },
            new EstablishBody(BodyKind.PartnerMeeting, Name.Of("Styringsgruppe")) { Ref = "top" },
            new EstablishBody(BodyKind.SteeringGroup, Name.Of("Arbeidsgruppe"), Parent: "#top"),
            new CreateSeat("#top", SeatRole.Chair, Represents: "#bergen"),
            new CreateSeat("#top", SeatRole.Member),
            new Appoint(Looking.New("Kari"), "#top", SeatRole.Chair),
            new AdoptStrategy("Mot 2026", ["Forskning"], PartialDate.Parse("2026")));
        alrek.Record("2022-06-15", new RenameBody("Arbeidsgruppe", Name.Of("Styringsgruppe")), new RenameBody("Styringsgruppe", Name.Of("Partnermøte")));
    }

    private PersonId Kari => alrek.History.Persons.Keys.First();

    [Fact]
    public void The_cluster_counts_what_lives_on_the_day()
    {
        var shown = ClusterView.Of(alrek.At("2020-01-01"))!;

        (shown.Id, shown.Name!.Text, shown.Founded.ToString(), shown.Position, shown.TimeZone).Should().Be(("alrek", "Alrek helseklynge", "2016", 3, "Europe/Oslo"));
        shown.Counts.Should().Be(new ClusterCounts(2, 2, 1, 1, 1));
        shown.Strategy!.Title.Should().Be("Mot 2026");
        ClusterView.Of(alrek.At("2027-01-01"))!.Strategy.Should().BeNull();
        ClusterView.Of(alrek.At("2015-01-01")).Should().Match<ClusterView>(c => c.Name == null && c.Names.Count == 0 && c.Counts.Bodies == 0);
        ClusterView.Of(alrek.At("2020-01-01") with { History = ClusterHistory.Empty("alrek") }).Should().BeNull();
    }

    [Fact]
    public void A_name_is_found_with_everyone_who_bore_it_and_when()
    {
        var view = alrek.At("2026-01-01");

        NameHistory.Of(view, " STYRINGSGRUPPE ", null).Entries.Select(e => $"{e.Body.Name}: {e.Name} {e.ValidFrom}–{e.ValidThrough}").Should().Equal(
            "Partnermøte: Styringsgruppe 2016–2022-06-14", "Styringsgruppe: Styringsgruppe 2022-06-15–");
        NameHistory.Of(view, "Styringsgruppe", new(2020, 1, 1)).Entries.Should().ContainSingle().Which.Body.Name.Should().Be("Partnermøte");
        NameHistory.Of(view, "Ingen", null).Entries.Should().BeEmpty();
    }

    [Fact]
    public void A_partner_tells_its_names_and_the_seats_that_speak_for_it()
    {
        var bergen = alrek.AsOf("2016-01-01").Partners.Keys.Single();
        alrek.Record("2018", new RenamePartner("Bergen kommune", Name.Of("Bergen by")));
        alrek.Record("2024-06-01", new WithdrawPartner("Bergen by"));

        var shown = PartnerView.Of(alrek.At("2025-01-01"), bergen)!;

        shown.Names.Select(n => n.Name.Text).Should().Equal("Bergen kommune", "Bergen by");
        shown.ValidThrough.Should().Be(PartialDate.Parse("2024-05-31"));
        shown.Seats.Should().ContainSingle().Which.Should().Match<PartnerSeat>(s => s.Body.Name == "Partnermøte" && s.Seat.Role == SeatRole.Chair);
        PartnerList.Of(alrek.At("2020-01-01")).Partners.Should().ContainSingle().Which.Name.Text.Should().Be("Bergen by");
        PartnerList.Of(alrek.At("2025-01-01")).Partners.Should().BeEmpty();
        PartnerView.Of(alrek.At("2025-01-01"), new(alrek.NewId())).Should().BeNull();
    }

    [Fact]
    public void A_person_tells_seats_over_time_under_whichever_id_is_asked_for()
    {
        alrek.Record("2020-06-01", new EndAppointment(Body: "Styringsgruppe", Role: SeatRole.Chair, Person: Looking.Known(Kari)));
        var twin = new PersonId(alrek.NewId());
        alrek.Enter(new PersonRegistered(twin));
        alrek.Enter(new PersonMerged(twin, Kari));
        var card = Kari.Called("Kari", Looking.Role(null, "lege"));

        var shown = PersonView.Of(alrek.At("2021-01-01", people: card), twin)!;

        (shown.Id, shown.Name, shown.Title).Should().Be((Kari, "Kari", "lege"));
        shown.Seats.Should().ContainSingle().Which.Should().Match<PersonSeat>(s => s.Body.Name == "Styringsgruppe" && s.Represents!.Name == "Bergen kommune" && s.ValidThrough == PartialDate.Parse("2020-05-31"));
        PersonList.Of(alrek.At("2021-01-01", people: card)).People.Should().Equal(new PersonLine(Kari, "Kari", "lege", null));
    }

    [Fact]
    public void The_public_is_told_of_persons_it_may_name_who_hold_or_held_a_seat()
    {
        var other = new PersonId(alrek.NewId());
        alrek.Enter(new PersonRegistered(other));
        var view = alrek.At("2021-01-01", Audience.Public, people: [Kari.Called("Kari"), other.Called("Ola")]);
        var unlisted = view with { Persons = Persons.Of([Kari.Called("Kari") with { Unlisted = true }]) };

        PersonView.Of(view, Kari).Should().NotBeNull();
        PersonView.Of(view, other).Should().BeNull();
        PersonView.Of(view with { Audience = Audience.Reader }, other).Should().NotBeNull();
        PersonList.Of(view).People.Select(p => p.Name).Should().Equal("Kari");
        PersonView.Of(unlisted, Kari).Should().BeNull();
        PersonList.Of(unlisted).People.Should().BeEmpty();
    }
}
