using Governance.Api.EventStore;
using Governance.Tests.Security.Isolation;
using Governance.Api.Store.Schema;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Security;

/// <summary>The role that serves, with SQL of its own.</summary>
public sealed class RowLevelSecurityTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private NpgsqlDataSource serving = null!;

    public Task InitializeAsync()
    {
        serving = EventLog.Open(PostgresServer.Serving(api.Api.ConnectionString));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await serving.DisposeAsync();

    [Fact]
    public async Task It_sees_one_cluster_and_not_another_and_none_without_saying_which()
    {
        var (one, other) = ((await SecretCluster.FoundAsync(api)).Client.Id, (await SecretCluster.FoundAsync(api)).Client.Id);
        foreach (var (table, cluster) in await WalledAsync())
        {
            var count = $"select count(*), count(distinct {cluster}), min({cluster}) from {table}";
            (await RowsAsync(serving.ForCluster(one, count))).Should().Match<Counted>(c => c.Clusters == 0 || (c.Clusters == 1 && c.First == one), table);
            (await RowsAsync(serving.ForCluster("nowhere", count))).Rows.Should().Be(0, table);
            (await CountAsync(count)).Should().Be(0, "nothing says which: {0}", table);
        }
        foreach (var table in new[] { "mt_streams", "mt_events", "mt_doc_person", "mt_doc_webhooksettings", "gov_webhooks", "mt_doc_draft" })
        {
            (await RowsAsync(serving.ForCluster(other, $"select count(*), 1::bigint, '' from {table}"))).Rows.Should().BePositive(table);
            (await RowsAsync(serving.AcrossClusters($"select count(*), 1::bigint, '' from {table}"))).Rows.Should().Be((long)(await api.Api.Database.CreateCommand($"select count(*) from {table}").ExecuteScalarAsync())!, table);
        }
    }

    [Fact]
    public async Task What_a_transaction_was_for_is_forgotten_with_it()
    {
        var cluster = (await api.FoundAsync()).Id;
        await using var connection = await serving.OpenConnectionAsync();

        (await connection.ForCluster(cluster, "select count(*) from mt_events").ScalarAsync<long>(default)).Should().Be(1);
        await using var after = new NpgsqlCommand("select count(*) from mt_events", connection);
        (await after.ExecuteScalarAsync()).Should().Be(0L);
    }

    [Fact]
    public async Task It_writes_to_no_other_cluster()
    {
        var (one, other) = ((await api.FoundAsync()).Id, (await api.FoundAsync()).Id);

        await Refused(serving.ForCluster(one, $"insert into mt_doc_person (tenant_id, id, data, position) values ('{other}', gen_random_uuid(), '{{}}', 1)"));
        (await serving.ForCluster(one, $"update mt_streams set version = 9 where tenant_id = '{other}'").ExecuteNonQueryAsync()).Should().Be(0);
    }

    [Theory]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("update mt_events set type = 'x'")]
    [InlineData("update mt_events set headers = '{}'")]
    [InlineData("delete from mt_streams")]
    [InlineData("alter table mt_events disable row level security")]
    [InlineData("drop policy wall on mt_events")]
    [InlineData("create table more (id int)")]
    [InlineData("insert into gov_migrations (number, name, checksum) values (9999, 'x', 'x')")]
    [InlineData("select title from reporting.decisions")]
    [InlineData("select name from reporting.people")]
    [InlineData("set role postgres")]
    public async Task Whatever_cluster_it_is_for_it_may_not(string sql)
    {
        await api.FoundAsync();
        await Refused(serving.AcrossClusters(sql));
    }

    [Fact]
    public async Task It_starts_on_a_database_that_is_up_to_date_and_changes_nothing_of_one_that_is_not()
    {
        await using var host = LogHost.Open(serving.ConnectionString);
        await host.Migrations(Migration.Embedded).CheckAsync();

        await host.Migrations([.. Migration.Embedded, new(9998, "more", "create table more ()")]).Awaiting(m => m.CheckAsync())
            .Should().ThrowAsync<SchemaMismatchException>().WithMessage("*lacks migration 9998 (more)*");
        await host.Migrations(Migration.Embedded).Awaiting(m => m.ApplyAsync()).Should().ThrowAsync<SchemaMismatchException>().WithMessage("*owner*");
    }

    [Fact]
    public async Task A_search_through_the_wall_uses_its_index_and_a_read_of_the_log_looks_the_setting_up_once()
    {
        var plan = await PlanAsync("explain select * from reporting.searched where words @@ to_tsquery('simple', 'fortrolig')");
        plan.Should().Contain("search_texts_words");

        (await PlanAsync("explain select * from mt_events where tenant_id = 'alrek' and stream_id = gen_random_uuid() and version = 1")).Should().Contain("pk_mt_events_stream_and_version").And.Contain("InitPlan");
    }

    /// <summary>Each table that names a cluster; keys are not behind the wall, and of the reporting tables their rows cannot be read at all.</summary>
    private async Task<IReadOnlyList<(string Table, string Column)>> WalledAsync()
    {
        await using var command = api.Api.Database.CreateCommand("""
            select c.oid::regclass::text, a.attname, c.relrowsecurity from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
             where c.relkind = 'r' and a.attname in ('tenant_id', 'cluster') and not n.nspname like 'pg\_%' and (n.nspname <> 'reporting' or c.relname = 'search_texts')
            """);
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new List<(string, string)>();
        while (await rows.ReadAsync())
        {
            rows.GetBoolean(2).Should().BeTrue("the wall stands before {0}", rows.GetString(0));
            tables.Add((rows.GetString(0), rows.GetString(1)));
        }
        tables.Should().HaveCountGreaterThan(6);
        return tables;
    }

    private static async Task Refused(NpgsqlBatch batch) =>
        (await batch.Awaiting(b => b.ExecuteNonQueryAsync()).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().BeOneOf(PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.InvalidParameterValue);

    private static async Task<Counted> RowsAsync(NpgsqlBatch batch)
    {
        await using var rows = await batch.RowsAsync(default);
        await rows.ReadAsync();
        return new(rows.GetInt64(0), rows.GetInt64(1), await rows.IsDBNullAsync(2) ? null : rows.GetString(2));
    }

    private async Task<long> CountAsync(string sql) => (long)(await serving.CreateCommand(sql).ExecuteScalarAsync())!;

    private async Task<string> PlanAsync(string sql)
    {
        await using var batch = serving.ForCluster("alrek", "set local enable_seqscan = off").Then(sql);
        await using var rows = await batch.ExecuteReaderAsync();
        var plan = new List<string>();
        do
        {
            while (await rows.ReadAsync()) plan.Add(rows.GetString(0));
        }
        while (await rows.NextResultAsync());
        return string.Join('\n', plan);
    }

    private sealed record Counted(long Rows, long Clusters, string? First);
}
