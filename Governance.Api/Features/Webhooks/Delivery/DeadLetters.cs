using Governance.Domain.Values;
using Npgsql;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>A message that a subscriber refused every time, and that was passed over.</summary>
public sealed record DeadLetter(long Position, DateTimeOffset At, int Attempts, int? Status, DeliveryFault Fault);

/// <summary>The messages laid aside, until they get through after all or are let go.</summary>
internal sealed class DeadLetters(NpgsqlDataSource database)
{
    /// <summary>So many after a position, in order.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(Guid webhook, long after, int most, CancellationToken ct)
    {
        await using var command = database.Command("select position, at, attempts, status, fault from gov_webhook_dead_letters where webhook = $1 and position > $2 order by position limit $3", webhook, after, most);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var letters = new List<DeadLetter>();
        while (await reader.ReadAsync(ct))
            letters.Add(new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt32(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), Webhook.Word<DeliveryFault>(reader.GetString(4))));
        return letters;
    }

    /// <summary>Writes down that one was tried once more in vain.</summary>
    public async Task KeepAsync(Guid webhook, long position, Outcome outcome, CancellationToken ct)
    {
        await using var command = database.Command(
            "update gov_webhook_dead_letters set attempts = attempts + 1, at = clock_timestamp(), status = $3, fault = coalesce($4, fault) where webhook = $1 and position = $2",
            webhook, position, outcome.Status, outcome.Fault is { } fault ? Words.Of(fault) : null);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Lets one go.</summary>
    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(Guid webhook, long position, CancellationToken ct)
    {
        await using var command = database.Command("delete from gov_webhook_dead_letters where webhook = $1 and position = $2", webhook, position);
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }
}
