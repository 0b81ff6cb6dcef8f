using Governance.Api.EventStore;
using Governance.Domain.Values;
using Npgsql;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>A message that a subscriber refused every time, and that was passed over.</summary>
/// <param name="Number">What it is found by, in the order they were laid aside.</param>
/// <param name="Position">Of the registration it tells of.</param>
/// <param name="Effect">The key of what took effect, where it tells of that.</param>
public sealed record DeadLetter(long Number, string Message, long? Position, string? Effect, DateTimeOffset At, int Attempts, int? Status, DeliveryFault Fault);

/// <summary>The messages laid aside, until they get through after all or are let go.</summary>
internal sealed class DeadLetters(NpgsqlDataSource database)
{
    /// <summary>So many after a number, in order.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(string cluster, Guid webhook, long after, int most, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, "select number, message, position, effect, at, attempts, status, fault from gov_webhook_dead_letters where webhook = $1 and number > $2 order by number limit $3", webhook, after, most);
        await using var reader = await command.RowsAsync(ct);
        var letters = new List<DeadLetter>();
        while (await reader.ReadAsync(ct))
            letters.Add(new(
                reader.GetInt64(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt32(5),
                reader.IsDBNull(6) ? null : reader.GetInt32(6), Webhook.Word<DeliveryFault>(reader.GetString(7))));
        return letters;
    }

    /// <summary>Writes down that one was tried once more in vain.</summary>
    public async Task KeepAsync(string cluster, Guid webhook, long number, DeliveryOutcome outcome, CancellationToken ct)
    {
        await using var command = database.ForCluster(
            cluster, "update gov_webhook_dead_letters set attempts = attempts + 1, at = clock_timestamp(), status = $3, fault = coalesce($4, fault) where webhook = $1 and number = $2",
            webhook, number, outcome.Status, outcome.Fault is { } fault ? Words.Of(fault) : null);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Lets one go.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(string cluster, Guid webhook, long number, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, "delete from gov_webhook_dead_letters where webhook = $1 and number = $2", webhook, number);
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }
}
