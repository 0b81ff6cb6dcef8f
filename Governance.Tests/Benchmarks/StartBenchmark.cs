using System.Diagnostics;
using System.Net;
using Governance.Api.Hosting;
using Governance.Tests.Support;

namespace Governance.Tests.Benchmarks;

/// <summary>From starting the process until it is ready, its database being there, beside an ASP.NET app with nothing in it. The program is the one in <c>BENCH_SERVER</c> in the environment, as it is published; without it, as it is built.</summary>
internal static class StartBenchmark
{
    public static async Task RunAsync(Bench bench)
    {
        await new LongHistory(ManyClusters.Name(0)).AppendAsync(bench.Log, 300);
        var settings = new[] { $"--ConnectionStrings:Governance={bench.ConnectionString}", $"--Governance:AdminKey={TestApi.AdminKey}" };
        var program = Environment.GetEnvironmentVariable("BENCH_SERVER") ?? typeof(Application).Assembly.Location;
        await bench.CompareAsync("process to ready", "starts", 1,
            () => StartAsync(() => ServerProcess.ServeAsync(program, ["serve", "--urls=http://127.0.0.1:0", .. settings]), "/health/ready", HttpStatusCode.OK),
            () => StartAsync(() => ServerProcess.ServeAsync(typeof(PlainServer).Assembly.Location, [PlainServer.Verb]), "/", HttpStatusCode.NotFound),
            rounds: 7);
    }

    private static async Task<IReadOnlyList<TimeSpan>> StartAsync(Func<Task<ServerProcess>> start, string path, HttpStatusCode status)
    {
        var started = Stopwatch.GetTimestamp();
        await using var server = await start();
        (await server.Client.GetAsync(path)).StatusCode.Should().Be(status);
        var took = Stopwatch.GetElapsedTime(started);
        await server.KillAsync();
        return [took];
    }
}
