using System.Diagnostics;
using Governance.Tests.Api.Exports;
using Governance.Tests.Api.Scale;
using Governance.Tests.Support;
using Xunit.Abstractions;

namespace Governance.Tests.Pages;

[Collection(nameof(Alone))]
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_public_page_that_was_asked_for_before_is_answered_from_memory()
    {
        await using var api = await TestApi.StartAsync();
        foreach (var path in await PublicPages.OneOfEachAsync(await Demo.LoadEventfulAsync(api), api.Client))
        {
            (await api.Client.GetByteArrayAsync(path)).Should().NotBeEmpty();
            using var trips = new RoundTrips(api.ConnectionString);
            var times = new List<TimeSpan>();
            for (var i = 0; i < 50; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await api.Client.GetByteArrayAsync(path);
                times.Add(Stopwatch.GetElapsedTime(started));
            }

            output.WriteLine($"{times.Order().ElementAt(times.Count / 2).TotalMilliseconds,6:0.00} ms at the median: {path}");
            trips.Requested.Should().BeEmpty(path);
        }
    }
}
