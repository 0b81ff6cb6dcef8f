using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class LastDayTests
{
    [Fact]
    public void The_last_day_in_a_seat_is_the_same_looked_up_as_found_by_walking_through_all_the_days() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var history = AnyDecision.History(seed, 25).History;
        var walked = Tenures.All(history).ToLookup(t => (t.Body, t.Seat.Id, t.Held.Person, t.Held.From));
        foreach (var day in history.Chronicle.Days)
        {
            var lastDay = Tenures.LastDays(history, day.Date, _ => true);
            foreach (var body in day.After.Living)
                foreach (var (seat, holder) in day.After.Seats(body, day.Date).Where(s => s.Holder is not null))
                    walked[(body.Id, seat.Id, holder!.Person, holder.From)].Select(t => t.Through).Should().Contain(lastDay(body, seat, holder), "of {0} on {1}", body.Name, day.Date);
        }
    }).QuickCheckThrowOnFailure();
}
