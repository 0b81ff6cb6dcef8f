using Governance.Api.Hosting;
using Governance.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Governance.Tests.Hosting;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_stored_is_there_after_a_stop_and_a_start()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first, "create table kept (n int); insert into kept values (42)");

        await using var second = await StartAsync();
        (await ExecuteAsync(second, "select n from kept")).Should().Be(42);
    }

    private Task<LocalPostgres> StartAsync() => LocalPostgres.StartAsync(_folder.Path, durable: true, NullLogger.Instance, default);

    private static async Task<object?> ExecuteAsync(LocalPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
