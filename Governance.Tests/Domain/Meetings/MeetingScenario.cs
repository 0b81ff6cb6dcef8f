using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Governance.Tests.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Meetings;

/// <summary>A board with a chair, two members, a deputy for the first of them and an observer, and meetings of it.</summary>
internal sealed class MeetingScenario
{
    public static readonly DateOnly Day = new(2026, 12, 8);

    public MeetingScenario()
    {
        Alrek.Record("2017", Establish("Styret", called: "b"), Seat("#b", SeatRole.Chair), Seat("#b", SeatRole.Member, "Bergen", called: "m1"), Seat("#b", SeatRole.Member, "UiB"), Seat("#b", SeatRole.Deputy, deputyFor: "#m1"), Seat("#b", SeatRole.Observer));
        var made = Alrek.Record(
            "2018", Appoint(New("Leder"), "Styret", SeatRole.Chair), Appoint(New("Medlem"), "Styret", SeatRole.Member, represents: "Bergen"), Appoint(New("Annet"), "Styret", SeatRole.Member, represents: "UiB"),
            Appoint(New("Vara"), "Styret", SeatRole.Deputy), Appoint(New("Observatør"), "Styret", SeatRole.Observer));
        (Chair, Member, Other, Deputy, Observer) = (made.Persons[0].Id, made.Persons[1].Id, made.Persons[2].Id, made.Persons[3].Id, made.Persons[4].Id);
    }

    public Scenario Alrek { get; } = new();

    public PersonId Chair { get; }

    public PersonId Member { get; }

    public PersonId Other { get; }

    public PersonId Deputy { get; }

    public PersonId Observer { get; }

    public BodyId Board => Alrek.AsOf("2026-11-21").Bearing(Name.Of("Styret")).Single().Id;

    public static Appointed When(DateOnly? day = null, int from = 12, int until = 14, params IReadOnlyList<PersonId> guests) => new(day ?? Day, new(from, 0), new(until, 0), "Alrek", null, guests);

    public Meeting Of(MeetingId id) => Alrek.History.PlannedMeetings[id];

    public MeetingId Plan(Appointed? when = null, string? number = null, Visibility visibility = Visibility.Public) =>
        Take(PlanningRules.Plan(Alrek.History, new(Alrek.NewId()), "Styret", number, when ?? When(), visibility)).Meeting;

    /// <summary>Takes what must be accepted.</summary>
    public MeetingEvent Take(MeetingVerdict verdict)
    {
        verdict.Violations.Should().BeEmpty();
        Alrek.Enter(verdict.Act!);
        return verdict.Act!;
    }

    public MeetingItem Item(string title, ItemKind kind = ItemKind.Decision, string? closedBy = null) => new(Alrek.NewId(), kind, title, ClosedBy: closedBy);

    public static Proceedings Written(MeetingId meeting, params IReadOnlyList<MeetingItem> items) => Proceedings.Of(meeting) with { Items = items };

    public NoticeSent Send(MeetingId meeting, Proceedings proceedings) => (NoticeSent)Take(ProceedingsRules.Send(Alrek.History, Of(meeting), proceedings, [Chair], null));

    public MeetingVerdict Hold(MeetingId meeting, Proceedings proceedings, DateOnly? today = null) => ProceedingsRules.Hold(Alrek.History, Of(meeting), proceedings, null, null, today ?? Day);

    public Viewpoint Seen(Audience audience) => Alrek.At("2026-12-31") with { Audience = audience };

    /// <summary>A decision of the board, under a number and perhaps at a meeting.</summary>
    public static Decision Decided(string number, string? meeting) => Scenario.Decided("2026-11-21", Rename("Styret", "Rådet")) with { CaseNumber = number, DecidedBy = "Styret", DecidedByText = null, Meeting = meeting, DecidedOn = PartialDate.Parse("2026-11-21") };
}
