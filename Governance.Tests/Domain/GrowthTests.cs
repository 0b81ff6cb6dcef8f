using System.Globalization;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain;

/// <summary>Recording costs the same after five thousand decisions as after ten, counted in bytes allocated: no noise, and nothing is folded without allocating.</summary>
public sealed class GrowthTests
{
    private const int Many = 5000;
    private static readonly DateOnly First = new(2016, 2, 1);
    private readonly Scenario told = new();

    public GrowthTests() => told.Record("2016",
        Establish("Styret", called: "s"), Seat("#s", SeatRole.Chair, called: "leder"), Appoint(New("Kari"), "#leder", "2016-01"), Establish("Rådet"), Admit("UiB"));

    [Fact]
    public void Recording_day_by_day() => CostsTheSame(n => Decided(First.AddDays(n), Adopt("Styret", $"Punkt {n}"), new ReclassifyBody("Rådet", n % 2 == 0 ? BodyKind.Board : BodyKind.Council)));

    [Fact]
    public void Recording_on_one_day() => CostsTheSame(n => Decided(First, Adopt("Styret", $"Punkt {n}")));

    [Fact]
    public void Recording_ever_new_bodies_and_partners() => CostsTheSame(n => Decided(First, Establish($"Organ {n}", under: "Rådet"), Admit($"Partner {n}")));

    [Fact]
    public void Recording_ever_new_names_of_one_body() => CostsTheSame(n => Decided(First.AddDays(n), Rename($"Rådet{(n == 1 ? "" : $" {n - 1}")}", $"Rådet {n}")));

    [Fact]
    public void Recording_ever_new_holders_of_one_seat() =>
        CostsTheSame(n => Decided(First.AddDays(n), Appoint(New($"Person {n}"), "Styret", SeatRole.Chair, First.AddDays(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Fact]
    public void Recording_and_correcting_the_last() => CostsTheSame(
        n => Decided(First.AddDays(n), Adopt("Styret", $"Punkt {n}")),
        entry => told.Enter(Accepted(Register().Correct(entry.Decision, Decided(entry.Facts[0].DecidedOn.First, Adopt("Rådet", "Råde")), "Feil"))));

    [Fact]
    public void A_days_state_shares_all_that_did_not_change_with_the_day_before()
    {
        told.Record("2017", Rename("Styret", "Toppen"));
        var days = told.History.Chronicle.Days;
        var untouched = told.Body("Rådet").Id;

        days[^1].After.Bodies[untouched].Should().BeSameAs(days[^2].After.Bodies[untouched]);
        days[^1].After.Partners.Should().BeSameAs(days[^2].After.Partners);
    }

    private void CostsTheSame(Func<int, Decision> decision, Action<Entry>? then = null)
    {
        var costs = Enumerable.Range(1, Many).Select(n => Cost(decision(n), then)).ToList();

        costs[^20..].Average().Should().BeLessThan(2 * costs[10..30].Average());
    }

    private long Cost(Decision decision, Action<Entry>? then)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var entry = told.Enter(Accepted(Register().Record(decision)));
        then?.Invoke(entry);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private Register Register() => new(told.History, DateOnly.MaxValue, told.NewId);

    private static Entry Accepted(DecisionOutcome outcome) => ((DecisionOutcome.Accepted)outcome).Entry;

    private static Decision Decided(DateOnly on, params Change[] changes) => new(null, "Vedtak", on, DecidedBy: "Styret", Changes: changes);
}
