using Governance.Api.EventStore;
using Marten;
using Npgsql;
using SessionOptions = Marten.Services.SessionOptions;

namespace Governance.Api.Store;

/// <summary>Marten sessions, on connections to which row-level security shows one cluster and nothing else. The one place where sessions are opened.</summary>
public sealed class ClusterSessions(IDocumentStore store, NpgsqlDataSource database)
{
    /// <summary>A session to write with: one <c>SaveChangesAsync</c>, in a transaction of its own.</summary>
    public async Task<IDocumentSession> OpenAsync(string cluster, CancellationToken ct)
    {
        var session = store.OpenSession(For(cluster, SessionOptions.ForConnection(await database.OpenConnectionAsync(ct))));
        session.QueueOperation(new ClusterScope(cluster));
        return session;
    }

    /// <summary>A session within a transaction that others begin and end.</summary>
    public IDocumentSession Within(NpgsqlTransaction transaction, string cluster)
    {
        var session = store.OpenSession(For(cluster, SessionOptions.ForTransaction(transaction)));
        session.QueueOperation(new ClusterScope(cluster));
        return session;
    }

    /// <summary>A session to read with, and to write with what was read: it has said in a transaction which cluster it is for.</summary>
    public async Task<IDocumentSession> ReadAsync(string cluster, CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        var session = store.OpenSession(For(cluster, SessionOptions.ForConnection(connection)));
        await session.BeginTransactionAsync(ct);
        await using var scope = new NpgsqlBatch(connection) { BatchCommands = { RowLevelSecurity.Only(cluster) } };
        await scope.ExecuteNonQueryAsync(ct);
        return session;
    }

    /// <summary>A session to what is no cluster's: keys, accounts, what signs forms. Of the clusters it sees nothing.</summary>
    public async Task<IDocumentSession> OpenSharedAsync(CancellationToken ct)
    {
        var options = SessionOptions.ForConnection(await database.OpenConnectionAsync(ct));
        (options.AllowAnyTenant, options.Tracking) = (true, DocumentTracking.None);
        return store.OpenSession(options);
    }

    private static SessionOptions For(string cluster, SessionOptions options)
    {
        options.TenantId = cluster;
        options.Tracking = DocumentTracking.None;
        return options;
    }
}
