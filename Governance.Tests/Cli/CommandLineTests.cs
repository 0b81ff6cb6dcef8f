using Governance.Tests.Support;

namespace Governance.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task A_word_that_is_no_verb_is_refused()
    {
        await using var run = ServerProcess.Run("sreve");

        (await run.EndAsync()).Should().Be(1);
        (await run.Errors).Should().Contain("'sreve'");
    }

    [Fact]
    public async Task A_database_that_lacks_something_is_not_served_and_one_line_says_what_to_run()
    {
        await using var run = ServerProcess.Run("serve", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Governance={await PostgresServer.CreateEmptyDatabaseAsync()}");

        (await run.EndAsync()).Should().Be(1);
        (await run.Errors).Should().Be("The database lacks table gov_migrations of this program's schema. Run migrate as the owner of its tables first.\n");
    }

    [Fact]
    public async Task Martens_own_verbs_say_whether_the_database_is_as_this_program_has_it()
    {
        await using var whole = ServerProcess.Run("db-assert", $"--ConnectionStrings:Governance={await PostgresServer.CreateDatabaseAsync()}");
        await using var empty = ServerProcess.Run("db-assert", $"--ConnectionStrings:Governance={await PostgresServer.CreateEmptyDatabaseAsync()}");

        (await whole.EndAsync()).Should().Be(0, await whole.OutputAsync());
        (await empty.EndAsync()).Should().NotBe(0);
        (await empty.OutputAsync()).Should().Contain("mt_events");
    }

    [Fact]
    public async Task A_key_is_made_listed_and_revoked()
    {
        var database = $"--ConnectionStrings:Governance={await PostgresServer.CreateEmptyDatabaseAsync()}";
        await using var create = ServerProcess.Run("key", "create", "--name", "Ada", "--role", "secretary", "--cluster", "alrek", "--expires", "2999-01-31T23:00:00Z", database);
        (await create.EndAsync()).Should().Be(0);
        (await create.LineAsync("gov_")).Should().MatchRegex("^gov_[A-Za-z0-9_-]{43}$");

        var id = (await ListAsync(database)).Split(' ')[0];
        await using var revoke = ServerProcess.Run("key", "revoke", id, database);
        (await revoke.EndAsync()).Should().Be(0);
        (await ListAsync(database)).Should().MatchRegex("Ada, secretary of alrek, made .* by command-line, expires 2999-01-31 23:00:00Z, revoked ");
    }

    [Fact]
    public async Task A_key_holds_in_one_cluster_or_in_all_and_one_has_to_say_which()
    {
        await using var run = ServerProcess.Run("key", "create", "--name", "Ada", "--role", "reader");

        (await run.EndAsync()).Should().Be(1);
        (await run.Errors).Should().Contain("Give either --cluster or --all-clusters.");
    }

    private static async Task<string> ListAsync(string database)
    {
        await using var list = ServerProcess.Run("key", "list", database);
        return await list.LineAsync("");
    }
}
