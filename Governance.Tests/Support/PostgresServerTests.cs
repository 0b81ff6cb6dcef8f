using Npgsql;

namespace Governance.Tests.Support;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task Every_test_has_a_database_of_its_own()
    {
        var (one, other) = (await PostgresServer.CreateDatabaseAsync(), await PostgresServer.CreateDatabaseAsync());

        await ExecuteAsync(one, "create table mine ()");
        (await ExecuteAsync(other, "select to_regclass('mine') is null")).Should().Be(true);
    }

    private static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
