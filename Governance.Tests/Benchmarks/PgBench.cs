using Governance.Api.Hosting;
using Npgsql;

namespace Governance.Tests.Benchmarks;

/// <summary>PostgreSQL's own pgbench: two streams brought forward and two events of the same size inserted, in one statement without a rule, so that the disk is what is measured.</summary>
internal sealed class PgBench : IDisposable
{
    private const string Script = """
        with touched as (
          update mt_streams set version = version + 1, timestamp = clock_timestamp() where tenant_id = 'pgbench-' || :client_id returning tenant_id, id, version, timestamp)
        insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, headers, user_name, is_archived)
          select nextval('mt_events_sequence'), gen_random_uuid(), id, version, jsonb_build_object('text', repeat('x', 200)), 'decision_recorded', timestamp, tenant_id,
            'Governance.Domain.Clusters.DecisionRecorded, Governance.Domain', repeat('x', 32), jsonb_build_object('text', repeat('x', 350)), repeat('x', 36), false from touched;
        """;

    private readonly string program;
    private readonly string script = Path.GetTempFileName();
    private readonly NpgsqlConnectionStringBuilder database;

    private PgBench(string program, string connectionString) => (this.program, database) = (program, new(connectionString));

    /// <summary>On a database with the program's schema; null where the machine has no pgbench.</summary>
    public static async Task<PgBench?> PrepareAsync(NpgsqlDataSource database, string connectionString, int clients)
    {
        var postgres = PostgresBinaries.Find(null).Of("postgres");
        var found = Path.Combine(Path.GetDirectoryName(File.ResolveLinkTarget(postgres, returnFinalTarget: true)?.FullName ?? postgres)!, "pgbench");
        if (!File.Exists(found)) return null;
        await using var command = database.CreateCommand(
            "insert into mt_streams (tenant_id, id, type, version) select 'pgbench-' || client, gen_random_uuid(), 'body', 0 from generate_series(0, $1 - 1) client, generate_series(1, 2)");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = clients });
        await command.ExecuteNonQueryAsync();
        var made = new PgBench(found, connectionString);
        await File.WriteAllTextAsync(made.script, Script.Replace('\n', ' '));
        return made;
    }

    public Task RunAsync(int clients, int transactions) => PostgresCommand.RunAsync(Path.GetTempPath(), null,
        [
            program, "--host", database.Host!, "--username", database.Username!, "--no-vacuum", "--protocol", "prepared", "--file", script,
            "--client", $"{clients}", "--jobs", $"{Math.Min(clients, Environment.ProcessorCount)}", "--transactions", $"{transactions / clients}", database.Database!,
        ], default);

    public void Dispose() => File.Delete(script);
}
