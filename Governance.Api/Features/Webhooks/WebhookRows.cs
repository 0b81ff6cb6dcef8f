using Governance.Api.EventStore;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Api.Store;
using Governance.Domain.Values;
using Marten;
using Npgsql;

namespace Governance.Api.Features.Webhooks;

/// <summary>The subscribers in the database, as their admins change them. Each change has the next turn begin anew with what it finds.</summary>
internal sealed class WebhookRows(NpgsqlDataSource database, ClusterSessions sessions, DeliveryRules rules, TimeProvider clock)
{
    private const string Select = $"select {Webhook.Columns}, d.data from gov_webhooks w join mt_doc_webhooksettings d on d.id = w.id";

    /// <summary>Nothing is known against it any more, and it is tried at once.</summary>
    private const string Afresh = "attempts = 0, refusals = 0, failing_since = null, fault = null, status = null, due_at = clock_timestamp()";

    /// <summary>Adds one; null where there is one of that id already, or as many as there may be.</summary>
    public async Task<Webhook?> AddAsync(Guid id, string cluster, NewWebhook asked, DeliveryCursor place, string by, CancellationToken ct)
    {
        await using var session = await sessions.ReadAsync(cluster, ct);
        if (await session.Query<WebhookSettings>().CountAsync(settings => settings.Cluster == cluster, ct) >= rules.MostPerCluster) return null;
        session.Insert(new WebhookSettings(id, cluster, asked.Url, asked.Description, asked.Types ?? [], asked.Audience, asked.Lang, Secret.New().Key, clock.GetUtcNow(), by));
        session.QueueSqlCommand(
            "insert into gov_webhooks (id, cluster, register, state, position, took) values (?, ?, ?, ?, ?, ?)",
            id, cluster, RegisterStream.Of(cluster), State(asked.Enabled), place.Position, place.Took.ToString());
        return await session.TrySaveAsync(ct) ? await FindAsync(cluster, id, ct) : null;
    }

    /// <summary>The oldest first.</summary>
    public async Task<List<Webhook>> ListAsync(string cluster, CancellationToken ct) =>
        [.. (await AllAsync(cluster, $"{Select} where w.cluster = $1", ct, cluster)).OrderBy(webhook => webhook.CreatedAt).ThenBy(webhook => webhook.Id)];

    public async Task<Webhook?> FindAsync(string cluster, Guid id, CancellationToken ct) => (await AllAsync(cluster, $"{Select} where w.cluster = $1 and w.id = $2", ct, cluster, id)).SingleOrDefault();

    /// <summary>Changes what is given; enabled, it goes on from where it stands.</summary>
    public Task<Webhook?> ChangeAsync(string cluster, Guid id, WebhookPatch patch, CancellationToken ct) =>
        ChangeAsync(cluster, id, null, settings => settings.With(patch), $"state = coalesce(?, state), {Afresh}", ct, patch.Enabled is { } enabled ? State(enabled) : DBNull.Value);

    /// <summary>Makes a new secret; the one before signs beside it for a while.</summary>
    /// <param name="revision">The revision it must be at, so that asking twice does not push out the secret in use; any if null.</param>
    public Task<Webhook?> RenewSecretAsync(string cluster, Guid id, int? revision, CancellationToken ct) => ChangeAsync(
        cluster, id, revision, settings => settings with { PreviousSecret = settings.Secret, Secret = Secret.New().Key }, "previous_until = clock_timestamp() + ?", ct, rules.SecretOverlap);

    /// <summary>Has it go on from another place.</summary>
    public Task<Webhook?> MoveAsync(string cluster, Guid id, DeliveryCursor place, CancellationToken ct) => ChangeAsync(
        cluster, id, null, settings => settings, $"position = ?, took = ?, looks_at = clock_timestamp(), {Afresh}", ct, place.Position, place.Took.ToString());

    public async Task<bool> RemoveAsync(string cluster, Guid id, CancellationToken ct)
    {
        await using var session = await sessions.ReadAsync(cluster, ct);
        if (await session.LoadAsync<WebhookSettings>(id, ct) is not { } settings || settings.Cluster != cluster) return false;
        session.Delete(settings);
        await session.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Changes the settings and the row beside them, at one moment; again, where others have changed them meanwhile.</summary>
    private async Task<Webhook?> ChangeAsync(string cluster, Guid id, int? revision, Func<WebhookSettings, WebhookSettings> change, string row, CancellationToken ct, params object[] values)
    {
        while (true)
        {
            await using var session = await sessions.ReadAsync(cluster, ct);
            if (await session.LoadAsync<WebhookSettings>(id, ct) is not { } settings || settings.Cluster != cluster) return null;
            if (revision is not null && (await FindAsync(cluster, id, ct))?.Revision != revision) return null;
            session.Update(change(settings));
            session.QueueSqlCommand($"update gov_webhooks set revision = revision + 1, {row} where id = ?", [.. values, id]);
            if (await session.TrySaveAsync(ct)) return await FindAsync(cluster, id, ct);
        }
    }

    private async Task<List<Webhook>> AllAsync(string cluster, string sql, CancellationToken ct, params object?[] values)
    {
        await using var command = database.ForCluster(cluster, sql, values);
        await using var reader = await command.RowsAsync(ct);
        var found = new List<Webhook>();
        while (await reader.ReadAsync(ct)) found.Add(Webhook.Read(reader));
        return found;
    }

    private static string State(bool enabled) => Words.Of(enabled ? WebhookState.Active : WebhookState.Paused);
}
