using System.Diagnostics;
using Governance.Tests.Api.Exports;
using Governance.Tests.Api.Scale;
using Governance.Tests.Support;
using Xunit.Abstractions;

namespace Governance.Tests.Pages;

[Collection(nameof(Alone))]
public sealed class SpeedTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Promised = TimeSpan.FromMilliseconds(5);

    [Fact]
    public async Task A_public_page_is_answered_at_once()
    {
        await using var api = await TestApi.StartAsync();
        foreach (var path in await PublicPages.OneOfEachAsync(await Demo.LoadEventfulAsync(api), api.Client))
        {
            var times = new List<TimeSpan>();
            for (var i = 0; i < 200; i++)
            {
                var started = Stopwatch.GetTimestamp();
                (await api.Client.GetByteArrayAsync(path)).Should().NotBeEmpty();
                times.Add(Stopwatch.GetElapsedTime(started));
            }

            var median = times.Order().ElementAt(times.Count / 2);
            output.WriteLine($"{median.TotalMilliseconds,6:0.00} ms {path}");
            median.Should().BeLessThan(Promised, path);
        }
    }
}
