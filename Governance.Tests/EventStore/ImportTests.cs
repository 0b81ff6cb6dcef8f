using System.Diagnostics;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Xunit.Abstractions;
using Governance.Tests.Support;

namespace Governance.Tests.EventStore;

public sealed class ImportTests(LogFixture fixture, ITestOutputHelper output) : IClassFixture<LogFixture>
{
    private static readonly string[] FiveThousand = [.. Enumerable.Range(2, 4999).Select(i => $"Vedtak {i}")];

    [Fact]
    public async Task Many_acts_stand_as_if_appended_one_by_one()
    {
        var story = fixture.NewCluster();
        List<Act> acts = [story.Found(), .. FiveThousand.Select(story.Decide)];

        var started = Stopwatch.GetTimestamp();
        var outcome = await fixture.Log.AppendAsync(acts);
        var imported = Stopwatch.GetElapsedTime(started);
        outcome.Should().BeOfType<AppendOutcome.Recorded>().Which.Position.Should().Be(5000);

        started = Stopwatch.GetTimestamp();
        var events = await fixture.Log.ReadClusterAsync(story.Cluster).ToListAsync();
        var read = Stopwatch.GetElapsedTime(started);
        events.Should().HaveCount(9999);
        events.Where(e => e.Data is RegisterEvent).Select(e => e.Position).Should().Equal(Enumerable.Range(1, 5000).Select(i => (long)i));

        started = Stopwatch.GetTimestamp();
        (await fixture.Log.VerifyAsync(story.Cluster)).Differences.Should().BeEmpty();
        var verified = Stopwatch.GetElapsedTime(started);
        output.WriteLine($"5,000 acts, 9,999 events: imported in {imported.TotalSeconds:f2} s, read in {read.TotalSeconds:f2} s, verified in {verified.TotalSeconds:f2} s");
    }

    [Fact]
    public async Task An_import_that_meets_another_position_writes_nothing()
    {
        var story = fixture.NewCluster();
        List<Act> acts = [story.Found(), .. FiveThousand.Take(300).Select(story.Decide)];
        await fixture.Log.AppendAsync(new Story(story.Cluster).Found());

        (await fixture.Log.AppendAsync(acts)).Should().Be(new AppendOutcome.Conflict(1));
        (await fixture.Log.ReadClusterAsync(story.Cluster).CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task An_import_whose_last_act_breaks_writes_nothing()
    {
        var story = fixture.NewCluster();
        List<Act> acts = [story.Found(), .. FiveThousand.Take(300).Select(story.Decide)];
        var broken = story.Decide("A") with { Redactions = [new Redaction(Story.NewId(), Story.Recorded(Story.NewId(), "x"), [])] };

        await fixture.Log.Awaiting(log => log.AppendAsync([.. acts, broken])).Should().ThrowAsync<InvalidOperationException>();
        (await fixture.Log.HeadAsync(story.Cluster)).Should().BeNull();
        (await fixture.Log.AppendAsync(acts)).Should().BeOfType<AppendOutcome.Recorded>().Which.Position.Should().Be(301);
    }

    [Fact]
    public async Task Acts_that_do_not_belong_together_are_refused_before_anything_is_sent()
    {
        var (story, other) = (fixture.NewCluster(), fixture.NewCluster());
        var founding = story.Found();
        foreach (var second in new[] { other.Decide("A"), story.At(5, Story.Recorded(Story.NewId(), "A")) })
            await fixture.Log.Awaiting(log => log.AppendAsync([founding, second])).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task An_import_under_a_key_is_recorded_once()
    {
        var story = fixture.NewCluster();
        var key = new IdempotencyKey("import-1", [1, 2, 3]);
        List<Act> acts = [story.Found() with { Key = key }, .. FiveThousand.Take(10).Select(story.Decide)];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fixture.Log.AppendAsync(acts)));
        outcomes.OfType<AppendOutcome.Recorded>().Should().ContainSingle().Which.Position.Should().Be(11);
        outcomes.OfType<AppendOutcome.Repeated>().Should().HaveCount(3).And.OnlyContain(r => r.Position == 11);
    }
}
