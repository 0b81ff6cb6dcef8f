using Governance.Api.EventStore;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Domain.Values;
using Npgsql;

namespace Governance.Api.Features.Webhooks;

/// <summary>The subscribers in the database, as their admins change them. Each change has the next turn begin anew with what it finds.</summary>
internal sealed class WebhookRows(NpgsqlDataSource database, DeliveryRules rules)
{
    /// <summary>Nothing is known against it any more, and it is tried at once.</summary>
    private const string Afresh = "revision = revision + 1, attempts = 0, refusals = 0, failing_since = null, fault = null, status = null, due_at = clock_timestamp()";

    /// <summary>Adds one; null where there is one of that id already, or as many as there may be.</summary>
    public Task<Webhook?> AddAsync(Guid id, string cluster, NewWebhook asked, Place place, string by, CancellationToken ct) => OneAsync(cluster, $"""
        insert into gov_webhooks (id, cluster, register, url, description, types, audience, lang, state, secret, position, took, created_by)
          select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 where (select count(*) from gov_webhooks where cluster = $2) < $14 on conflict (id) do nothing returning {Webhook.Columns}
        """, ct, id, cluster, RegisterStream.Of(cluster), asked.Url, asked.Description, asked.Types?.ToArray() ?? [], Words.Of(asked.Audience), Words.Of(asked.Lang), State(asked.Enabled), Secret.New().Key, place.Position, place.Took.ToString(), by, rules.MostPerCluster);

    public Task<List<Webhook>> ListAsync(string cluster, CancellationToken ct) => AllAsync(cluster, $"select {Webhook.Columns} from gov_webhooks where cluster = $1 order by created_at, id", ct, cluster);

    public Task<Webhook?> FindAsync(string cluster, Guid id, CancellationToken ct) => OneAsync(cluster, $"select {Webhook.Columns} from gov_webhooks where cluster = $1 and id = $2", ct, cluster, id);

    /// <summary>Changes what is given; enabled, it goes on from where it stands.</summary>
    public Task<Webhook?> ChangeAsync(string cluster, Guid id, WebhookPatch patch, CancellationToken ct) => OneAsync(cluster, $"""
        update gov_webhooks set url = coalesce($3, url), description = case when $4 then $5 else description end, types = coalesce($6, types), audience = coalesce($7, audience), lang = coalesce($8, lang),
               state = coalesce($9, state), {Afresh}
         where cluster = $1 and id = $2 returning {Webhook.Columns}
        """, ct, cluster, id, patch.Url, patch.Description.IsGiven, patch.Description.Value, patch.Types?.ToArray(), patch.Audience is { } audience ? Words.Of(audience) : null,
        patch.Lang is { } lang ? Words.Of(lang) : null, patch.Enabled is { } enabled ? State(enabled) : null);

    /// <summary>Makes a new secret; the one before signs beside it for a while.</summary>
    /// <param name="revision">The revision it must be at, so that asking twice does not push out the secret in use; any if null.</param>
    public Task<Webhook?> RenewSecretAsync(string cluster, Guid id, int? revision, CancellationToken ct) => OneAsync(cluster, $"""
        update gov_webhooks set previous_secret = secret, previous_until = clock_timestamp() + $4, secret = $3, revision = revision + 1
         where cluster = $1 and id = $2 and revision = coalesce($5, revision) returning {Webhook.Columns}
        """, ct, cluster, id, Secret.New().Key, rules.SecretOverlap, revision);

    /// <summary>Has it go on from another place.</summary>
    public Task<Webhook?> MoveAsync(string cluster, Guid id, Place place, CancellationToken ct) => OneAsync(
        cluster, $"update gov_webhooks set position = $3, took = $4, looks_at = clock_timestamp(), {Afresh} where cluster = $1 and id = $2 returning {Webhook.Columns}", ct, cluster, id, place.Position, place.Took.ToString());

    public async Task<bool> RemoveAsync(string cluster, Guid id, CancellationToken ct) =>
        await OneAsync(cluster, $"delete from gov_webhooks where cluster = $1 and id = $2 returning {Webhook.Columns}", ct, cluster, id) is not null;

    private static string State(bool enabled) => Words.Of(enabled ? WebhookState.Active : WebhookState.Paused);

    private async Task<Webhook?> OneAsync(string cluster, string sql, CancellationToken ct, params object?[] values) => (await AllAsync(cluster, sql, ct, values)).SingleOrDefault();

    private async Task<List<Webhook>> AllAsync(string cluster, string sql, CancellationToken ct, params object?[] values)
    {
        await using var command = database.ForCluster(cluster, sql, values);
        await using var reader = await command.RowsAsync(ct);
        var found = new List<Webhook>();
        while (await reader.ReadAsync(ct)) found.Add(Webhook.Read(reader));
        return found;
    }
}
