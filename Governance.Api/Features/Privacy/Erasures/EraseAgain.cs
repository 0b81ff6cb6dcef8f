using System.Buffers;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.People;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Features.Redactions;

namespace Governance.Api.Features.Privacy.Erasures;

/// <summary>Erases again what a restored backup has brought back to a cluster.</summary>
/// <param name="Erased">What had been erased there.</param>
public sealed record EraseAgain(WriteRequest Request, IReadOnlyCollection<Erased> Erased) : ClusterCommand(Request);

/// <summary>How many persons and events were erased again.</summary>
public sealed record ErasedAgain(int People, int Events);

/// <summary>Leaves as it is what is gone already, or was never there.</summary>
public static class EraseAgainHandler
{
    private const string Reason = "Sladdet på nytt etter gjenoppretting fra sikkerhetskopi.";

    public static async Task<ErasedAgain> HandleAsync(EraseAgain command, ClusterWriter writer, EventLog log, EventTypes types, SavedDrafts drafts, SavedProceedings proceedings, CancellationToken ct)
    {
        var (request, persons) = (command.Request, 0);
        foreach (var id in command.Erased.Select(e => e.Person).OfType<Guid>())
        {
            PersonErasure? erasure = null;
            var outcome = await writer.ChangePersonAsync(log, request, id, async (row, aliases) => await (erasure = new(request.Cluster, row, aliases, drafts, proceedings)).WriteAsync(), ct);
            if (outcome is not WriteOutcome.Recorded) continue;
            await erasure!.ForgetAsync();
            persons++;
        }
        return new(persons, await RedactAsync(request, command.Erased.Where(e => e.Event is not null).ToLookup(e => e.Event!.Value, e => e.Text!), writer, log, types, ct));
    }

    private static async Task<int> RedactAsync(WriteRequest request, ILookup<Guid, string> texts, ClusterWriter writer, EventLog log, EventTypes types, CancellationToken ct)
    {
        var back = new List<(StoredEvent Stored, List<string> Texts)>();
        if (texts.Count == 0) return 0;
        await foreach (var stored in log.ReadClusterAsync(request.Cluster, ct: ct))
        {
            if (!texts.Contains(stored.Id)) continue;
            var data = JsonNode.Parse(EventTypes.ToCanonical(stored.Data, new ArrayBufferWriter<byte>()))!;
            if (texts[stored.Id].Where(t => Redacted.At(data, t) is { } text && text != Redacted.Mark).ToList() is { Count: > 0 } left) back.Add((stored, left));
        }
        foreach (var of in back.GroupBy(b => (b.Stored.Decision, Act: b.Stored.Decision is null ? b.Stored.Position : (long?)null)))
        {
            var redactions = of.Select(b => Redacted.Of(types, b.Stored.Id, b.Stored.Data, b.Texts)).ToList();
            var act = Redacted.By(redactions, of.Key.Decision is { } id ? new(id) : null, of.Key.Act, [.. of.SelectMany(b => b.Texts)], Reason);
            await writer.WriteAsync(request, _ => new Verdict.Write(act, []) { Redactions = redactions }, ct);
        }
        return back.Count;
    }
}
