using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace Governance.Tests.Support;

/// <summary>Counts what is sent to one database, by the traces Npgsql makes of each command or batch, while it lives.</summary>
public sealed class RoundTrips : IDisposable
{
    private readonly ConcurrentQueue<string> sent = new();
    private readonly ConcurrentQueue<string> requested = new();
    private readonly ActivityListener listener;

    public RoundTrips(string connectionString)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database;
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.namespace") as string != database || activity.DisplayName.StartsWith("CONNECT", StringComparison.Ordinal)) return;
                var text = activity.GetTagItem("db.query.text") as string ?? activity.DisplayName;
                sent.Enqueue(text);
                if (activity.ParentId is not null) requested.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>The statements, one entry per round trip.</summary>
    public IReadOnlyCollection<string> Sent => sent;

    /// <summary>Those that a request to a server in this process made, without what its background work sent.</summary>
    public IReadOnlyCollection<string> Requested => requested;

    public void Dispose() => listener.Dispose();
}
