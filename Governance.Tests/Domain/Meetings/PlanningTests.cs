using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.Values;
using static Governance.Tests.Domain.Meetings.MeetingScenario;

namespace Governance.Tests.Domain.Meetings;

public sealed class PlanningTests
{
    private readonly MeetingScenario board = new();

    [Fact]
    public void A_meeting_ahead_is_planned_under_the_number_that_comes_next()
    {
        board.Plan();
        var second = board.Of(board.Plan(When(new(2026, 12, 15))));

        (second.Plan.Number, second.Status, second.Sequence, second.Plan.Day).Should().Be(("2/2026", MeetingStatus.Planned, 0, new DateOnly(2026, 12, 15)));
        board.Of(board.Plan(When(new(2027, 1, 12)))).Plan.Number.Should().Be("1/2027");
    }

    [Fact]
    public void All_that_cannot_be_true_of_a_plan_is_told_at_once()
    {
        board.Plan(number: "1/2026");

        var refused = PlanningRules.Plan(board.Alrek.History, new(board.Alrek.NewId()), "Styret", "1/2026", When(Day, 14, 14, new Governance.Domain.People.PersonId(Guid.Empty)), Visibility.Public);

        refused.Act.Should().BeNull();
        refused.Violations.Select(v => $"{v.Member} {v.Code}").Should().BeEquivalentTo("number MeetingNumberTaken", "endsAt EndsBeforeStart", "guests[0] UnknownPerson");
        PlanningRules.Plan(board.Alrek.History, new(board.Alrek.NewId()), "Rådet", null, When(), Visibility.Public).Violations.Select(v => v.Code).Should().Equal(ViolationCode.UnknownBody);
    }

    [Fact]
    public void Each_change_that_those_called_must_hear_of_counts_up()
    {
        var meeting = board.Plan();
        board.Take(PlanningRules.Reschedule(board.Alrek.History, board.Of(meeting), When(new(2026, 12, 15), 9, 11)));
        (board.Of(meeting).Sequence, board.Of(meeting).Plan.StartsAt, board.Of(meeting).Plan.Number).Should().Be((1, new TimeOnly(9, 0), "1/2026"));

        board.Take(PlanningRules.Cancel(board.Of(meeting), "For få saker"));
        (board.Of(meeting).Sequence, board.Of(meeting).Status).Should().Be((2, MeetingStatus.Cancelled));
        board.Of(board.Plan()).Plan.Number.Should().Be("1/2026", "the number of a meeting that is called off is free");
    }

    [Fact]
    public void What_is_called_off_is_not_changed_any_more()
    {
        var meeting = board.Plan();
        board.Take(PlanningRules.Cancel(board.Of(meeting), null));

        PlanningRules.Cancel(board.Of(meeting), null).Violations.Select(v => v.Code).Should().Equal(ViolationCode.MeetingCancelled);
        PlanningRules.Reschedule(board.Alrek.History, board.Of(meeting), When()).Violations.Select(v => v.Code).Should().Equal(ViolationCode.MeetingCancelled);
        ProceedingsRules.Send(board.Alrek.History, board.Of(meeting), Written(meeting, board.Item("Sak")), [], null).Violations.Select(v => v.Code).Should().Equal(ViolationCode.MeetingCancelled);
    }

    [Fact]
    public void A_deputy_is_called_for_who_is_away_and_votes_in_their_place()
    {
        var meeting = board.Plan(When(Day, 12, 14, board.Other));

        Called().Should().Equal($"{board.Chair} votes", $"{board.Member} votes", $"{board.Other} votes", $"{board.Observer}");
        Called(board.Member).Should().Equal($"{board.Chair} votes", $"{board.Member} away", $"{board.Deputy} votes for {board.Member}", $"{board.Other} votes", $"{board.Observer}");
        Called(board.Other).Should().Equal([$"{board.Chair} votes", $"{board.Member} votes", $"{board.Other} away", $"{board.Observer}"], "the deputy is the other member's");

        IEnumerable<string> Called(params IReadOnlyList<Governance.Domain.People.PersonId> away) => Invited.Of(board.Alrek.History, board.Of(meeting), away.ToHashSet())
            .Select(i => $"{i.Person}{(i.IsAway ? " away" : "")}{(i.Votes ? " votes" : "")}{(i.StandsInFor is { } other ? $" for {other}" : "")}");
    }

    [Theory]
    [InlineData(3, 1, false)]
    [InlineData(3, 2, true)]
    [InlineData(4, 2, false)]
    [InlineData(4, 3, true)]
    [InlineData(0, 0, false)]
    public void A_quorum_is_more_than_half_of_the_votes(int votes, int present, bool met) => Quorum.Of(votes, present, null).IsMet.Should().Be(met);

    [Fact]
    public void The_votes_of_a_body_are_its_voting_seats_that_somebody_holds() => Invited.QuorumOf(board.Alrek.History, board.Of(board.Plan())).Should().Be(new Quorum(3, 2, 0));

    [Fact]
    public void Rules_of_composition_may_ask_for_more_votes_or_fewer_and_no_more_after_they_are_cleared()
    {
        board.Alrek.Record("2021-01-01", new SetCompositionRules("Styret", Quorum: new(3)));
        Invited.QuorumOf(board.Alrek.History, board.Of(board.Plan())).Should().Be(new Quorum(3, 3, 0));
        board.Alrek.Record("2021-02-01", new SetCompositionRules("Styret", Quorum: new(null)));
        Invited.QuorumOf(board.Alrek.History, board.Of(board.Plan())).Should().Be(new Quorum(3, 2, 0));
    }
}
