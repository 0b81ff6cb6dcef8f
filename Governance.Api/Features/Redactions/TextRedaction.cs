using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Redactions;

/// <summary>What a redaction came to.</summary>
/// <param name="Faults">The texts asked for that are not there; then nothing is written.</param>
public sealed record RedactionOutcome(WriteOutcome Written, IReadOnlyList<Fault> Faults);

/// <summary>Takes texts out of the log, and out of what is being written to correct it: what stands in their place says so, and the events keep the hash of what stood there.</summary>
public sealed class TextRedaction(ClusterWriter writer, EventLog log, EventTypes types, SavedDrafts drafts)
{
    /// <summary>Redacts texts of a decision, its earlier revisions and its annulment included.</summary>
    public Task<RedactionOutcome> OfDecisionAsync(WriteRequest request, DecisionId id, RedactionRequest asked, CancellationToken ct) =>
        OfAsync(request, asked, id, live => live.History.Decisions.TryGetValue(id, out var decision) ? DecisionTexts.Of(decision) : null,
            redactions => Redacted.By(redactions, id, null, asked.Texts, asked.Reason), ct);

    /// <summary>Redacts texts that an act holds which is no decision: a meeting, a note.</summary>
    public Task<RedactionOutcome> OfActAsync(WriteRequest request, long position, RedactionRequest asked, CancellationToken ct) =>
        OfAsync(request, asked, null, live => position >= 1 && position <= live.Position ? ActTexts.Of(live.History.Acts[(int)position - 1]) : null,
            redactions => Redacted.By(redactions, null, position, asked.Texts, asked.Reason), ct);

    private async Task<RedactionOutcome> OfAsync(
        WriteRequest request, RedactionRequest asked, DecisionId? decision, Func<LiveCluster, IEnumerable<PlacedText>?> find, Func<IReadOnlyList<Redaction>, TextRedacted> act, CancellationToken ct)
    {
        List<Fault> faults = [];
        HashSet<string> gone = [];
        var written = await writer.WriteAsync(request, async live =>
        {
            if (find(live)?.ToLookup(t => t.Path) is not { } texts) return new Verdict.Absent();
            faults = [.. asked.Texts.Select((path, i) => (path, i)).Where(t => !texts.Contains(t.path)).Select(t => new Fault($"texts[{t.i}]", Unknown(t.path)))];
            if (faults.Count > 0) return new Verdict.Nothing();
            var wanted = asked.Texts.Distinct(StringComparer.Ordinal).SelectMany(path => texts[path]).ToList();
            gone = [.. wanted.Select(t => t.Text)];
            await ForgetAsync();
            var redactions = await RedactionsAsync(request.Cluster, wanted.ToLookup(t => (t.Position, t.Index), t => t.Member), ct);
            return new Verdict.Write(act(redactions), []) { Redactions = redactions };
        }, ct);
        if (faults.Count == 0 && written is WriteOutcome.Recorded) await ForgetAsync();
        return new(written, faults);

        Task ForgetAsync() => decision is null ? Task.CompletedTask : drafts.RewriteAsync(request.Cluster, draft => draft.Corrects == decision && Redacted.Replace(draft.Document, gone), CancellationToken.None);
    }

    private async Task<List<Redaction>> RedactionsAsync(string cluster, ILookup<(long Position, int? Index), string> wanted, CancellationToken ct)
    {
        var redactions = new List<Redaction>();
        await foreach (var stored in log.ReadClusterAsync(cluster, ct: ct))
        {
            var members = wanted[(stored.Position, stored.Data is FactEvent ? stored.Index : null)].ToList();
            if (members.Count > 0) redactions.Add(Redacted.Of(types, stored.Id, stored.Data, members));
        }
        return redactions;
    }

    private static Phrase Unknown(string path) => new($"Det står ingen tekst på plassen «{path}».", $"There is no text at '{path}'.");
}
