using System.Buffers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Decisions;

/// <summary>Texts to take out of the log for good, by their place in the decision: <c>text</c>, <c>changes[0].points[1]</c>, in an earlier revision <c>revisions[0].text</c>.</summary>
public sealed record RedactionRequest(IReadOnlyList<string> Texts, string Reason);

/// <summary>What a redaction came to.</summary>
public sealed record RedactionWritten(Guid Id, long Position, DateTimeOffset RecordedAt, IReadOnlyList<string> Texts);

/// <summary>Takes texts of a decision out of the log: what stands in their place says so, and the events keep the hash of what stood there.</summary>
internal static partial class RedactTexts
{
    /// <summary>What stands in the place of a text.</summary>
    public const string Mark = "[sladdet]";

    public static async Task<IResult> HandleAsync(
        string cluster, Guid id, Posted<RedactionRequest> body, RepeatKey key, ExpectedPosition expected, Caller caller, ClusterWriter writer, EventLog log, EventTypes types, HttpContext http,
        CancellationToken ct)
    {
        var request = WriteRequests.Of(http, cluster, caller, body, key, expected);
        var decision = new DecisionId(id);
        List<Fault> faults = [];
        var outcome = await writer.WriteAsync(request, async live =>
        {
            if (!live.History.Decisions.TryGetValue(decision, out var recorded)) return new Verdict.Absent();
            var texts = DecisionTexts.Of(recorded).ToLookup(t => t.Path);
            faults = [.. body.Value.Texts.Select((path, i) => (path, i)).Where(t => !texts.Contains(t.path)).Select(t => new Fault($"texts[{t.i}]", Unknown(t.path)))];
            if (faults.Count > 0) return new Verdict.Nothing();
            var wanted = body.Value.Texts.Distinct(StringComparer.Ordinal).SelectMany(path => texts[path]).ToLookup(t => (t.Position, t.Index));
            var redactions = await RedactionsAsync(log, types, cluster, wanted, ct);
            return new Verdict.Write(new TextRedacted(decision, body.Value.Texts, [.. redactions.Select(r => r.Event)], body.Value.Reason), []) { Redactions = redactions };
        }, ct);
        if (faults.Count > 0) return Problem.Malformed(faults);
        if (outcome is not WriteOutcome.Recorded done) return WriteProblems.Of(outcome, expected.Value);
        http.Response.Headers[Answer.PositionHeader] = done.Position.ToString();
        return TypedResults.Json(new RedactionWritten(id, done.Position, done.Cluster.History.Acts[(int)done.Position - 1].RecordedAt, body.Value.Texts), Json.Options);
    }

    private static async Task<List<Redaction>> RedactionsAsync(EventLog log, EventTypes types, string cluster, ILookup<(long Position, int? Index), DecisionText> wanted, CancellationToken ct)
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

    private static Phrase Unknown(string path) => new($"Vedtaket har ingen tekst på plassen «{path}».", $"The decision has no text at '{path}'.");

    [GeneratedRegex("[a-zA-Z]+|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Steps();
}
