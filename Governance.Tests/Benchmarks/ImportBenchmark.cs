using System.Text;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Benchmarks;

/// <summary>A long history taken in as one import, beside a COPY of as many rows of the kind it comes to.</summary>
internal static class ImportBenchmark
{
    private const string Floor = "bench_floor";

    /// <summary>A history that is so much shorter warms up, and its rows are copied so often.</summary>
    private const int Shorter = 10;

    public static async Task RunAsync(Bench bench)
    {
        var decisions = bench.Sized(100_000, smoke: 500);
        var (document, warming) = (Document(decisions), Document(decisions / Shorter));
        var api = await bench.ServeAsync();
        api.Client.Timeout = Timeout.InfiniteTimeSpan;
        var imports = 0;
        for (var time = 0; time < 3; time++) await ImportAsync(warming);
        using var rows = await TakeAsync(bench);
        await bench.CompareAsync($"{decisions:N0} decisions", "decisions", decisions, () => ImportAsync(document), () => CopyAsync(bench, rows), rounds: 1, warm: true);

        async Task ImportAsync(byte[] history)
        {
            using var content = new ByteArrayContent(history) { Headers = { ContentType = new("application/json") } };
            (await Reply.OfAsync(await api.SendAsync(HttpMethod.Post, $"/api/clusters/import-{imports++}/import", TestApi.AdminKey, content))).Being(System.Net.HttpStatusCode.Created);
        }
    }

    private static byte[] Document(int decisions)
    {
        var text = new StringBuilder($$"""{"cluster":{"name":"Klyngen","foundedOn":"1880"},"decisions":[{"title":"Opprettelse","decidedByText":"Partnerne","decidedOn":"1880","changes":[""");
        text.AppendJoin(',', Enumerable.Range(0, 10).Select(i => $$"""{"type":"establish-body","ref":"b{{i}}","kind":"committee","name":"Utvalg {{i}}"},{"type":"create-seat","ref":"s{{i}}","body":"#b{{i}}","role":"member"}""")).Append("]}");
        for (var n = 1; n < decisions; n++) text.Append(',').Append(new SmallDecision(n / 2, default, default).Imported($"#s{n % 10}"));
        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    private static async Task<MemoryStream> TakeAsync(Bench bench)
    {
        await using var connection = await bench.Database.OpenConnectionAsync();
        await using var copy = await connection.BeginRawBinaryCopyAsync("copy (select * from mt_events where tenant_id = 'import-0') to stdout (format binary)");
        var rows = new MemoryStream();
        await copy.CopyToAsync(rows);
        return rows;
    }

    private static async Task CopyAsync(Bench bench, MemoryStream rows)
    {
        await using var connection = await bench.Database.OpenConnectionAsync();
        await using (var make = new NpgsqlCommand($"drop table if exists {Floor}; create table {Floor} (like mt_events)", connection)) await make.ExecuteNonQueryAsync();
        for (var time = 0; time < Shorter; time++)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"copy {Floor} from stdin (format binary)");
            rows.Position = 0;
            await rows.CopyToAsync(copy);
        }
    }
}
