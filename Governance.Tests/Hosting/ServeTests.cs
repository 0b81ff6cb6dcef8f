using System.Diagnostics;
using System.Net;
using Governance.Api.Hosting;
using Governance.Tests.Support;

namespace Governance.Tests.Hosting;

public sealed class ServeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_it_takes_its_database_with_it_and_goes_on_where_it_was()
    {
        await using var first = await ServeAsync();
        var key = await FirstKeyAsync(first);
        var postgres = PostgresProcess();
        await first.KillAsync();

        await using var second = await ServeAsync();
        (await StatusAsync(second, "/api/keys", key)).Should().Be(HttpStatusCode.OK);
        postgres.HasExited.Should().BeTrue("a server of the same folder has started since");
    }

    [Fact]
    public async Task Killed_together_with_its_database_it_goes_on_where_it_was()
    {
        await using var first = await ServeAsync();
        var key = await FirstKeyAsync(first);
        var postgres = PostgresProcess();
        await first.KillAsync();
        if (!postgres.HasExited) postgres.Kill();

        await using var second = await ServeAsync();
        (await StatusAsync(second, "/api/keys", key)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_is_ready_again_after_its_database_was_killed()
    {
        await using var server = await ServeAsync();
        (await StatusAsync(server, "/health/ready")).Should().Be(HttpStatusCode.OK);
        var postgres = PostgresProcess();
        postgres.Kill();
        await postgres.WaitForExitAsync();

        // For a second it is told as it was.
        await Eventually.TrueAsync(() => Task.FromResult(PostgresId() != postgres.Id && PostmasterFile.IsRunningPostgres(PostgresId())));
        await Eventually.TrueAsync(async () => await StatusAsync(server, "/health/ready") == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Told_to_stop_it_stops_and_its_database_with_it()
    {
        await using var server = await ServeAsync();
        var postgres = PostgresProcess();

        (await server.StopAsync()).Should().Be(0);
        postgres.HasExited.Should().BeTrue();
    }

    [Fact]
    public async Task A_second_one_on_the_same_folder_says_so_in_one_line_and_ends()
    {
        await using var first = await ServeAsync();
        await using var second = ServerProcess.Run("serve", "--urls=http://127.0.0.1:0", $"--Governance:StateFolder={_folder.Path}");

        (await second.EndAsync()).Should().Be(1);
        (await second.Errors).Should().MatchRegex(@"\AA server already runs on [^\n]*\n\z");
    }

    [Fact]
    public async Task A_task_beside_the_running_server_works_on_its_database()
    {
        await using var server = await ServeAsync();
        var first = await FirstKeyAsync(server);
        await using var create = ServerProcess.Run("key", "create", "--name=Ada", "--role=reader", "--all-clusters", $"--Governance:StateFolder={_folder.Path}");
        var made = await create.LineAsync("gov_");

        (await StatusAsync(server, "/api/keys", made)).Should().Be(HttpStatusCode.Forbidden);
        (await StatusAsync(server, "/api/keys", first)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_in_one_line()
    {
        await using var server = ServerProcess.Run("serve", "--ConnectionStrings:Governance=Host=127.0.0.1;Port=1;Username=nobody;Timeout=5");

        (await server.EndAsync()).Should().Be(1);
        (await server.Errors).Should().MatchRegex(@"\AThe database: [^\n]*\n\z");
    }

    private Task<ServerProcess> ServeAsync() => ServerProcess.ServeAsync($"--Governance:StateFolder={_folder.Path}");

    private static async Task<string> FirstKeyAsync(ServerProcess server)
    {
        const string line = "The first admin key, shown this once: ";
        return (await server.LineAsync(line))[line.Length..];
    }

    private Process PostgresProcess() => Process.GetProcessById(PostgresId());

    private int PostgresId() => new PostmasterFile(Path.Combine(_folder.Path, "postgres", "data", "postmaster.pid")).ProcessId ?? 0;

    private static async Task<HttpStatusCode> StatusAsync(ServerProcess server, string path, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        using var response = await server.Client.SendAsync(request);
        return response.StatusCode;
    }
}
