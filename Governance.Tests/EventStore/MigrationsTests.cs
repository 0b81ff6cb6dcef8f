using Governance.Api.EventStore;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.EventStore;

public sealed class MigrationsTests
{
    private static readonly Migration First = new(1, "first", "create table one (id int); insert into one values (1);");
    private static readonly Migration Second = new(2, "second", "create function two() returns int language plpgsql as $$ begin return 2; end $$;");

    [Fact]
    public async Task Nodes_that_start_at_once_all_succeed_and_each_step_is_taken_once()
    {
        await using var database = await EmptyAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new Migrations(database).ApplyAsync()));

        (await SqlAsync(database, "select array_agg(number order by number) from gov_migrations"))
            .Should().BeEquivalentTo(Migration.Embedded.Select(m => m.Number));
        (await new Migrations(database).AreAppliedAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task A_later_program_adds_its_own_steps()
    {
        await using var database = await EmptyAsync();
        await new Migrations(database, [First]).ApplyAsync();
        (await new Migrations(database, [First, Second]).AreAppliedAsync()).Should().BeFalse();
        await new Migrations(database, [First, Second]).ApplyAsync();

        (await new Migrations(database, [First]).AreAppliedAsync()).Should().BeTrue("a node of the older program goes on while the newer one takes over");
        (await SqlAsync(database, "select two() + (select count(*) from one)")).Should().Be(3L);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await using var database = await EmptyAsync();
        await new Migrations(database, [First, Second]).ApplyAsync();

        await new Migrations(database, [First]).Awaiting(m => m.ApplyAsync())
            .Should().ThrowAsync<SchemaMismatchException>().WithMessage("*newer than this program*0002 (second)*");
    }

    [Fact]
    public async Task A_step_that_was_changed_after_release_is_refused()
    {
        await using var database = await EmptyAsync();
        await new Migrations(database, [First]).ApplyAsync();

        await new Migrations(database, [First with { Sql = "create table other ()" }, Second]).Awaiting(m => m.ApplyAsync())
            .Should().ThrowAsync<SchemaMismatchException>().WithMessage("*0001 (first)*another text*");
    }

    [Fact]
    public async Task A_step_that_fails_leaves_nothing_behind()
    {
        await using var database = await EmptyAsync();
        var broken = new Migration(2, "broken", "create table half (id int); select * from nowhere;");

        await new Migrations(database, [First, broken]).Awaiting(m => m.ApplyAsync()).Should().ThrowAsync<PostgresException>();
        (await SqlAsync(database, "select to_regclass('half') is null and (select count(*) from gov_migrations) = 1")).Should().Be(true);
    }

    private static async Task<NpgsqlDataSource> EmptyAsync() => NpgsqlDataSource.Create(await PostgresServer.CreateEmptyDatabaseAsync());

    private static async Task<object?> SqlAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
