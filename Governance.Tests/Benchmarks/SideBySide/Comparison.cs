using Governance.Api.EventStore;
using Governance.Tests.Support;
using Npgsql;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>The programs compared, on one PostgreSQL that loses nothing it has committed, a database each for each contest; and what was found.</summary>
internal sealed class Comparison : IAsyncDisposable
{
    private static readonly string[] Serving =
    [
        "--urls=http://127.0.0.1:0", $"--Governance:AdminKey={Node.AdminKey}", "--Governance:RequestsPerSecond=0", "--Governance:SignInsPerMinute=0", $"--Governance:MaxMemory={1L << 30}",
    ];

    private readonly Instance postgres;
    private readonly CompareOptions options;
    private readonly List<Node> nodes = [];
    private int databases;

    private Comparison(Instance postgres, CompareOptions options) => (this.postgres, this.options) = (postgres, options);

    public IReadOnlyList<Contestant> Contestants => options.Contestants;

    /// <summary>Whether the peer guards every decision by a snapshot, not those of one cluster alone.</summary>
    public bool Guarded => options.Guarded;

    /// <summary>How many rounds are taken of what needs so many.</summary>
    public int Rounds(int needed) => options.Smoke ? 1 : options.Rounds ?? needed;

    public List<Entry> Entries { get; } = [];

    public static async Task<Comparison> StartAsync(CompareOptions options)
    {
        var started = await Instance.StartAsync("max_connections = 300");
        await started.ExecuteAsync($"create role {RowLevelSecurity.ServingRole} login");
        return new(started, options);
    }

    /// <summary>How much of something is needed.</summary>
    public int Sized(int full, int smoke) => options.Smoke ? smoke : full;

    /// <summary>A contestant's new database with its schema.</summary>
    public async Task<string> DatabaseAsync(Contestant contestant, params IEnumerable<string> peer)
    {
        var name = $"bench_{++databases}";
        await postgres.ExecuteAsync($"create database {name}");
        await RunAsync(contestant, name, "migrate", peer);
        return name;
    }

    /// <summary>Serves from a database until the contest is over, or it is stopped.</summary>
    public async Task<Node> ServeAsync(Contestant contestant, string database, params IEnumerable<string> peer)
    {
        var node = new Node(contestant, database, await ServerProcess.ServeAsync(contestant.Program, ["serve", .. Serving, .. Databases(database), .. OfPeer(contestant, peer)]), TimeSpan.FromMilliseconds(Sized(200, smoke: 20)));
        node.Client.Timeout = Timeout.InfiniteTimeSpan;
        nodes.Add(node);
        return node;
    }

    /// <summary>A node of each on a new database.</summary>
    public async Task<IReadOnlyList<Node>> ServeAllAsync(IReadOnlyList<Contestant> contestants, params IReadOnlyList<string> peer)
    {
        var served = new List<Node>();
        foreach (var contestant in contestants) served.Add(await ServeAsync(contestant, await DatabaseAsync(contestant, peer), peer));
        return served;
    }

    /// <summary>Runs one of its verbs to its end, which must be good.</summary>
    public async Task RunAsync(Contestant contestant, string database, string verb, params IEnumerable<string> peer)
    {
        await using var process = ServerProcess.Run(contestant.Program, [verb, .. Databases(database), .. OfPeer(contestant, peer)]);
        var said = await process.OutputAsync();
        if (await process.EndAsync() != 0) throw new InvalidOperationException($"{verb} of {contestant.Name} did not end well: {said} {await process.Errors}");
    }

    /// <summary>Lets them take turns, each round another one first, and notes what came of it.</summary>
    /// <param name="units">How much one turn does; null where less is better.</param>
    /// <param name="rounds">How many it needs.</param>
    public async Task TakeTurnsAsync(string work, string unit, long? units, int rounds, params IReadOnlyList<Way> ways)
    {
        var turns = ways.ToDictionary(w => w.Contestant.Name, _ => new List<NodeTurn>());
        for (var round = 0; round < Rounds(rounds); round++)
            for (var i = 0; i < ways.Count; i++)
            {
                var way = ways[(round + i) % ways.Count];
                turns[way.Contestant.Name].Add(await NodeTurn.TakeAsync(way));
            }
        Entries.Add(new(work, unit, units, turns));
        if (!options.Smoke) await Console.Error.WriteLineAsync(ComparisonTable.Row(Entries[^1], Contestants));
    }

    /// <summary>Stops a node before its contest is over.</summary>
    public async Task StopAsync(Node node)
    {
        nodes.Remove(node);
        await node.DisposeAsync();
    }

    /// <summary>Stops all that serve, so that the next contest finds none of them.</summary>
    public async Task StopAllAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        nodes.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAllAsync();
        await postgres.DisposeAsync();
    }

    private IEnumerable<string> Databases(string database)
    {
        var owner = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = database };
        var serving = new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Username = RowLevelSecurity.ServingRole };
        return [$"--ConnectionStrings:Governance={serving}", $"--ConnectionStrings:Owner={owner}"];
    }

    /// <summary>What is set for the peer says nothing to the others.</summary>
    private static IEnumerable<string> OfPeer(Contestant contestant, IEnumerable<string> settings) => contestant.IsPeer ? settings : [];
}
