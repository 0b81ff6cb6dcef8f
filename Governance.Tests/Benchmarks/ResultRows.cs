using Governance.Api.Reporting;
using Governance.Api.Reporting.Search;
using Npgsql;

namespace Governance.Tests.Benchmarks;

/// <summary>The rows of the reporting schema as COPY has them, to be copied into tables of the same kind.</summary>
internal sealed class ResultRows : IAsyncDisposable
{
    private const string Schema = "bench_floor";
    private static readonly IReadOnlyList<string> Tables = [.. Table.All.Select(t => t.Name), $"search_texts (cluster, {SearchWriter.Columns})"];

    private readonly NpgsqlConnection connection;
    private readonly Dictionary<string, MemoryStream> rows = [];

    private ResultRows(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<ResultRows> TakeAsync(Bench bench)
    {
        var taken = new ResultRows(await bench.Database.OpenConnectionAsync());
        foreach (var table in Tables)
        {
            await using var copy = await taken.connection.BeginRawBinaryCopyAsync($"copy reporting.{table} to stdout (format binary)");
            await copy.CopyToAsync(taken.rows[table] = new());
        }
        return taken;
    }

    public async Task CopyAsync()
    {
        await using (var made = new NpgsqlCommand($"drop schema if exists {Schema} cascade; select gov_create_reporting('{Schema}'); select gov_create_search('{Schema}')", connection))
            await made.ExecuteNonQueryAsync();
        foreach (var (table, bytes) in rows)
        {
            bytes.Position = 0;
            await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {Schema}.{table} from stdin (format binary)");
            copy.ReadTimeout = copy.WriteTimeout = (int)RowWriter.Patience.TotalMilliseconds;
            await bytes.CopyToAsync(copy);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bytes in rows.Values) await bytes.DisposeAsync();
        await connection.DisposeAsync();
    }
}
