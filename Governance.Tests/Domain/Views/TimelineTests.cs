using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Views;

public sealed class TimelineTests
{
    private static readonly TimelineFilter All = new();
    private readonly Scenario alrek = new();

    public TimelineTests() => alrek.Record("2016", Establish("Styringsgruppe", called: "top", kind: BodyKind.PartnerMeeting), Establish("Arbeidsgruppe", under: "#top", kind: BodyKind.SteeringGroup), Admit("Bergen kommune"));

    [Fact]
    public void Each_change_is_told_with_what_was_before_and_after_by_the_names_of_that_morning()
    {
        var swap = alrek.Record(Scenario.Decided("2022-06-15", Rename("Arbeidsgruppe", "Styringsgruppe"), Rename("Styringsgruppe", "Partnermøte"), Adopt("Arbeidsgruppe", "Fremme samarbeid"), new ReclassifyBody("Arbeidsgruppe", BodyKind.Board)) with { CaseNumber = "12/22" });

        var told = Timeline.Of(alrek.At("2026-01-01"), new(From: new(2022, 1, 1)), null, 100)!.Entries;

        told.Select(e => $"{e.Sentence} {e.Before} → {e.After}").Should().Equal(
            "Arbeidsgruppe fikk navnet Styringsgruppe. Arbeidsgruppe → Styringsgruppe",
            "Styringsgruppe fikk navnet Partnermøte. Styringsgruppe → Partnermøte",
            "Arbeidsgruppe fikk mandat.  → versjon 1",
            "Arbeidsgruppe (nå Styringsgruppe) ble gjort om fra styringsgruppe til styre. styringsgruppe → styre");
        told[0].Should().Match<TimelineEntry>(e => e.Type == "body-renamed" && e.Body!.Name == "Styringsgruppe" && e.Position == 3 && e.Index == 1 && e.Date == PartialDate.Parse("2022-06-15"));
        told[0].Decision.Should().Be(new DecisionLink(swap.Decision, "12/22", "Vedtak", PartialDate.Parse("2022-06-15")));
    }

    [Fact]
    public void Steps_that_others_of_the_same_day_overtake_are_folded_into_what_the_day_came_to()
    {
        alrek.Record("2020-05-01", Rename("Arbeidsgruppe", "Gruppa"), Appoint(New("Kari"), "Arbeidsgruppe", SeatRole.Chair), Adopt("Arbeidsgruppe", "A"));
        var kari = alrek.Holder("Gruppa", SeatRole.Chair, "2020-05-01")!.Person;
        alrek.Record("2020-05-01", Rename("Gruppa", "Gruppen"), End("Gruppa", SeatRole.Chair, Known(kari)), Adopt("Gruppa", "B"), Move("Gruppa", null));
        alrek.Record("2020-05-01", Move("Gruppen", "Styringsgruppe"), Establish("Kort", called: "k"));
        alrek.Record("2020-05-01", Rename("Kort", "Kortvarig"), Dissolve("Kort"));
        alrek.Record("2020-05-01", Establish("Nytt", called: "n"), Rename("#n", "Nyere").From("2020-05-01"), new RenamePartner("Bergen kommune", Name.Of("Bergen")));
        alrek.Record("2020-05-01", new RenamePartner("Bergen", Name.Of("Bergen kommune")));

        Sentences("2020-05-01").Should().Equal(
            "Arbeidsgruppe fikk navnet Gruppen.",
            "Arbeidsgruppe fikk mandat.",
            "Nyere ble opprettet som styre.");
    }

    [Fact]
    public void Seats_and_holders_of_one_day_are_folded_each_by_itself()
    {
        alrek.Record("2019-01-01", Seat("Arbeidsgruppe", SeatRole.Chair), Seat("Arbeidsgruppe", SeatRole.Member), Appoint(New("Kari"), "Arbeidsgruppe", SeatRole.Chair, through: "2019-12-31"));
        var (chair, member) = (alrek.Seat("Arbeidsgruppe", SeatRole.Chair).Id.ToString(), alrek.Seat("Arbeidsgruppe", SeatRole.Member).Id.ToString());
        alrek.Record("2020-05-01", new ChangeSeat(member, Title: "Nestor"), new ChangeSeat(member, Title: "Klyngeleder"), new ExtendAppointment(PartialDate.Parse("2021"), chair));
        alrek.Record("2020-05-01", new ExtendAppointment(PartialDate.Parse("2022"), chair), Seat("Arbeidsgruppe", SeatRole.Observer, called: "o"), new AbolishSeat("#o"));
        alrek.Record("2021-05-01", End(chair), Appoint(New("Ola"), chair));

        Sentences("2020-05-01").Should().Equal(
            "Plassen som medlem i Arbeidsgruppe fikk tittelen Klyngeleder.",
            "Perioden til Kari som leder i Arbeidsgruppe går nå til og med 2022.");
        Sentences("2021-05-01").Should().Equal("Kari er ikke lenger leder i Arbeidsgruppe.", "Ola ble oppnevnt som leder i Arbeidsgruppe etter Kari.");
    }

    [Fact]
    public void An_appointment_that_ends_a_carry_over_says_whose()
    {
        alrek.Record("2019-01-01", Seat("Arbeidsgruppe", SeatRole.Chair), Appoint(New("Kari"), "Arbeidsgruppe", SeatRole.Chair, through: "2019-12-31"));

        alrek.Record("2020-05-01", Appoint(New("Ola"), "Arbeidsgruppe", SeatRole.Chair));

        Sentences("2020-05-01").Should().Equal("Ola ble oppnevnt som leder i Arbeidsgruppe etter Kari, som satt ut over perioden.");
    }

    [Fact]
    public void A_timeline_may_be_asked_for_by_days_type_body_person_and_partner()
    {
        alrek.Record("2019-01-01", Seat("Arbeidsgruppe", SeatRole.Chair, represents: "Bergen kommune"), Appoint(New("Kari"), "Arbeidsgruppe", SeatRole.Chair), Appoint(New("Ola"), "Styringsgruppe", SeatRole.Chair));
        alrek.Record("2020-01-01", Dissolve("Arbeidsgruppe"));
        var (kari, bergen) = (alrek.Holder("Arbeidsgruppe", SeatRole.Chair, "2019-01-01")!.Person, alrek.AsOf("2020-01-01").Partners.Keys.Single());

        Types(new(Person: kari)).Should().Equal("member-appointed", "body-dissolved");
        Types(new(Partner: bergen)).Should().Equal("partner-admitted", "seat-created", "member-appointed", "body-dissolved");
        Types(new(Body: alrek.Body("Styringsgruppe").Id)).Should().Equal("body-established", "member-appointed");
        Types(new(Type: "body-dissolved")).Should().Equal("body-dissolved");
        Types(new(From: new(2019, 1, 1), To: new(2019, 12, 31))).Should().Equal("seat-created", "member-appointed", "member-appointed");
        Timeline.Of(alrek.At("2026-01-01"), new(Body: new(alrek.NewId())), null, 10).Should().BeNull();
        var hidden = alrek.At("2026-01-01", Audience.Public, people: kari.Called("Kari") with { Unlisted = true });
        Timeline.Of(hidden, new(Person: kari), null, 10)!.Entries.Should().BeEmpty();
    }

    [Fact]
    public void Pieces_of_a_timeline_join_to_the_whole()
    {
        alrek.Record("2019", Adopt("Arbeidsgruppe", "A"), Rename("Arbeidsgruppe", "B"), Rename("Styringsgruppe", "C"));
        var view = alrek.At("2026-01-01");

        var pieces = new List<TimelineEntry>();
        string? next = null;
        do
        {
            var piece = Timeline.Of(view, All, next, 2)!;
            piece.Entries.Count.Should().BeLessThanOrEqualTo(2);
            pieces.AddRange(piece.Entries);
            next = piece.Next;
        }
        while (next is not null);

        pieces.Should().Equal(Timeline.Of(view, All, null, 100)!.Entries).And.HaveCount(6);
    }

    [Fact]
    public void The_public_sees_what_an_internal_decision_does_to_public_bodies_without_it_and_nothing_of_internal_bodies()
    {
        alrek.Record(Scenario.Decided("2020", Rename("Arbeidsgruppe", "Gruppa")) with { Visibility = Visibility.Internal });
        alrek.Record("2020-02", new EstablishBody(BodyKind.Other, Name.Of("Hemmelig"), Visibility: Visibility.Internal), new MoveBody("Gruppa", AdvisoryTo: new(["Styringsgruppe"])));
        alrek.Record("2020-03", new MoveBody("Gruppa", AdvisoryTo: new(["Hemmelig", "Styringsgruppe"])));

        var told = Timeline.Of(alrek.At("2026-01-01", Audience.Public), new(From: new(2020, 1, 1)), null, 100)!.Entries;

        told.Select(e => (e.Sentence, e.Decision is null)).Should().Equal(
            ("Arbeidsgruppe fikk navnet Gruppa.", true), ("Gruppa er rådgivende for Styringsgruppe.", false));
        told[0].Position.Should().Be(3);
        Sentences("2020-03-01").Should().Equal("Gruppa er rådgivende for Hemmelig og Styringsgruppe.");
    }

    private IEnumerable<string> Types(TimelineFilter filter) => Timeline.Of(alrek.At("2026-01-01"), filter, null, 100)!.Entries.Select(e => e.Type);

    private IEnumerable<string> Sentences(string day) => Timeline.Of(
        alrek.At("2026-01-01", people: [.. alrek.History.Persons.Keys.Select((p, i) => p.Called(i == 0 ? "Kari" : "Ola"))]), new(ScenarioReading.Day(day), ScenarioReading.Day(day)), null, 100)!
        .Entries.Select(e => e.Sentence);
}
