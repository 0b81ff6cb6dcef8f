using Governance.Api.Store.Schema;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.EventStore;

public sealed class MigrationsTests : IAsyncLifetime
{
    private static readonly Migration[] Embedded = [.. Migration.Embedded];
    private static readonly Migration First = new(9001, "first", "create table one (id int); insert into one values (1);");
    private static readonly Migration Second = new(9002, "second", "create function two() returns int language plpgsql as $$ begin return 2; end $$;");
    private LogHost host = null!;
    private NpgsqlDataSource database = null!;

    public async Task InitializeAsync()
    {
        var connectionString = await PostgresServer.CreateEmptyDatabaseAsync();
        (host, database) = (LogHost.Open(connectionString), NpgsqlDataSource.Create(connectionString));
    }

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Nodes_that_migrate_at_once_all_succeed_and_each_step_is_taken_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => LogHost.MigrateAsync(database.ConnectionString)));

        (await SqlAsync("select array_agg(number order by number) from gov_migrations")).Should().BeEquivalentTo(Embedded.Select(m => m.Number));
        await host.Migrations(Embedded).CheckAsync();
    }

    [Fact]
    public async Task An_empty_database_is_told_what_it_lacks() =>
        await host.Migrations(Embedded).Awaiting(m => m.CheckAsync()).Should().ThrowAsync<SchemaMismatchException>().WithMessage("*lacks table gov_migrations*Run migrate*");

    [Theory]
    [InlineData("wolverine.wolverine_dead_letters", "expires")]
    [InlineData("mt_streams", "is_archived")]
    public async Task A_column_that_the_settings_have_come_to_ask_for_is_missed_and_made(string table, string column)
    {
        await host.Migrations(Embedded).ApplyAsync();
        await SqlAsync($"alter table {table} drop column {column} cascade");

        await host.Migrations(Embedded).Awaiting(m => m.CheckAsync()).Should().ThrowAsync<SchemaMismatchException>().WithMessage($"*lacks column {table.Split('.')[^1]}.{column}*Run migrate*");

        await LogHost.MigrateAsync(database.ConnectionString);
        await host.Migrations(Embedded).CheckAsync();
    }

    [Fact]
    public async Task A_later_program_adds_its_own_steps()
    {
        await host.Migrations([.. Embedded, First]).ApplyAsync();
        await host.Migrations([.. Embedded, First, Second]).Awaiting(m => m.CheckAsync()).Should().ThrowAsync<SchemaMismatchException>().WithMessage("*lacks migration 9002 (second)*");
        await host.Migrations([.. Embedded, First, Second]).ApplyAsync();

        await host.Migrations([.. Embedded, First, Second]).CheckAsync();
        (await SqlAsync("select two() + (select count(*) from one)")).Should().Be(3L);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await host.Migrations([.. Embedded, First, Second]).ApplyAsync();

        await host.Migrations([.. Embedded, First]).Awaiting(m => m.ApplyAsync())
            .Should().ThrowAsync<SchemaMismatchException>().WithMessage("*newer than this program*9002 (second)*");
    }

    [Fact]
    public async Task A_step_that_was_changed_after_release_is_refused()
    {
        await host.Migrations([.. Embedded, First]).ApplyAsync();

        await host.Migrations([.. Embedded, First with { Sql = "create table other ()" }, Second]).Awaiting(m => m.ApplyAsync())
            .Should().ThrowAsync<SchemaMismatchException>().WithMessage("*9001 (first)*another text*");
    }

    [Fact]
    public async Task A_step_that_fails_leaves_nothing_behind()
    {
        var broken = new Migration(9002, "broken", "create table half (id int); select * from nowhere;");

        await host.Migrations([.. Embedded, First, broken]).Awaiting(m => m.ApplyAsync()).Should().ThrowAsync<PostgresException>();
        (await SqlAsync("select to_regclass('half') is null and not exists (select from gov_migrations where number = 9002)")).Should().Be(true);
    }

    private async Task<object?> SqlAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
