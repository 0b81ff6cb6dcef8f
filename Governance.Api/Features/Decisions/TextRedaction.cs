using System.Buffers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Decisions;

/// <summary>Takes texts of a decision out of the log, and out of what is being written to correct it: what stands in their place says so, and the events keep the hash of what stood there.</summary>
internal sealed partial class TextRedaction(ClusterWriter writer, EventLog log, EventTypes types, SavedDrafts drafts)
{
    /// <summary>What stands in the place of a text.</summary>
    public const string Mark = "[sladdet]";

    /// <summary>Takes them out; what is wrong with the places asked for keeps all of it from happening.</summary>
    public async Task<(WriteOutcome Outcome, IReadOnlyList<Fault> Faults)> TakeOutAsync(WriteRequest request, DecisionId decision, RedactionRequest asked, CancellationToken ct)
    {
        List<Fault> faults = [];
        HashSet<string> gone = [];
        var outcome = await writer.WriteAsync(request, async live =>
        {
            if (!live.History.Decisions.TryGetValue(decision, out var recorded)) return new Verdict.Absent();
            var texts = DecisionTexts.Of(recorded).ToLookup(t => t.Path);
            faults = [.. asked.Texts.Select((path, i) => (path, i)).Where(t => !texts.Contains(t.path)).Select(t => new Fault($"texts[{t.i}]", Unknown(t.path)))];
            if (faults.Count > 0) return new Verdict.Nothing();
            var wanted = asked.Texts.Distinct(StringComparer.Ordinal).SelectMany(path => texts[path]).ToList();
            gone = [.. wanted.Select(t => t.Text)];
            var redactions = await RedactionsAsync(request.Cluster, wanted.ToLookup(t => (t.Position, t.Index)), ct);
            return new Verdict.Write(new TextRedacted(decision, asked.Texts, [.. redactions.Select(r => r.Event)], asked.Reason), []) { Redactions = redactions };
        }, ct);
        if (faults.Count == 0 && outcome is WriteOutcome.Recorded)
            await drafts.RewriteAsync(request.Cluster, draft => draft.Corrects == decision && Replace(draft.Document, gone), CancellationToken.None);
        return (outcome, faults);
    }

    private async Task<List<Redaction>> RedactionsAsync(string cluster, ILookup<(long Position, int? Index), DecisionText> wanted, CancellationToken ct)
    {
        var redactions = new List<Redaction>();
        var scratch = new ArrayBufferWriter<byte>();
        await foreach (var stored in log.ReadClusterAsync(cluster, 0, ct))
        {
            var texts = wanted[(stored.Position, stored.Data is FactEvent ? stored.Index : null)].ToList();
            if (texts.Count == 0) continue;
            var data = JsonNode.Parse(types.ToCanonical(stored.Data, scratch))!;
            foreach (var text in texts) Replace(data, text.Member);
            redactions.Add(new(stored.Id, types.Read(types.NameOf(stored.Data).Alias, System.Text.Encoding.UTF8.GetBytes(data.ToJsonString()))));
        }
        return redactions;
    }

    /// <summary>Puts the mark at a place such as <c>head.links[0].title</c>.</summary>
    private static void Replace(JsonNode data, string member)
    {
        var steps = Steps().Matches(member).Select(m => m.Value).ToList();
        var at = steps.SkipLast(1).Aggregate(data, (node, step) => char.IsAsciiDigit(step[0]) ? node[int.Parse(step)]! : node[step]!);
        if (char.IsAsciiDigit(steps[^1][0])) at[int.Parse(steps[^1])] = Mark;
        else at[steps[^1]] = Mark;
    }

    /// <summary>Puts the mark wherever one of these texts stands alone; answers whether it does.</summary>
    /// <param name="put">Puts it in the place of the node itself.</param>
    private static bool Replace(JsonNode? node, HashSet<string> gone, Action<string>? put = null)
    {
        if (put is not null && gone.Contains(Recording.Entries.Entry.TextOf(node)))
        {
            put(Mark);
            return true;
        }

        var found = false;
        foreach (var (word, value) in (node as JsonObject ?? []).ToList()) found |= Replace(value, gone, mark => node![word] = mark);
        foreach (var (i, item) in (node as JsonArray ?? []).ToList().Index()) found |= Replace(item, gone, mark => node![i] = mark);
        return found;
    }

    private static Phrase Unknown(string path) => new($"Vedtaket har ingen tekst på plassen «{path}».", $"The decision has no text at '{path}'.");

    [GeneratedRegex("[a-zA-Z]+|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Steps();
}
