using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.Views;
using static Governance.Tests.Domain.Meetings.MeetingScenario;

namespace Governance.Tests.Domain.Meetings;

public sealed class ProceedingsTests
{
    private readonly MeetingScenario board = new();

    [Fact]
    public void Items_take_the_numbers_that_come_next_when_the_notice_is_sent_and_keep_them()
    {
        board.Alrek.Record(Decided("11/26", null) with { Changes = [] });
        var (first, second) = (board.Plan(), board.Plan(When(new(2026, 12, 15))));
        var agenda = Written(first, board.Item("Den ene"), board.Item("Den andre"));

        board.Send(first, agenda).Items.Select(i => i.Number).Should().Equal("12/26", "13/26");
        board.Send(second, Written(second, board.Item("Den tredje"))).Items.Select(i => i.Number).Should().Equal("14/26");
        board.Send(first, agenda.With(board.Item("Eventuelt")).Moved(agenda.Items[1].Id, -1)).Items.Select(i => $"{i.Number} {i.Title}").Should().Equal("13/26 Den andre", "12/26 Den ene", "15/26 Eventuelt");
        board.Of(first).Sequence.Should().Be(1);
        board.Of(second).Sequence.Should().Be(0);
        CaseSeries.Next(board.Alrek.History, board.Board, 2026).Should().Be("16/26");
    }

    [Fact]
    public void A_number_that_an_agenda_has_taken_is_no_other_decisions()
    {
        var meeting = board.Plan();
        board.Send(meeting, Written(meeting, board.Item("Sak")));

        board.Alrek.Refuse(Decided("1/26", null)).Select(v => v.Code).Should().Equal(ViolationCode.CaseNumberTaken);
        board.Alrek.Refuse(Decided("1/26", "9/2026")).Select(v => v.Code).Should().Equal(ViolationCode.CaseNumberTaken);
        board.Alrek.Record(Decided("1/26", "1/2026"));
        ProceedingsRules.DecisionOf(board.Alrek.History, board.Of(meeting), "1/26").Should().NotBeNull();
    }

    [Fact]
    public void A_notice_of_nothing_is_refused()
    {
        var meeting = board.Plan();
        ProceedingsRules.Send(board.Alrek.History, board.Of(meeting), Proceedings.Of(meeting), [], null).Violations.Select(v => v.Code).Should().Equal(ViolationCode.AgendaEmpty);
    }

    [Fact]
    public void Who_came_left_and_returned_is_told_with_times_and_a_second_press_counts_once()
    {
        var proceedings = Written(board.Plan()).With(new Press(board.Chair, new(12, 0), true)).With(new Press(board.Chair, new(12, 1), true))
            .With(new Press(board.Chair, new(12, 30), false)).With(new Press(board.Chair, new(12, 45), true));

        proceedings.Spells(board.Chair).Should().Equal(new Spell(new(12, 0), new(12, 30)), new Spell(new(12, 45), null));
        proceedings.IsPresent(board.Chair).Should().BeTrue();
        proceedings.Spells(board.Member).Should().BeEmpty();
    }

    [Fact]
    public void A_meeting_is_closed_once_each_item_has_come_to_something_and_its_day_has_come()
    {
        var meeting = board.Plan();
        var (decided, told) = (board.Item("Nytt navn"), board.Item("Orientering", ItemKind.Information));
        var proceedings = Written(meeting, decided, told).With(new Press(board.Chair, new(12, 0), true)).With(new Absence(board.Member, "syk"));
        board.Send(meeting, proceedings);

        board.Hold(meeting, proceedings).Violations.Select(v => $"{v.Member} {v.Code} {v.About}").Should().Equal("items[0].outcome OutcomeMissing Nytt navn", "items[1].outcome OutcomeMissing Orientering");
        board.Alrek.Record(Decided("1/26", "1/2026") with { Text = "Styret heter Rådet." });
        proceedings = proceedings.With(told with { Outcome = ItemOutcome.Noted });
        board.Hold(meeting, proceedings, Day.AddDays(-1)).Violations.Select(v => v.Code).Should().Equal(ViolationCode.DecidedInFuture);
        var held = (MeetingHeld)board.Take(board.Hold(meeting, proceedings));

        held.Items.Select(i => $"{i.Number} {i.Outcome} {i.Conclusion}").Should().Equal("1/26 Adopted Styret heter Rådet.", "2/26 Noted ");
        held.Attendance.Select(a => (a.Person, a.Spells.Count, a.StandsInFor)).Should().Equal((board.Chair, 1, null), (board.Member, 0, null), (board.Deputy, 0, board.Member), (board.Other, 0, null), (board.Observer, 0, null));
        board.Alrek.History.Meetings[meeting].Meeting.Attendance.Count(a => a.Present).Should().Be(1);
        MeetingView.Of(board.Seen(Audience.Public), meeting)!.Decisions.Should().ContainSingle();
    }

    [Fact]
    public void Minutes_are_approved_by_those_who_were_there_or_a_later_meeting_and_then_published_and_a_new_version_begins_anew()
    {
        var (meeting, later) = (board.Plan(), board.Plan(When(new(2027, 1, 12))));
        var proceedings = Written(meeting, board.Item("Sak", ItemKind.Information) with { Outcome = ItemOutcome.Noted }).With(new Press(board.Chair, new(12, 0), true));
        ProceedingsRules.Publish(board.Of(meeting)).Violations.Select(v => v.Code).Should().Equal(ViolationCode.MeetingNotHeld);
        Approve([board.Chair], null).Violations.Select(v => v.Code).Should().Contain(ViolationCode.MeetingNotHeld);
        board.Take(board.Hold(meeting, proceedings));

        ProceedingsRules.Publish(board.Of(meeting)).Violations.Select(v => v.Code).Should().Equal(ViolationCode.MinutesNotApproved);
        Approve([], null).Violations.Select(v => v.Code).Should().Equal(ViolationCode.ApproverMissing);
        Approve([board.Member], null).Violations.Select(v => v.Code).Should().Equal([ViolationCode.UnknownPerson], "the member was not there");
        Approve([], meeting).Violations.Select(v => v.Code).Should().Equal([ViolationCode.ApproverMissing], "a meeting does not approve its own minutes");
        board.Take(Approve([], later));
        board.Take(ProceedingsRules.Publish(board.Of(meeting)));
        board.Of(meeting).Status.Should().Be(MeetingStatus.Published);

        board.Take(board.Hold(meeting, proceedings with { Remarks = "Rettet" }));
        (board.Of(meeting).Status, board.Of(meeting).Version, board.Of(meeting).PublishedVersion).Should().Be((MeetingStatus.Held, 2, 1));
        MinutesView.Of(board.Seen(Audience.Public), meeting)!.Remarks.Should().BeNull("the public sees what was approved");
        MinutesView.Of(board.Seen(Audience.Reader), meeting)!.Remarks.Should().Be("Rettet");

        MeetingVerdict Approve(IReadOnlyList<Governance.Domain.People.PersonId> by, MeetingId? at) => ProceedingsRules.Approve(board.Alrek.History, board.Of(meeting), "hash", Day, by, at);
    }

    [Fact]
    public void The_public_sees_time_and_place_before_and_agenda_and_minutes_only_once_published_without_closed_items()
    {
        var (meeting, later, hidden) = (board.Plan(), board.Plan(When(new(2027, 1, 12))), board.Plan(visibility: Governance.Domain.Values.Visibility.Internal));
        var proceedings = Written(meeting, board.Item("Åpen sak") with { Outcome = ItemOutcome.Adopted }, board.Item("Lukket sak", closedBy: "Offl. § 13") with { Outcome = ItemOutcome.Adopted });
        board.Send(meeting, proceedings);

        PlannedMeetingView.All(board.Seen(Audience.Public)).Select(m => m.Id).Should().BeEquivalentTo([meeting, later]);
        PlannedMeetingView.All(board.Seen(Audience.Reader)).Should().HaveCount(3);
        var told = PlannedMeetingView.Of(board.Seen(Audience.Public), meeting)!;
        (told.Agenda, told.Called, told.StartsAt, told.Status).Should().Be((null, null, "12:00", MeetingStatus.Planned));
        board.Take(board.Hold(meeting, proceedings));
        MinutesView.Of(board.Seen(Audience.Public), meeting).Should().BeNull();
        board.Take(ProceedingsRules.Approve(board.Alrek.History, board.Of(meeting), "hash", Day, [], later));
        board.Take(ProceedingsRules.Publish(board.Of(meeting)));

        PlannedMeetingView.Of(board.Seen(Audience.Public), meeting)!.Agenda!.Select(i => i.Title).Should().Equal("Åpen sak");
        MinutesView.Of(board.Seen(Audience.Public), meeting)!.Items.Select(i => i.Title).Should().Equal("Åpen sak");
        MinutesView.Of(board.Seen(Audience.Reader), meeting)!.Items.Should().HaveCount(2);
        PlannedMeetingView.Of(board.Seen(Audience.Public), hidden).Should().BeNull();
    }

    [Fact]
    public void Whoever_is_erased_leaves_neither_reason_nor_name()
    {
        var proceedings = Written(board.Plan(), board.Item("Permisjon for Kari Eksempel") with { Recusals = [new(board.Member, "Kari Eksempel er min søster")] }).With(new Absence(board.Member, "syk"));

        var rid = proceedings.Forgetting(new HashSet<Governance.Domain.People.PersonId> { board.Member }, text => text.Replace("Kari Eksempel", "slettet person", StringComparison.Ordinal));

        rid.Texts().Should().Equal("Permisjon for slettet person");
        rid.Persons().Should().Equal(proceedings.Persons());
    }
}
