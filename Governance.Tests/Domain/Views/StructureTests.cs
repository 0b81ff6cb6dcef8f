using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class StructureTests
{
    private readonly Scenario alrek = new();

    public StructureTests() => alrek.Record("2016",
        new EstablishBody(BodyKind.PartnerMeeting, Name.Of("Styringsgruppe"), Name.Of("Steering group")) { Ref = "top" },
        new EstablishBody(BodyKind.SteeringGroup, Name.Of("Arbeidsgruppe"), Parent: "#top") { Ref = "work" },
        new EstablishBody(BodyKind.Panel, Name.Of("Brukerpanel"), Parent: "#work", AdvisoryTo: ["#work"]),
        new EstablishBody(BodyKind.Forum, Name.Of("Ålesund forum"), Parent: "#work"),
        new EstablishBody(BodyKind.Forum, Name.Of("Ørsta forum"), Parent: "#work"),
        new EstablishBody(BodyKind.Forum, Name.Of("zoologisk forum"), Parent: "#work"),
        new AdmitPartner(Name.Of("Bergen kommune"), PartnerKind.Municipality));

    [Fact]
    public void Bodies_stand_as_a_tree_parents_first_then_by_kind_then_by_name()
    {
        var structure = Structure.Of(alrek.At("2020-01-01"));

        var top = structure.Bodies.Should().ContainSingle().Subject;
        top.Name.Text.Should().Be("Styringsgruppe");
        top.NameEn!.Text.Should().Be("Steering group");
        var work = top.Children.Should().ContainSingle().Subject;
        work.Parent.Should().Be(top.Id);
        work.Children.Select(b => b.Name.Text).Should().Equal("zoologisk forum", "Ørsta forum", "Ålesund forum", "Brukerpanel");
        work.Children[^1].AdvisoryTo.Should().Equal(work.Id);
        structure.Partners.Select(p => p.Name.Text).Should().Equal("Bergen kommune");
    }

    [Fact]
    public void After_the_swap_each_body_has_the_other_ones_name_and_tells_its_former()
    {
        alrek.Record("2022-06-15", new RenameBody("Arbeidsgruppe", Name.Of("Styringsgruppe")), new RenameBody("Styringsgruppe", Name.Of("Partnermøte")));

        var before = Structure.Of(alrek.At("2022-06-14")).Bodies[0];
        var after = Structure.Of(alrek.At("2022-06-15")).Bodies[0];

        (before.Name.Text, before.Children[0].Name.Text).Should().Be(("Styringsgruppe", "Arbeidsgruppe"));
        (after.Name.Text, after.Children[0].Name.Text).Should().Be(("Partnermøte", "Styringsgruppe"));
        (after.Id, after.Children[0].Id).Should().Be((before.Id, before.Children[0].Id));
        before.FormerNames.Should().BeEmpty();
        after.Children[0].FormerNames.Should().Equal(Name.Of("Arbeidsgruppe"));
    }

    [Fact]
    public void A_name_borne_twice_is_former_once_and_never_while_it_is_borne()
    {
        alrek.Record("2018", new RenameBody("Brukerpanel", Name.Of("Brukerråd")));
        alrek.Record("2019", new RenameBody("Brukerråd", Name.Of("Brukerpanel")));
        alrek.Record("2020", new RenameBody("Brukerpanel", Name.Of("Brukerråd")));
        alrek.Record("2021", new RenameBody("Brukerråd", Name.Of("Panelet")));

        Panel("2021-06-01").FormerNames.Select(n => n.Text).Should().Equal("Brukerråd", "Brukerpanel");
        Panel("2019-06-01").FormerNames.Select(n => n.Text).Should().Equal("Brukerråd");
    }

    [Fact]
    public void A_seat_is_filled_then_ends_soon_then_is_carried_over_then_vacant()
    {
        alrek.Record("2020-01-01", new CreateSeat("Brukerpanel", SeatRole.Chair, Represents: "Bergen kommune"),
            new Appoint(Looking.New("Kari"), "Brukerpanel", SeatRole.Chair, TermThrough: PartialDate.Parse("2020-12-31")));
        var kari = alrek.History.Persons.Keys.Single();
        alrek.Record("2021-06-01", new EndAppointment(Body: "Brukerpanel", Role: SeatRole.Chair, Person: Looking.Known(kari)));
        var card = kari.Called("Kari Nordmann", Looking.Role(null, "lege"), Looking.Role("2020-07", "overlege", "Haukeland"));

        Status("2020-06-01").Should().Be(SeatStatus.Filled);
        Status("2020-10-01").Should().Be(SeatStatus.Filled);
        Status("2020-10-02").Should().Be(SeatStatus.TermEndsSoon);
        Status("2020-12-31").Should().Be(SeatStatus.TermEndsSoon);
        Status("2021-01-01").Should().Be(SeatStatus.CarryOver);
        Status("2021-06-01").Should().Be(SeatStatus.Vacant);

        var seat = Panel("2020-08-01", card).Seats.Single();
        seat.Represents.Should().Be(new RepresentedOnDay("Bergen kommune", alrek.AsOf("2020-01-01").Partners.Keys.Single(), null));
        seat.Votes.Should().BeTrue();
        seat.Holder!.Name.Should().Be("Kari Nordmann");
        (seat.Holder.Title, seat.Holder.Organisation).Should().Be(("overlege", "Haukeland"));
        Panel("2020-06-30", card).Seats.Single().Holder!.Title.Should().Be("lege");
        Panel("2021-06-01", card).Seats.Single().Holder.Should().BeNull();

        SeatStatus Status(string day) => Panel(day).Seats.Single().Status;
    }

    [Fact]
    public void The_unlisted_are_named_to_readers_alone_and_the_erased_to_nobody()
    {
        alrek.Record("2020", new Appoint(Looking.New("Kari"), "Brukerpanel", SeatRole.Chair));
        var kari = alrek.History.Persons.Keys.Single();
        var view = alrek.At("2020-06-01", people: kari.Called("Kari") with { Unlisted = true });

        Holder(view).Name.Should().Be("Kari");
        Holder(view.Public()).Should().Be(new HolderOnDay(null, null, null, null, PartialDate.Parse("2020"), PartialDate.Parse("2020"), null, null, null));
        var erased = alrek.At("2020-06-01", people: kari.Called("-") with { Erased = true });
        Holder(erased).Name.Should().Be("slettet person");
        Holder(erased.English()).Name.Should().Be("erased person");

        static HolderOnDay Holder(Viewpoint view) => Structure.Of(view).Bodies[0].Children[0].Children[^1].Seats[0].Holder!;
    }

    [Fact]
    public void An_internal_body_is_left_out_for_the_public_with_all_under_it_and_from_every_reference()
    {
        alrek.Record("2020",
            new EstablishBody(BodyKind.ProjectGroup, Name.Of("Hemmelig prosjekt"), Visibility: Visibility.Internal) { Ref = "secret" },
            new EstablishBody(BodyKind.WorkingGroup, Name.Of("Under prosjektet"), Parent: "#secret"),
            new MoveBody("Brukerpanel", AdvisoryTo: new(["#secret", "Arbeidsgruppe"])),
            new CreateSeat("Brukerpanel", SeatRole.Member, Represents: "#secret"),
            new CreateSeat("Brukerpanel", SeatRole.Observer, ExOfficio: new("#secret", SeatRole.Chair)));

        var reader = Structure.Of(alrek.At("2021-01-01"));
        var everyone = Structure.Of(alrek.At("2021-01-01", Audience.Public));

        reader.Bodies.Should().HaveCount(2);
        reader.Bodies[1].Children.Should().ContainSingle();
        everyone.Bodies.Should().ContainSingle();
        var panel = everyone.Bodies[0].Children[0].Children[^1];
        panel.AdvisoryTo.Should().ContainSingle();
        panel.Seats.Should().HaveCount(2).And.OnlyContain(s => s.Represents == null && s.ExOfficio == null);
        Panel("2021-01-01").Seats.Should().Contain(s => s.Represents != null && s.Represents.Name == "Hemmelig prosjekt").And.Contain(s => s.ExOfficio != null);
    }

    [Fact]
    public void What_is_decided_and_not_yet_in_effect_is_upcoming_and_an_internal_decision_stays_unsaid()
    {
        alrek.Record(Scenario.Decided("2021-01-01", new AdoptMandate("Brukerpanel", ["Gi råd"]) { EffectiveFrom = PartialDate.Parse("2027-01-01") }) with { Visibility = Visibility.Internal });
        alrek.Record(Scenario.Decided("2021-01-02", new RenameBody("Brukerpanel", Name.Of("Brukerråd")) { EffectiveFrom = PartialDate.Parse("2027-02") }) with { Title = "Nytt navn", CaseNumber = "1/21" });

        var coming = Structure.Of(alrek.At("2022-01-01", Audience.Public)).Upcoming;

        coming.Select(u => (u.Date.ToString(), u.Sentence, u.Body!.Name, u.Decision?.Title)).Should().Equal(
            ("2027-01-01", "Brukerpanel får mandat.", "Brukerpanel", null),
            ("2027-02", "Brukerpanel får navnet Brukerråd.", "Brukerråd", "Nytt navn"));
        Structure.Of(alrek.At("2027-02-01")).Upcoming.Should().BeEmpty();
    }

    [Fact]
    public void Before_the_founding_there_is_nothing_and_no_fault()
    {
        var structure = Structure.Of(alrek.At("2015-12-31"));

        (structure.Bodies.Count, structure.Partners.Count, structure.Upcoming.Count).Should().Be((0, 0, 0));
        Committees.Of(alrek.At("2015-12-31")).Bodies.Should().BeEmpty();
    }

    [Fact]
    public void The_website_lists_public_bodies_flat_parents_first_with_the_last_change_and_its_decision()
    {
        var decision = alrek.Record(Scenario.Decided("2020-03-01", new AdoptMandate("Arbeidsgruppe", ["Fremme samarbeid"])) with { CaseNumber = "3/20", Title = "Mandat" });
        alrek.Record("2020", new EstablishBody(BodyKind.Board, Name.Of("Internt"), Visibility: Visibility.Internal));

        var listed = Committees.Of(alrek.At("2021-01-01")).Bodies;

        listed.Select(b => b.Name.Text).Should().Equal("Styringsgruppe", "Arbeidsgruppe", "zoologisk forum", "Ørsta forum", "Ålesund forum", "Brukerpanel");
        listed[1].ChangedOn.Should().Be(PartialDate.Parse("2020-03-01"));
        listed[1].ChangedBy.Should().Be(new DecisionLink(decision.Decision, "3/20", "Mandat", PartialDate.Parse("2020-03-01")));
        (listed[1].Mandate!.Version, listed[1].Mandate!.Points.Single(), listed[1].Mandate!.ValidFrom.ToString()).Should().Be((1, "Fremme samarbeid", "2020-03-01"));
    }

    private BodyNode Panel(string day, params PersonCard[] people) => Structure.Of(alrek.At(day, people: people)).Bodies[0].Children[0].Children[^1];
}
