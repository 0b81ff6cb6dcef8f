using Governance.Tests.Support;

namespace Governance.Tests.Cli;

public sealed class PopoloTests
{
    [Fact]
    public async Task An_export_in_popolo_is_tried_and_taken_in_and_what_is_wrong_is_told_by_its_place()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "alrek.json");
        var (from, to) = (await PostgresServer.CreateDatabaseAsync(), await PostgresServer.CreateDatabaseAsync());
        await RunAsync(from, "demo");
        (await RunAsync(from, "export", "popolo", "--cluster", "alrek", "--internal", "--as-of", "2023-09-01", "--output", file)).Should().Be("0 ");

        (await RunAsync(to, "import", "popolo", file, "--cluster", "alrek", "--dry-run")).Should().MatchRegex("^0 alrek: [0-9]+ decisions and [0-9]+ people, would be at position [0-9]+$");
        (await RunAsync(to, "import", "popolo", file, "--cluster", "alrek")).Should().MatchRegex("^0 alrek: [0-9]+ decisions and [0-9]+ people, now at position [0-9]+$");
        (await RunAsync(to, "verify")).Should().StartWith("0 alrek: ").And.Contain("all as written")
            .And.MatchRegex("  reporting: of [0-9]+ acts nothing is told of yet").And.MatchRegex("  search: of [0-9]+ acts nothing is told of yet");

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"parent_id\":\"alrek\"", "\"parent_id\":\"ukjent\"", StringComparison.Ordinal));
        (await RunAsync(to, "import", "popolo", file, "--cluster", "annen")).Should().MatchRegex("^1 /organizations/[0-9]+/parent_id: Nothing in the document has this id.");
    }

    /// <summary>The exit code and what it told, on whichever stream.</summary>
    private static async Task<string> RunAsync(string database, params string[] arguments)
    {
        await using var run = ServerProcess.Run([.. arguments, $"--ConnectionStrings:Governance={database}"]);
        var code = await run.EndAsync();
        return $"{code} {(await run.OutputAsync() + await run.Errors).TrimEnd()}";
    }
}
