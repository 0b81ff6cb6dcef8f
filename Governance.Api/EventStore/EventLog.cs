using Governance.Api.Messaging;
using Governance.Api.Store;
using Marten;
using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>A way to append acts of one cluster after what was recorded last: all or nothing.</summary>
public delegate Task<AppendOutcome> Append(Head basis, IReadOnlyList<Act> acts, CancellationToken ct);

/// <summary>The append-only log, which Marten keeps: the one way in and out. When the database is away, Npgsql's own <see cref="NpgsqlException"/> comes through.</summary>
public sealed partial class EventLog(NpgsqlDataSource database, ClusterSessions sessions, ActOutbox outbox, EventTypes types, TimeProvider clock)
{
    /// <summary>Enough that what a batch costs in itself is little beside them, few enough that it takes no time.</summary>
    private const int EventsAtOnce = 2_000;

    /// <summary>Opens a log's database with what the log relies on: its few statements stay prepared, and a line that has gone silent is given up in seconds, where the text says nothing else. A connection is not reset between uses: whatever is set on one, is set for a transaction.</summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 64, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        settings.ApplicationName ??= "governance";
        if (!settings.ShouldSerialize("Timeout")) settings.Timeout = 5;
        if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = 15;
        if (!settings.ShouldSerialize("Maximum Pool Size")) settings.MaxPoolSize = Connections.MostShared;
        return NpgsqlDataSource.Create(settings);
    }

    /// <summary>Appends acts of one cluster at consecutive positions, all or nothing: answers what became of them together. Their idempotency key is the first act's, and stands for all. Throws <see cref="FormatException"/> on text that cannot be stored.</summary>
    public async Task<AppendOutcome> AppendAsync(Head basis, IReadOnlyList<Act> acts, CancellationToken ct = default)
    {
        if (acts is []) throw new ArgumentException("There is nothing to append.", nameof(acts));
        try
        {
            var awaited = await outbox.IsAwaitedAsync(acts[0].Cluster, ct);
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            return await AppendAsync(transaction, basis, acts, awaited, ct);
        }
        catch (Exception fault) when (fault.IsRefused())
        {
            // What refused it may be another than it says: the key and the head tell.
            if (acts[0] is { Key: { } key, Cluster: var cluster } && await FindAsync(cluster, key, ct) is { } before) return before;
            var head = await HeadAsync(acts[0].Cluster, ct) ?? Head.None;
            if (head.Position == basis.Position) throw;
            return new AppendOutcome.Conflict(head.Position);
        }
    }

    /// <summary>Does something while holding a cluster's register: whoever else writes to the cluster waits in line. What it appends is committed at once, and with it the register let go.</summary>
    public async Task<T> HoldingAsync<T>(string cluster, Func<Append, Task<T>> act, CancellationToken ct = default)
    {
        var awaited = await outbox.IsAwaitedAsync(cluster, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var hold = connection.ForCluster(cluster, "select from mt_streams where tenant_id = $1 and id = $2 for update", cluster, RegisterStream.Of(cluster))) await hold.ExecuteNonQueryAsync(ct);
        return await act(async (basis, acts, token) =>
        {
            if (acts[0].Key is { } key && await FindAsync(cluster, key, token) is { } before) return before;
            return await AppendAsync(transaction, basis, acts, awaited, token);
        });
    }

    /// <summary>What became of the request with this key, if it was recorded: <see cref="AppendOutcome.Repeated"/> or <see cref="AppendOutcome.KeyReused"/>, else null.</summary>
    public async Task<AppendOutcome?> FindAsync(string cluster, IdempotencyKey key, CancellationToken ct = default)
    {
        await using var session = await sessions.ReadAsync(cluster, ct);
        return await session.LoadAsync<RecordedRequest>(key.Hash, ct) switch
        {
            null => null,
            var found when found.RequestHash.AsSpan().SequenceEqual(key.RequestHash) => new AppendOutcome.Repeated(found.Position, found.RecordedAt),
            _ => new AppendOutcome.KeyReused(),
        };
    }

    private async Task<AppendOutcome> AppendAsync(NpgsqlTransaction transaction, Head basis, IReadOnlyList<Act> acts, bool awaited, CancellationToken ct)
    {
        var cluster = acts[0].Cluster;
        var sealer = Sealer(basis, acts);
        var parts = Parts(acts);
        var next = PartAsync(parts[0]);
        var handle = () => Task.CompletedTask;
        // The database itself refuses events that do not follow on, and with them what comes after in the same round trip; of a document Marten only sees by the answer that it was not inserted.
        var commitsItself = acts.All(act => act is { Key: null, People.Count: 0, Redactions.Count: 0 });
        for (var i = 0; i < parts.Count; i++)
        {
            await using var session = await next;
            // While one is written the next is made ready.
            if (i + 1 < parts.Count)
            {
                var part = parts[i + 1];
                next = Task.Run(() => PartAsync(part), ct);
            }
            else
            {
                Remember(session, sealer, acts);
                if (outbox.Messages(acts, awaited) is { Count: > 0 } messages) handle = await outbox.PublishAsync(session, messages);
                if (commitsItself) session.QueueSqlCommand("commit");
            }
            await session.SaveChangesAsync(ct);
        }
        if (!commitsItself) await transaction.CommitAsync(ct);
        await handle();
        return sealer.Recorded;

        async Task<IDocumentSession> PartAsync(IReadOnlyList<Act> part)
        {
            var session = sessions.Within(transaction, cluster);
            await PutAsync(session, sealer, part, ct);
            return session;
        }
    }

    private ActSealer Sealer(Head basis, IReadOnlyList<Act> acts) => new(acts[0].Cluster, basis, types, clock.GetUtcNow());

    private async Task PutAsync(IDocumentSession session, ActSealer sealer, IReadOnlyList<Act> acts, CancellationToken ct)
    {
        if (acts.Any(act => act.People.Count > 0)) acts = [.. acts.Select(act => act with { People = [.. act.People.Select(person => PersonHash.Salted(person, act.Position))] })];
        foreach (var act in acts)
        {
            foreach (var person in act.People) session.Store(person);
            if (act.Redactions.Count > 0) await RedactAsync(session, act, ct);
        }
        sealer.Append(session, acts);
    }

    /// <summary>The key stands for all of the acts together.</summary>
    private static void Remember(IDocumentSession session, ActSealer sealer, IReadOnlyList<Act> acts)
    {
        var head = sealer.Recorded.Head;
        if (acts[0].Key is { } key) session.Insert(new RecordedRequest(key.Hash, key.RequestHash, head.Position, head.RecordedAt));
    }

    /// <summary>As many acts together as have few enough events for one batch.</summary>
    private static List<List<Act>> Parts(IReadOnlyList<Act> acts)
    {
        List<List<Act>> parts = [];
        var events = EventsAtOnce;
        foreach (var act in acts)
        {
            events += act.Events.Count;
            if (events > EventsAtOnce)
            {
                parts.Add([]);
                events = act.Events.Count;
            }
            parts[^1].Add(act);
        }
        return parts;
    }
}
