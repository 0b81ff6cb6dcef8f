using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class BodyViewTests
{
    private readonly Scenario alrek = new();
    private readonly BodyId work;
    private readonly BodyId panel;

    public BodyViewTests()
    {
        alrek.Record("2016",
            new EstablishBody(BodyKind.PartnerMeeting, Name.Of("Styringsgruppe")) { Ref = "top" },
            new EstablishBody(BodyKind.SteeringGroup, Name.Of("Arbeidsgruppe"), Parent: "#top") { Ref = "work" },
            new EstablishBody(BodyKind.Panel, Name.Of("Brukerpanel"), Parent: "#work") { Ref = "panel" },
            new AdoptMandate("#panel", ["Gi råd"], ValidThrough: PartialDate.Parse("2017")));
        (work, panel) = (Id("Arbeidsgruppe"), Id("Brukerpanel"));
    }

    [Fact]
    public void A_body_in_full_has_its_names_its_place_and_every_mandate_so_far()
    {
        alrek.Record("2019-03-01", new AdoptMandate("Brukerpanel", ["Gi gode råd"]), new RenameBody("Brukerpanel", Name.Of("Brukerråd")));
        alrek.Record("2020-05", new ConcludeMandate("Brukerråd"));
        alrek.Record("2022", new AdoptMandate("Brukerråd", ["Enda bedre"]));

        var shown = BodyView.Of(alrek.At("2021-01-01"), panel)!;

        shown.Status.Should().Be(BodyStatus.Living);
        shown.Names.Select(n => $"{n.Name} {n.ValidFrom}–{n.ValidThrough}").Should().Equal("Brukerpanel 2016–2019-02-28", "Brukerråd 2019-03-01–");
        shown.Parents.Select(p => p.Name).Should().Equal("Styringsgruppe", "Arbeidsgruppe");
        shown.Mandate.Should().BeNull();
        shown.Mandates.Select(m => $"{m.Version} {m.Points[0]} {m.ValidFrom}–{m.ValidThrough}").Should().Equal("1 Gi råd 2016–2017", "2 Gi gode råd 2019-03-01–2020-04");
        BodyView.Of(alrek.At("2021-01-01"), work)!.Children.Should().Equal(new BodyLink(panel, "Brukerråd"));
    }

    [Fact]
    public void A_dissolved_body_says_so_with_its_last_day_and_what_took_over()
    {
        var ended = alrek.Record(Scenario.Decided("2018-08-01",
            new EstablishBody(BodyKind.Council, Name.Of("Brukerråd"), Parent: "Arbeidsgruppe", Succeeds: ["Brukerpanel"]),
            new DissolveBody("Brukerpanel", "Ferdig") { LastDay = PartialDate.Parse("2018-07") }));

        var shown = BodyView.Of(alrek.At("2020-01-01"), panel)!;

        shown.Status.Should().Be(BodyStatus.Dissolved);
        shown.Dissolved.Should().Be(new Dissolution(PartialDate.Parse("2018-07"), "Ferdig", new(ended.Decision, null, "Vedtak", PartialDate.Parse("2018-08-01"))));
        shown.Successors.Select(s => s.Name).Should().Equal("Brukerråd");
        shown.Seats.Should().BeEmpty();
        BodyView.Of(alrek.At("2020-01-01"), shown.Successors[0].Id)!.Predecessors.Should().Equal(new SuccessionLink(panel, "Brukerpanel", PartialDate.Parse("2018-08-01")));
    }

    [Fact]
    public void A_body_that_is_to_come_says_so_and_one_that_never_was_is_none()
    {
        alrek.Record("2020", new EstablishBody(BodyKind.Forum, Name.Of("Forum")) { Ref = "f", EffectiveFrom = PartialDate.Parse("2028") }, new AdoptMandate("#f", ["Møtes"]) { EffectiveFrom = PartialDate.Parse("2028") });
        var forum = alrek.AsOf("2028-01-01").Living.Single(b => b.Name.Text == "Forum").Id;

        BodyView.Of(alrek.At("2021-01-01"), forum).Should().Match<BodyView>(b => b.Status == BodyStatus.NotYet && b.Mandate == null && b.Mandates.Count == 0);
        BodyView.Of(alrek.At("2015-01-01"), panel)!.Status.Should().Be(BodyStatus.NotYet);
        BodyView.Of(alrek.At("2021-01-01"), new(alrek.NewId())).Should().BeNull();
        BodyView.Of(alrek.At("2021-01-01") with { History = alrek.History.KnownAt(alrek.History.Acts[1].RecordedAt) }, forum).Should().BeNull();
    }

    [Fact]
    public void An_internal_body_is_none_for_the_public()
    {
        alrek.Record("2020", new ReclassifyBody("Arbeidsgruppe", Visibility: Visibility.Internal));

        BodyView.Of(alrek.At("2021-01-01", Audience.Public), panel).Should().BeNull();
        BodyView.Of(alrek.At("2021-01-01"), panel).Should().NotBeNull();
        BodyView.Of(alrek.At("2019-01-01", Audience.Public), panel).Should().NotBeNull();
    }

    [Fact]
    public void Service_counts_terms_since_the_first_and_the_last_day_is_told_once_known()
    {
        alrek.Record("2018-01-01", new SetCompositionRules("Brukerpanel", TermLength: new TermLength(2, 0, 0)), new Appoint(Looking.New("Kari"), "Brukerpanel", SeatRole.Member));
        var kari = alrek.History.Persons.Keys.Single();
        alrek.Record("2020-01-01", new ReconstituteBody("Brukerpanel", [new(SeatRole.Member, Person: Looking.Known(kari), TermThrough: PartialDate.Parse("2021"))]));
        alrek.Record("2021-06-01", new EndAppointment(Body: "Brukerpanel", Role: SeatRole.Member, Person: Looking.Known(kari)) { LastDay = PartialDate.Parse("2021-06-30") });

        var shown = BodyView.Of(alrek.At("2020-06-01", people: kari.Called("Kari")), panel)!;

        shown.Service.Should().Equal(new ServiceInBody(new(kari, "Kari"), ServiceGroup.Members, PartialDate.Parse("2018-01-01"), 2));
        var holder = shown.Seats.Single().Holder!;
        (holder.ValidFrom.ToString(), holder.Since.ToString(), holder.TermThrough.ToString(), holder.ValidThrough.ToString()).Should().Be(("2020-01-01", "2018-01-01", "2021", "2021-06-30"));
        PersonView.Of(alrek.At("2026-01-01"), kari)!.Seats.Select(s => $"{s.ValidFrom}–{s.ValidThrough} since {s.Since}").Should().Equal("2018-01-01–2019-12-31 since 2018-01-01", "2020-01-01–2021-06-30 since 2018-01-01");
    }

    [Fact]
    public void Without_carry_over_the_last_day_is_the_terms()
    {
        alrek.Record("2018-01-01", new SetCompositionRules("Brukerpanel", TermLength: new TermLength(2, 0, 0), CarryOver: false), new CreateSeat("Brukerpanel", SeatRole.Chair), new Appoint(Looking.New("Kari"), "Brukerpanel", SeatRole.Chair),
            new CreateSeat("Arbeidsgruppe", SeatRole.Member, ExOfficio: new("Brukerpanel", SeatRole.Chair)));
        alrek.Record("2023", new AdoptMandate("Arbeidsgruppe", ["Samarbeide"]));
        var kari = alrek.History.Persons.Keys.Single();

        PersonView.Of(alrek.At("2026-01-01"), kari)!.Seats.Select(s => $"{s.Body.Name} {s.ExOfficio} {s.ValidFrom}–{s.ValidThrough}").Should().BeEquivalentTo(
            "Brukerpanel False 2018-01-01–2019-12-31", "Arbeidsgruppe True 2018-01-01–2019-12-31");
        BodyView.Of(alrek.At("2019-01-01"), work)!.Seats.Single().Holder!.ValidThrough.Should().Be(PartialDate.Parse("2019-12-31"));
    }

    private BodyId Id(string name) => alrek.AsOf("2016-01-01").Living.Single(b => b.Name.Text == name).Id;
}
