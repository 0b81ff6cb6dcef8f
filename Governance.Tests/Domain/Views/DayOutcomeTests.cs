using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class DayOutcomeTests
{
    [Fact]
    public void What_a_day_came_to_leads_to_the_same_evening_as_all_its_steps() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), ComesToTheSame).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Rules_that_are_set_before_and_after_somebody_takes_a_seat_are_both_left() => ComesToTheSame(21);

    [Fact]
    public void Leave_that_was_granted_between_two_appointments_of_one_day_is_told_after_both() => ComesToTheSame(47);

    [Theory]
    [InlineData(50)]
    [InlineData(2647)]
    public void Leave_from_a_seat_that_a_reconstitution_of_the_day_took_away_is_told_before_it(int seed) => ComesToTheSame(seed);

    [Theory]
    [InlineData(1039)]
    [InlineData(1195)]
    public void A_seat_that_an_appointment_made_is_made_by_whoever_was_appointed_to_it_again(int seed) => ComesToTheSame(seed);

    [Theory]
    [InlineData(1176)]
    [InlineData(1661)]
    public void Of_a_body_that_came_and_went_within_the_day_no_seats_are_told(int seed) => ComesToTheSame(seed);

    [Theory]
    [InlineData(1913)]
    [InlineData(2518)]
    public void A_new_body_that_went_and_came_back_within_the_day_comes_back_without_seats(int seed) => ComesToTheSame(seed);

    [Theory]
    [InlineData(3945)]
    [InlineData(4020)]
    public void Terms_that_one_reconstitution_of_the_day_gave_another_keeps(int seed) => ComesToTheSame(seed);

    private static void ComesToTheSame(int seed)
    {
        var chronicle = AnyDecision.History(seed, 25, days: 3).History.Chronicle;
        foreach (var day in chronicle.Days)
        {
            var morning = chronicle.Before(day.Facts[0]);
            var outcome = DayOutcome.Of(day, morning);

            outcome.Should().HaveCountLessThanOrEqualTo(day.Facts.Count);
            Seen(outcome.Aggregate(morning, Rules.Apply)).Except(Seen(day.After)).Should().BeEmpty(because: "{0} came to {1}", Told(day.Facts), Told(outcome));
            Seen(day.After).Except(Seen(outcome.Aggregate(morning, Rules.Apply))).Should().BeEmpty(because: "{0} came to {1}", Told(day.Facts), Told(outcome));
        }
    }

    private static string Told(IEnumerable<Fact> facts) => string.Join("; ", facts.Select(f => f.Event));

    /// <summary>What people see of an evening; how often something changed on the way there is no part of it.</summary>
    private static IEnumerable<string> Seen(Cluster state) => [
        $"{state.Names.Current.Name} {state.Names.Current.NameEn} {state.Strategy?.Title}",
        .. state.Partners.Values.Where(p => p.IsPresent).OrderBy(p => p.Id.Value).Select(p => $"{p.Id} {p.Names.Current.Name} {p.Names.Current.NameEn}"),
        .. state.Living.OrderBy(b => b.Id.Value).SelectMany(Seen)];

    private static IEnumerable<string> Seen(Body b) => [
        $"{b.Id} {b.Name} {b.Names.Current.NameEn} {b.Kind} {b.Visibility} {b.Parent} {string.Join(',', b.AdvisoryTo)} {b.Rules}",
        $"{string.Join(',', b.Mandate?.Texts ?? [])} {b.Mandate?.ValidThrough} {b.Mandate?.DueOn}",
        .. b.Seats.OrderBy(s => s.Id.Value).Select(s => $"{s.Id} {s.Description with { Order = null }} {s.Personal} {s.Holders.LastOrDefault()}")];
}
