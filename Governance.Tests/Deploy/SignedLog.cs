using Governance.Tests.EventStore;
using Governance.Tests.Support;

namespace Governance.Tests.Deploy;

/// <summary>A cluster with two acts, and where the key and the list of heads are to be.</summary>
public sealed class SignedLog : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    private SignedLog(LogFixture log, string cluster)
    {
        (Log, Cluster) = (log, cluster);
        Directory.CreateDirectory(folder.Path);
    }

    public LogFixture Log { get; }

    public string Cluster { get; }

    public string Key => Path.Combine(folder.Path, "heads.pem");

    public string List => Path.Combine(folder.Path, "heads.ndjson");

    public static async Task<SignedLog> StartAsync()
    {
        var log = new LogFixture();
        await log.InitializeAsync();
        var story = log.NewCluster();
        await log.Log.AppendAsync(story.Found());
        await log.Log.AppendAsync(story.Decide("Styringsgruppe"));
        return new(log, story.Cluster);
    }

    /// <summary>The program, on this log.</summary>
    public ServerProcess Run(params string[] arguments) => ServerProcess.Run([.. arguments, $"--ConnectionStrings:Governance={Log.ConnectionString}"]);

    /// <summary>Verifies and signs once.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> SignAsync()
    {
        await using var run = Run("heads", "sign", "--verify", List, $"--Governance:SigningKey={Key}");
        return await run.EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        folder.Dispose();
    }
}
