using Governance.Tests.Support;

namespace Governance.Tests.Cli;

public sealed class ArchiveTests
{
    [Fact]
    public async Task A_log_is_written_to_a_file_and_rebuilt_from_it_once_in_an_empty_database()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "alrek.ndjson");
        var (from, to) = (await PostgresServer.CreateDatabaseAsync(), await PostgresServer.CreateDatabaseAsync());
        await RunAsync(from, "demo");
        (await RunAsync(from, "export", "events", "--cluster", "alrek", "--output", file)).Should().Be("0 ");

        (await RunAsync(to, "import", "--dry-run", file)).Should().MatchRegex("^0 alrek: [0-9]+ events, would be at position [0-9]+, all as written$");
        (await RunAsync(to, "import", file)).Should().MatchRegex("^0 alrek: [0-9]+ events, now at position [0-9]+, all as written$");
        (await RunAsync(to, "verify")).Should().Be(await RunAsync(from, "verify")).And.Contain("all as written");
        (await RunAsync(to, "import", file)).Should().Be("1 There is a cluster alrek already: a log is rebuilt only where there is none.");
    }

    [Fact]
    public async Task A_file_that_was_changed_is_refused_with_the_line()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "alrek.ndjson");
        var (from, to) = (await PostgresServer.CreateDatabaseAsync(), await PostgresServer.CreateDatabaseAsync());
        await RunAsync(from, "demo");
        await RunAsync(from, "export", "events", "--cluster", "alrek", "--output", file);
        var lines = await File.ReadAllLinesAsync(file);
        lines[6] = lines[6].Replace("\"version\":", "\"version\": ", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, string.Join('\n', lines) + "\n");

        (await RunAsync(to, "import", file)).Should().Be("1 Line 7: it is not as it was written, or a line before it is missing.");
        (await RunAsync(to, "verify")).Should().Be("0 ");
    }

    /// <summary>The exit code and what it told, on whichever stream.</summary>
    private static async Task<string> RunAsync(string database, params string[] arguments)
    {
        await using var run = ServerProcess.Run([.. arguments, $"--ConnectionStrings:Governance={database}"]);
        var code = await run.EndAsync();
        return $"{code} {(await run.OutputAsync() + await run.Errors).TrimEnd()}";
    }
}
