using Governance.Domain.Clusters;
using Governance.Domain.Findings;

namespace Governance.Tests.Domain.Findings;

public sealed class LastingTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_finding_keeps_its_id_from_its_first_day_for_as_long_as_it_lasts(int seed)
    {
        var turmoil = new Turmoil(seed);
        turmoil.Happen(60, _ => { });
        var (yesterday, wrong) = (new Dictionary<(FindingCode, Subject), Finding>(), new List<string>());
        for (var day = Turmoil.First; day < Turmoil.First.AddDays(420); day = day.AddDays(1))
        {
            var today = All(turmoil, turmoil.Story.History, day).ToDictionary(f => (f.Code, f.About));
            wrong.AddRange(
                from each in today
                let finding = each.Value
                where yesterday.TryGetValue(each.Key, out var was) ? finding.Id != was.Id : finding.Since.First != day
                select $"{day}: {finding.Message.En} since {finding.Since}");
            yesterday = today;
        }
        wrong.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_decision_brings_what_is_found_after_it_and_not_before(int seed)
    {
        var turmoil = new Turmoil(seed);
        turmoil.Happen(60, before =>
        {
            var after = turmoil.Story.History;
            foreach (var day in new[] { Turmoil.First.AddDays(100), Turmoil.First.AddDays(420) })
                FindingList.Brought(before, after, day, turmoil.Persons).Select(f => f.Id)
                    .Should().BeEquivalentTo(All(turmoil, after, day).Select(f => f.Id).Except(All(turmoil, before, day).Select(f => f.Id)));
        });
    }

    private static IReadOnlyList<Finding> All(Turmoil turmoil, ClusterHistory history, DateOnly day) => FindingList.Of(history, day, turmoil.Persons).Open;
}
