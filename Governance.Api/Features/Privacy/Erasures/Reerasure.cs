using System.Buffers;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.People;
using Governance.Api.Features.Redactions;

namespace Governance.Api.Features.Privacy.Erasures;

/// <summary>Erases again what a restored backup has brought back. What is gone already, or was never there, is left as it is.</summary>
public sealed class Reerasure(ClusterCache cache, ClusterWriter writer, EventLog log, EventTypes types, PersonErasure people)
{
    private const string Reason = "Sladdet på nytt etter gjenoppretting fra sikkerhetskopi.";

    /// <summary>Holds every cluster that is there against the list.</summary>
    /// <returns>How many persons and events it erased.</returns>
    public async Task<(int People, int Events)> ApplyAsync(IReadOnlySet<Erased> list, string actor, CancellationToken ct)
    {
        var (persons, events) = (0, 0);
        foreach (var cluster in list.ToLookup(e => e.Cluster, StringComparer.Ordinal))
        {
            if (await cache.FindAsync(cluster.Key, ct) is null) continue;
            foreach (var person in cluster.Select(e => e.Person).OfType<Guid>())
                if (await people.EraseAgainAsync(new(cluster.Key, actor), person, ct)) persons++;
            events += await RedactAsync(cluster.Key, cluster.Where(e => e.Event is not null).ToLookup(e => e.Event!.Value, e => e.Text!), actor, ct);
        }
        return (persons, events);
    }

    private async Task<int> RedactAsync(string cluster, ILookup<Guid, string> texts, string actor, CancellationToken ct)
    {
        var back = new List<(StoredEvent Stored, List<string> Texts)>();
        if (texts.Count == 0) return 0;
        await foreach (var stored in log.ReadClusterAsync(cluster, ct: ct))
        {
            if (!texts.Contains(stored.Id)) continue;
            var data = JsonNode.Parse(EventTypes.ToCanonical(stored.Data, new ArrayBufferWriter<byte>()))!;
            if (texts[stored.Id].Where(t => Redacted.At(data, t) is { } text && text != Redacted.Mark).ToList() is { Count: > 0 } left) back.Add((stored, left));
        }
        foreach (var of in back.GroupBy(b => (b.Stored.Decision, Act: b.Stored.Decision is null ? b.Stored.Position : (long?)null)))
        {
            var redactions = of.Select(b => Redacted.Of(types, b.Stored.Id, b.Stored.Data, b.Texts)).ToList();
            var act = Redacted.By(redactions, of.Key.Decision is { } id ? new(id) : null, of.Key.Act, [.. of.SelectMany(b => b.Texts)], Reason);
            await writer.WriteAsync(new(cluster, actor), _ => new Verdict.Write(act, []) { Redactions = redactions }, ct);
        }
        return back.Count;
    }
}
