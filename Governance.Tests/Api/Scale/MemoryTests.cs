using System.Net;
using Governance.Api.Clusters;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Api.Scale;

public sealed class MemoryTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Clusters = 30;
    private const long Enough = 60_000;

    [Fact]
    public async Task Many_clusters_are_used_in_turn_with_right_answers_where_few_fit_in_memory()
    {
        await using var small = await TestApi.StartAsync([$"--ConnectionStrings:Governance={api.Api.ConnectionString}", $"--Governance:MaxMemory={Enough}"]);
        var cache = small.Services.GetRequiredService<ClusterCache>();
        var clusters = new List<ClusterClient>();
        for (var i = 0; i < Clusters; i++) clusters.Add((await api.FoundAsync()).As(TestApi.AdminKey, small.Client));

        foreach (var (round, year) in new[] { 2017, 2018, 2019 }.Index())
        {
            await Parallel.ForEachAsync(clusters, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (cluster, _) =>
            {
                var made = await cluster.DecideAsync(
                    $$"""{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "{{year}}", "changes": [{"type": "establish-body", "kind": "board", "name": "Styre {{year}} i {{cluster.Id}}"}]}""");
                made.Position.Should().Be(round + 2);
                (await NamesAsync(cluster, made.Position)).Should().Equal(Enumerable.Range(2017, round + 1).Select(y => $"Styre {y} i {cluster.Id}"));
            });
            cache.Loaded.Sum(e => e.Current.Weight).Should().BeLessThan(3 * Enough);
            cache.Loaded.Should().HaveCountLessThan(Clusters);
        }
        foreach (var cluster in clusters) await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task What_is_let_go_while_it_is_written_to_is_recorded_all_the_same()
    {
        await using var small = await TestApi.StartAsync([$"--ConnectionStrings:Governance={api.Api.ConnectionString}", "--Governance:MaxMemory=1"]);
        var (one, other) = ((await api.FoundAsync()).As(TestApi.AdminKey, small.Client), (await api.FoundAsync()).As(TestApi.AdminKey, small.Client));

        await Task.WhenAll(Enumerable.Range(0, 8).SelectMany(w => new[] { one, other }.Select(cluster => WriteAsync(cluster, w))));

        foreach (var cluster in new[] { one, other })
        {
            (await NamesAsync(cluster, 41)).Should().HaveCount(40);
            await api.VerifyAsync(cluster);
        }
    }

    [Fact]
    public async Task What_grows_by_what_is_recorded_makes_room_for_itself()
    {
        await using var small = await TestApi.StartAsync([$"--ConnectionStrings:Governance={api.Api.ConnectionString}", $"--Governance:MaxMemory={Enough}"]);
        var cache = small.Services.GetRequiredService<ClusterCache>();
        var (resting, growing) = ((await api.FoundAsync()).As(TestApi.AdminKey, small.Client), (await api.FoundAsync()).As(TestApi.AdminKey, small.Client));
        await resting.GetAsync("/structure");
        await growing.GetAsync("/structure");
        cache.Loaded.Should().HaveCount(2);

        while (cache.Loaded.Sum(e => e.Current.Weight) <= Enough && cache.Loaded.Count == 2) await WriteAsync(growing, (int)await growing.PositionAsync());

        await Eventually.TrueAsync(() => Task.FromResult(cache.Loaded.Select(e => e.Id).SequenceEqual([growing.Id])));
    }

    private static async Task WriteAsync(ClusterClient cluster, int writer)
    {
        for (var n = 0; n < 5; n++) (await cluster.EstablishAsync("2017", $"Gruppe {writer}-{n}")).Should().ContainSingle();
    }

    private static async Task<IEnumerable<string>> NamesAsync(ClusterClient cluster, long position) =>
        (await cluster.GetAsync($"/committees?minPosition={position}")).Being(HttpStatusCode.OK).Json["bodies"]!.AsArray().Select(b => b!["name"]!.GetValue<string>());
}
