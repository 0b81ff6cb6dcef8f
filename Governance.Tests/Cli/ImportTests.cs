using Governance.Tests.Support;

namespace Governance.Tests.Cli;

public sealed class ImportTests : IAsyncLifetime
{
    private string _database = "";

    public async Task InitializeAsync() => _database = $"--ConnectionStrings:Governance={await PostgresServer.CreateDatabaseAsync()}";

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_demo_is_loaded_once_and_verifies()
    {
        (await RunAsync("demo")).Should().StartWith("0 ").And.Contain("alrek: 11 decisions").And.MatchRegex("Sign in at /sign-in as sekretar with the password [a-z2-9-]{19} ")
            .And.MatchRegex("as admin1 with the password [a-z2-9-]{19} ").And.MatchRegex("as admin2 with the password [a-z2-9-]{19} ");
        (await RunAsync("demo")).Should().Be("0 The database is not empty: it is left as it is. A new link for a password: user reset LOGIN. A new key: key create --name NAME --role admin.");
        (await RunAsync("verify")).Should().MatchRegex("^0 alrek: position [0-9]+, [0-9]+ events, all as written\\s+reporting: of ([0-9]+) acts nothing is told of yet: start a node, or run rebuild\\s+search: of \\1 acts nothing is told of yet: start a node, or run rebuild$");
    }

    [Fact]
    public async Task A_file_is_taken_in_once_however_often_it_is_given()
    {
        var first = await ImportAsync("""{"cluster":{"id":"nscc","name":"Norwegian Smart Care Cluster","foundedOn":"2014"}}""");
        first.Should().Be("0 nscc: 0 decisions and 0 people, now at position 1");
        (await ImportAsync("""{"cluster":{"id":"nscc","name":"Norwegian Smart Care Cluster","foundedOn":"2014"}}""")).Should().Be(first);
    }

    [Theory]
    [InlineData("""{"cluster":{"id":"nscc","foundedOn":"2014"}}""", "1 cluster.name: Is missing.")]
    [InlineData("""{"cluster":{"id":"nscc","name":"NSCC","foundedOn":"2014"},"decisions":[{"title":"x","decidedByText":"y","decidedOn":"2015","changes":[{"type":"rename-body","body":"Styret","name":"Rådet"}]}]}""",
        "1 decisions[0].changes[0].body: ")]
    [InlineData("""{"decisions":[]}""", "1 Say with --cluster which cluster it is")]
    [InlineData("{", "1 : Not valid JSON")]
    public async Task What_stands_in_the_way_is_told_and_nothing_is_stored(string document, string told)
    {
        (await ImportAsync(document)).Should().StartWith(told);
        (await RunAsync("verify")).Should().Be("0 ");
    }

    private async Task<string> ImportAsync(string document)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, document);
        var told = await RunAsync("import", file);
        File.Delete(file);
        return told;
    }

    /// <summary>The exit code and what it told, on whichever stream.</summary>
    private async Task<string> RunAsync(params string[] arguments)
    {
        await using var run = ServerProcess.Run([.. arguments, _database]);
        var code = await run.EndAsync();
        return $"{code} {(await run.OutputAsync() + await run.Errors).TrimEnd()}";
    }
}
