using Governance.Api.EventStore;
using Governance.Domain.Values;
using Npgsql;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>
/// Whose turn it is to send to a subscriber: one node's at a time, for a while. No transaction is held open while something is sent.
/// A turn has a number, and writes only while it is the last one given out; it sends only while its lease outlasts the attempt, so that no two nodes send to a subscriber at once.
/// Time is the database's, which all nodes share.
/// </summary>
public sealed class Leases(NpgsqlDataSource database, DeliveryRules rules)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>How long a turn may go on after it was last written.</summary>
    public TimeSpan Length => rules.Timeout + rules.Timeout + Margin;

    private const string Register = "mt_streams s on s.tenant_id = w.cluster and s.id = w.register";
    private const string Waits = "w.state = 'active' and w.due_at <= clock_timestamp() and w.leased_until <= clock_timestamp() and (s.version > w.position or w.looks_at <= clock_timestamp())";

    /// <summary>The subscribers of a cluster that are sent what comes, and not known to be away.</summary>
    public Task<IReadOnlyList<DeliverNext>> ActiveAsync(string cluster, CancellationToken ct) =>
        NextAsync(database.ForCluster(cluster, "select cluster, id from gov_webhooks where cluster = $1 and state = 'active' and due_at <= clock_timestamp()", cluster), ct);

    /// <summary>The subscribers that something waits for and that nobody sends to, the one that has waited longest first.</summary>
    public Task<IReadOnlyList<DeliverNext>> DueAsync(int most, CancellationToken ct) =>
        NextAsync(database.AcrossClusters($"select w.cluster, w.id from gov_webhooks w join {Register} where {Waits} order by w.due_at limit $1", most), ct);

    /// <summary>Takes a turn at a subscriber; null where nothing waits for it, or another has its turn. Who gives a turn back is waited for, so that what was recorded meanwhile is seen by one of the two.</summary>
    public async Task<Webhook?> TakeAsync(string cluster, Guid id, CancellationToken ct)
    {
        // The settings are read once the row is held: what an admin has changed by then is in them.
        await using var command = database.ForCluster(cluster, $"""
            with w as materialized (select * from gov_webhooks where cluster = $1 and id = $2 for update),
                 due as materialized (select w.id as due from w join {Register} where {Waits})
            update gov_webhooks set lease = lease + 1, leased_until = clock_timestamp() + $3, looks_at = clock_timestamp() from due where id = due returning lease
            """, cluster, id, Length).Then($"select {Webhook.Columns}, d.data from gov_webhooks w join mt_doc_webhooksettings d on d.id = w.id where w.id = $1", id);
        await using var reader = await command.RowsAsync(ct);
        return await reader.ReadAsync(ct) && await reader.NextResultAsync(ct) && await reader.ReadAsync(ct) ? Webhook.Read(reader) : null;
    }

    /// <summary>Writes down what came of an attempt and what follows, all in one; the lease is renewed where the next message can go, and else given back.</summary>
    /// <returns>The subscriber as it stands then; null when the turn is over, be it because an admin has changed the subscription meanwhile.</returns>
    public async Task<Webhook?> SettleAsync(Webhook webhook, Message message, DeliveryCursor after, DeliveryOutcome outcome, Consequence consequence, CancellationToken ct)
    {
        var refused = outcome.Fault == DeliveryFault.Refused;
        var goesOn = consequence is Consequence.Delivered or Consequence.LayAside;
        var then = goesOn ? after : webhook.Place;
        var wait = (consequence as Consequence.Wait)?.Pause ?? TimeSpan.Zero;
        await using var command = database.ForCluster(webhook.Cluster, $"""
            with settled as (
              update gov_webhooks set sent = sent + 1, position = $4, took = $22, attempts = $5, refusals = $6, fault = $7, status = $8,
                     failing_since = case when $7::text is not null then coalesce(failing_since, clock_timestamp()) end,
                     state = case when $9::boolean then 'stopped' else state end, due_at = clock_timestamp() + $10, leased_until = clock_timestamp() + $11
               where id = $1 and lease = $2 and position = $3 and took = $21 and (revision = $12 or $13::boolean)
              returning *),
            noted as (
              {DeliveryAttempts.Insert} select id, sent % {DeliveryAttempts.Kept}, sent, $14::text, $15::bigint, $16::int, $17::int, $18::text from settled
              {DeliveryAttempts.OnConflict}),
            aside as (
              insert into gov_webhook_dead_letters (webhook, number, message, position, effect, attempts, status, fault)
              select id, sent, $14::text, $15::bigint, $23::text, $19::int, $17::int, $18::text from settled where $20::boolean
              on conflict (webhook, message) do update set (number, at, attempts, status, fault) = (excluded.number, excluded.at, excluded.attempts, excluded.status, excluded.fault)),
            through as (delete from gov_webhook_dead_letters using settled where webhook = id and message = $14 and $13::boolean)
            select {Webhook.Columns} from settled w
            """,
            webhook.Id, webhook.Lease, webhook.Place.Position, then.Position, goesOn ? 0 : webhook.Attempts + (refused ? 0 : 1), goesOn ? 0 : webhook.Refusals + (refused ? 1 : 0),
            goesOn ? null : Told(outcome.Fault), goesOn ? null : outcome.Status, consequence is Consequence.Stop, wait, goesOn ? Length : TimeSpan.Zero,
            webhook.Revision, consequence is Consequence.Delivered,
            message.Id, message.Position, (int)outcome.Took.TotalMilliseconds, outcome.Status, Told(outcome.Fault), webhook.Attempts + webhook.Refusals + 1, consequence is Consequence.LayAside,
            webhook.Place.Took.ToString(), then.Took.ToString(), message.Effect);
        await using var reader = await command.RowsAsync(ct);
        return await reader.ReadAsync(ct) && Webhook.Read(reader, webhook.Settings) is { } now && goesOn && now.Revision == webhook.Revision ? now : null;
    }

    /// <summary>Ends a turn, with what was passed over on the way; the next begins after a pause. A turn that has ended stays as it was settled.</summary>
    /// <param name="rest">How long nothing more can come by the passing of time.</param>
    /// <returns>How long it is until the next turn, where something waits for it.</returns>
    public async Task<TimeSpan?> ReleaseAsync(Webhook webhook, DeliveryCursor passed, TimeSpan pause, TimeSpan rest, CancellationToken ct)
    {
        await using var command = database.ForCluster(webhook.Cluster, """
            update gov_webhooks set leased_until = clock_timestamp(), due_at = clock_timestamp() + $7,
                   position = case when position = $3 and took = $4 then $5 else position end,
                   took = case when position = $3 and took = $4 then $6 else took end,
                   looks_at = case when position = $3 and took = $4 then clock_timestamp() + $8 else looks_at end
             where id = $1 and lease = $2 and leased_until > clock_timestamp()
            """, webhook.Id, webhook.Lease, webhook.Place.Position, webhook.Place.Took.ToString(), passed.Position, passed.Took.ToString(), pause, rest)
            .Then($"""
            select greatest(w.due_at - clock_timestamp(), interval '0') from gov_webhooks w join {Register}
             where w.id = $1 and w.lease = $2 and w.state = 'active' and (s.version > w.position or w.looks_at <= clock_timestamp())
            """, webhook.Id, webhook.Lease);
        await using var reader = await command.RowsAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetFieldValue<TimeSpan>(0) : null;
    }

    private static async Task<IReadOnlyList<DeliverNext>> NextAsync(NpgsqlBatch batch, CancellationToken ct)
    {
        await using var command = batch;
        await using var reader = await command.RowsAsync(ct);
        var found = new List<DeliverNext>();
        while (await reader.ReadAsync(ct)) found.Add(new(reader.GetString(0), reader.GetGuid(1)));
        return found;
    }

    private static string? Told(DeliveryFault? fault) => fault is { } known ? Words.Of(known) : null;
}
