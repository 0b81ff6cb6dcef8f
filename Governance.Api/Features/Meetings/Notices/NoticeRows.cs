using Governance.Api.EventStore;
using Npgsql;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>How far the mail to somebody has come.</summary>
/// <param name="State"><c>waiting</c>, <c>sent</c>, <c>refused</c> by the receiver's server, <c>unreachable</c> where no address is known, or <c>given-up</c>.</param>
/// <param name="Fault">What the server said last, where it did not take it.</param>
public sealed record NoticeRow(long Position, Guid Person, string State, int Attempts, DateTimeOffset At, string? Fault);

/// <summary>Who is told what of meetings by mail, one row each: a table, so that each is settled in one statement.</summary>
public sealed class NoticeRows(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Begins with these people; those begun before stay as they are.</summary>
    /// <returns>Who is still to be told.</returns>
    public async Task<IReadOnlyList<Guid>> BeginAsync(string cluster, long position, Guid[] people, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster,
            "insert into gov_notices (tenant_id, position, person, state, attempts, at) select $1, $2, p, 'waiting', 0, $4 from unnest($3) p on conflict do nothing", cluster, position, people, clock.GetUtcNow())
            .Then("select person from gov_notices where tenant_id = $1 and position = $2 and state = 'waiting' order by person", cluster, position);
        await using var reader = await command.RowsAsync(ct);
        var waiting = new List<Guid>();
        while (await reader.ReadAsync(ct)) waiting.Add(reader.GetGuid(0));
        return waiting;
    }

    /// <summary>How far one of them has come; null where it was not begun.</summary>
    public async Task<NoticeRow?> FindAsync(string cluster, long position, Guid person, CancellationToken ct) =>
        await ReadAsync(database.ForCluster(cluster, $"{Columns} and position = $2 and person = $3", cluster, position, person), ct) is [var row, ..] ? row : null;

    /// <summary>How far those of some positions have come.</summary>
    public Task<IReadOnlyList<NoticeRow>> ListAsync(string cluster, long[] positions, CancellationToken ct) =>
        ReadAsync(database.ForCluster(cluster, $"{Columns} and position = any($2) order by position, person", cluster, positions), ct);

    /// <summary>Settles an attempt.</summary>
    public async Task SettleAsync(string cluster, long position, Guid person, string state, string? fault, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster,
            "update gov_notices set state = $4, attempts = attempts + 1, at = $5, fault = $6 where tenant_id = $1 and position = $2 and person = $3", cluster, position, person, state, clock.GetUtcNow(),
            new NpgsqlParameter<string?> { TypedValue = fault });
        await command.ExecuteNonQueryAsync(ct);
    }

    private const string Columns = "select position, person, state, attempts, at, fault from gov_notices where tenant_id = $1";

    private static async Task<IReadOnlyList<NoticeRow>> ReadAsync(NpgsqlBatch batch, CancellationToken ct)
    {
        await using var command = batch;
        await using var reader = await command.RowsAsync(ct);
        var rows = new List<NoticeRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt32(3), reader.GetFieldValue<DateTimeOffset>(4), await reader.IsDBNullAsync(5, ct) ? null : reader.GetString(5)));
        return rows;
    }
}
