using Governance.Api.EventStore;
using Governance.Domain.Values;
using Npgsql;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>One attempt to send a message. <c>Position</c> is null for a ping.</summary>
public sealed record DeliveryAttempt(DateTimeOffset At, string Message, long? Position, int Milliseconds, int? Status, DeliveryFault? Fault)
{
    internal const string Columns = "at, message, position, milliseconds, status, fault";

    internal static DeliveryAttempt Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2), row.GetInt32(3), row.IsDBNull(4) ? null : row.GetInt32(4),
        row.IsDBNull(5) ? null : Webhook.Word<DeliveryFault>(row.GetString(5)));
}

/// <summary>The latest attempts at each subscriber: a ring of a hundred.</summary>
internal sealed class DeliveryAttempts(NpgsqlDataSource database)
{
    /// <summary>How many are kept.</summary>
    public const int Kept = 100;

    /// <summary>Where an attempt goes in the ring, in place of the hundredth before it.</summary>
    public const string Insert = "insert into gov_webhook_attempts (webhook, slot, number, message, position, milliseconds, status, fault)";

    /// <inheritdoc cref="Insert"/>
    public const string OnConflict = """
        on conflict (webhook, slot) do update set (number, message, position, at, milliseconds, status, fault)
          = (excluded.number, excluded.message, excluded.position, excluded.at, excluded.milliseconds, excluded.status, excluded.fault)
        """;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<DeliveryAttempt>> ListAsync(string cluster, Guid webhook, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, $"select {DeliveryAttempt.Columns} from gov_webhook_attempts where webhook = $1 order by number desc", webhook);
        await using var reader = await command.RowsAsync(ct);
        var attempts = new List<DeliveryAttempt>();
        while (await reader.ReadAsync(ct)) attempts.Add(DeliveryAttempt.Read(reader));
        return attempts;
    }

    /// <summary>Notes an attempt made beside the order. A subscriber that took it is there, so what waits for it is tried at once.</summary>
    public async Task<DeliveryAttempt?> NoteAsync(string cluster, Guid webhook, Message message, DeliveryOutcome outcome, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, $"""
            with told as (update gov_webhooks set sent = sent + 1, due_at = case when $6::text is null then least(due_at, clock_timestamp()) else due_at end where id = $1 returning id, sent)
            {Insert} select id, sent % {Kept}, sent, $2::text, $3::bigint, $4::int, $5::int, $6::text from told {OnConflict} returning {DeliveryAttempt.Columns}
            """, webhook, message.Id, message.Position, (int)outcome.Took.TotalMilliseconds, outcome.Status, outcome.Fault is { } fault ? Words.Of(fault) : null);
        await using var reader = await command.RowsAsync(ct);
        return await reader.ReadAsync(ct) ? DeliveryAttempt.Read(reader) : null;
    }
}
