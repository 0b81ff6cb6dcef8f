using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Reporting;
using Governance.Api.Reporting.Search;
using Governance.Domain.Clusters;
using Governance.Tests.EventStore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Governance.Tests.Support;

namespace Governance.Tests.Reporting;

/// <summary>A log with reporting tables, and no server that writes them by itself.</summary>
public sealed class ReportingFixture : IAsyncLifetime
{
    private readonly LogFixture log = new();
    private int clusters;

    public NpgsqlDataSource Database => log.Database;

    public EventLog Log => log.Log;

    public Task InitializeAsync() => log.InitializeAsync();

    public Task DisposeAsync() => log.DisposeAsync();

    public string NewCluster() => $"cluster-{Interlocked.Increment(ref clusters)}";

    public Task<object?> SqlAsync(string sql, params object[] values) => log.SqlAsync(sql, values);

    /// <summary>A worker as on a node of its own, which goes by small batches.</summary>
    internal Projection Worker(NpgsqlDataSource? database = null) => new(database ?? log.Database, log.Log, new Ledgers(1 << 26), NullLogger<Projection>.Instance, batchSize: 3);

    internal Task<long> ProjectAsync(string cluster) => Worker().ProjectAsync(Projection.Live, cluster, default);

    internal Rebuilding Rebuilding() => new(log.Database, Worker(), TimeProvider.System);

    internal Task<ReportingVerification> VerifyAsync(string cluster) => new ReportingVerifier(log.Database, log.Log).VerifyAsync(cluster, default);

    internal Task<ReportingVerification> VerifySearchAsync(string cluster) => new SearchVerifier(log.Database, log.Log).VerifyAsync(cluster, default);

    /// <summary>Writes acts of a history to the log under another cluster's name, after those that are there.</summary>
    public async Task AppendAsync(string cluster, ClusterHistory history, int from, int count)
    {
        var basis = LiveCluster.Empty(cluster).With(await log.Log.ReadTailAsync(cluster, 0));
        var appending = new Appending(new WriteRequest(cluster, "test"), basis, new Ids(TimeProvider.System));
        var acts = history.Acts.Skip(from).Take(count).Select(a => appending.Next(new Verdict.Write(a.Event, a.Facts))).ToList();
        (await log.Log.AppendAsync(acts)).Should().BeOfType<AppendOutcome.Recorded>();
    }

    /// <summary>The tables tell of all that was recorded, as a fresh fold does.</summary>
    public async Task IsRightAsync(string cluster, long position)
    {
        var found = await VerifyAsync(cluster);
        found.Differences.Should().BeEmpty();
        found.Position.Should().Be(position);
    }
}
