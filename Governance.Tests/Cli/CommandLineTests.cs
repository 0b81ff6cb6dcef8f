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

    [Theory]
    [InlineData("verify", "--ConnectionStrings:Governance=Host=nowhere;Password=hunter2")]
    [InlineData("migrate", "--ConnectionStrings:Owner", "Host=nowhere;pwd=hunter2")]
    [InlineData("serve", "--Governance:AdminKey=hunter2")]
    [InlineData("--governance:adminkey", "hunter2")]
    [InlineData("describe", "/Governance:OpenIdConnect:ClientSecret=hunter2")]
    public async Task A_password_is_not_taken_from_where_all_who_are_on_the_machine_see_it(params string[] arguments)
    {
        await using var run = ServerProcess.Run(typeof(Governance.Api.Hosting.Application).Assembly.Location, arguments, plain: true);

        (await run.EndAsync()).Should().Be(1);
        (await run.Errors).Should().StartWith("The arguments hold ").And.Contain("Put it in the environment").And.NotContain("hunter2");
    }

    [Fact]
    public async Task A_demo_that_was_broken_off_is_loaded_when_it_is_run_again()
    {
        var connection = await PostgresServer.CreateDatabaseAsync();
        var database = $"--ConnectionStrings:Governance={connection}";
        async Task<string> DemoAsync()
        {
            await using var run = ServerProcess.Run("demo", database);
            (await run.EndAsync()).Should().Be(0, await run.Errors);
            return await run.OutputAsync();
        }

        await DemoAsync();
        await using (var owner = Npgsql.NpgsqlDataSource.Create(connection))
            foreach (var table in new[] { "mt_events", "mt_streams", "mt_doc_person", "mt_doc_recordedrequest", "reporting.checkpoints" })
            {
                await using var empty = owner.CreateCommand($"truncate {table} cascade");
                await empty.ExecuteNonQueryAsync();
            }

        (await DemoAsync()).Should().MatchRegex("(?s)as sekretar with the password .*as admin1 with the password .*as admin2 with the password .*alrek: [0-9]+ decisions");
        (await DemoAsync()).Should().Be("The database is not empty: it is left as it is. A new link for a password: user reset LOGIN. A new key: key create --name NAME --role admin.");
    }

    [Fact]
    public async Task A_rebuild_that_was_broken_off_is_told_of_with_what_to_do_and_harms_nothing()
    {
        var connection = await PostgresServer.CreateDatabaseAsync();
        var database = $"--ConnectionStrings:Governance={connection}";
        await using (var demo = ServerProcess.Run("demo", database)) (await demo.EndAsync()).Should().Be(0);
        await using (var owner = Npgsql.NpgsqlDataSource.Create(connection))
        {
            await using var half = owner.CreateCommand("select gov_create_reporting('reporting_next')");
            await half.ExecuteNonQueryAsync();
        }
        async Task<string> GovernAsync(string verb)
        {
            await using var run = ServerProcess.Run(verb, database);
            return $"{await run.EndAsync()} {await run.OutputAsync()}";
        }

        (await GovernAsync("verify")).Should().StartWith("0 ").And.MatchRegex("reporting: of [0-9]+ acts nothing is told of yet: start a node, or run rebuild").And.Contain("A rebuild was broken off, or is at work");
        (await GovernAsync("rebuild")).Should().StartWith("0 ").And.Contain("The reporting tables are rebuilt.");
        (await GovernAsync("verify")).Should().StartWith("0 ").And.Contain("all as the log says").And.NotContain("broken off");
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_not_called_well()
    {
        await using var run = ServerProcess.Run("verify", "--cluster", "alrk", $"--ConnectionStrings:Governance={await PostgresServer.CreateDatabaseAsync()}");
        (await run.EndAsync()).Should().Be(1);
        (await run.Errors).Should().Be("There is no cluster alrk.\n");
    }

    [Fact]
    public async Task A_key_is_made_listed_and_revoked()
    {
        var database = $"--ConnectionStrings:Governance={await PostgresServer.CreateDatabaseAsync()}";
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
