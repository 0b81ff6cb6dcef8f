using System.Net;
using System.Text.Json.Nodes;

namespace Governance.Tests.Benchmarks.SideBySide;

/// <summary>Reading a cluster of thousands of decisions: on days and at moments that nobody has asked for, the list of committees, and that it is as before. Beside the first two the peer aggregates one body's stream, of a tenth of the changes.</summary>
internal static class ReadContest
{
    private const string Id = "klynge", Path = $"/api/clusters/{Id}";
    private const int Needed = 5, Changes = 2, Prime = 7_919;
    private static readonly int[] Clients = [1, 8];

    public static async Task RunAsync(Comparison comparison)
    {
        var decisions = comparison.Sized(5_000, smoke: 60);
        var document = Histories.Document(decisions, Changes);
        var readers = new List<Reader>();
        foreach (var node in await comparison.ServeAllAsync(comparison.Contestants))
        {
            var imported = await Histories.ImportAsync(node, Id, document);
            readers.Add(node.Contestant.IsPeer ? new(node, [], "", $"{Path}/bodies/{imported.Json["bodies"]![0]}") : await OpenAsync(node));
        }
        // So few that each day and moment is asked for once, in the turns that warm up too.
        var fresh = comparison.Sized(Math.Min(400, decisions / (Clients.Length * (comparison.Rounds(Needed) + 1))), smoke: 8);
        var again = comparison.Sized(5_000, smoke: 16);
        await MeasureAsync("structure as of any day", 200, fresh, readers, (reader, n) => Wire.Get(reader.Aggregate ?? $"{Path}/structure?asOf={Histories.Day(n * Prime % decisions):yyyy-MM-dd}"));
        await MeasureAsync("structure as known at any moment", 200, fresh, readers, (reader, n) => Wire.Get(reader.Aggregate ?? $"{Path}/structure?knownAt={reader.Moments[n * Prime % reader.Moments.Count]}"));
        List<Reader> registers = [.. readers.Where(r => r.Aggregate is null)];
        await MeasureAsync("committees", 200, again, registers, (_, _) => Wire.Get($"{Path}/committees"));
        await MeasureAsync("committees as before (304)", 304, again, registers, (reader, _) => Wire.Get($"{Path}/committees", $"If-None-Match: {reader.Tag}\r\n"));

        async Task MeasureAsync(string work, int status, int requests, IReadOnlyList<Reader> asking, Func<Reader, int, byte[]> ask)
        {
            var asked = asking.ToDictionary(reader => reader, _ => 0);
            foreach (var clients in Clients)
            {
                foreach (var reader in asking) await LoadAsync(reader, clients);
                await comparison.TakeTurnsAsync($"{work}, {clients} client{(clients > 1 ? "s" : "")}", "requests", requests, Needed,
                    [.. asking.Select(reader => new Way(reader.Node.Contestant, reader.Node, () => LoadAsync(reader, clients)))]);
            }

            async Task<Done> LoadAsync(Reader reader, int clients)
            {
                var (first, wires) = (asked[reader], await reader.Node.WiresAsync(clients));
                asked[reader] += requests;
                var each = await Load.RunAsync(clients, requests, (client, n) => wires[client].AskAsync(ask(reader, first + n), status));
                foreach (var wire in wires) wire.Dispose();
                return new(each);
            }
        }
    }

    private static async Task<Reader> OpenAsync(Node node)
    {
        var (cluster, moments) = (node.Cluster(Id), new List<string>());
        for (long? after = 0; after is { } position;)
        {
            var page = (await cluster.GetAsync($"/changes?after={position}")).Being(HttpStatusCode.OK).Json;
            moments.AddRange(page["changes"]!.AsArray().Select(c => c!["recordedAt"]!.GetValue<string>()));
            after = (long?)(page["next"] as JsonValue);
        }
        return new(node, moments, (await cluster.GetAsync("/committees")).Being(HttpStatusCode.OK).Headers["ETag"], null);
    }

    /// <param name="Moments">When each decision was recorded.</param>
    /// <param name="Tag">Of the committees.</param>
    /// <param name="Aggregate">What is asked for instead.</param>
    private sealed record Reader(Node Node, IReadOnlyList<string> Moments, string Tag, string? Aggregate);
}
