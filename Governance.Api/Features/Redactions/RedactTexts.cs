using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Recording.Drafts;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Redactions;

/// <summary>Takes texts of a decision, its earlier revisions and its annulment included, out of the log.</summary>
public sealed record RedactDecision(WriteRequest Request, DecisionId Decision, RedactionRequest Asked) : ClusterCommand(Request);

/// <summary>Takes texts that an act holds which is no decision, a meeting or a note, out of the log.</summary>
public sealed record RedactAct(WriteRequest Request, long Position, RedactionRequest Asked) : ClusterCommand(Request);

/// <summary>Takes texts out of the log, and out of what is being written to correct it: what stands in their place says so, and the events keep the hash of what stood there.</summary>
public static class RedactTextsHandler
{
    public static async Task<WriteOutcome> HandleAsync(RedactDecision command, ClusterWriter writer, EventLog log, EventTypes types, SavedDrafts drafts, CancellationToken ct)
    {
        var (request, asked, id) = (command.Request, command.Asked, command.Decision);
        HashSet<string> gone = [];
        var written = await writer.WriteAsync(request, async live =>
        {
            if (!live.History.Decisions.TryGetValue(id, out var decision)) return new Verdict.Absent();
            var (wanted, faults) = Find(asked, DecisionTexts.Of(decision));
            if (faults.Count > 0) return new Verdict.Malformed(faults);
            gone = [.. wanted.Select(t => t.Text)];
            await ForgetAsync();
            return await RedactedAsync(request, wanted, redactions => Redacted.By(redactions, id, null, asked.Texts, asked.Reason), log, types, ct);
        }, ct);
        if (written is WriteOutcome.Recorded) await ForgetAsync();
        return written;

        Task ForgetAsync() => drafts.RewriteAsync(request.Cluster, draft => draft.Corrects == id && Redacted.Replace(draft.Document, gone), CancellationToken.None);
    }

    public static async Task<WriteOutcome> HandleAsync(RedactAct command, ClusterWriter writer, EventLog log, EventTypes types, SavedProceedings proceedings, CancellationToken ct)
    {
        var (request, asked, position) = (command.Request, command.Asked, command.Position);
        var (gone, meeting) = (new HashSet<string>(StringComparer.Ordinal), (MeetingId?)null);
        var written = await writer.WriteAsync(request, async live =>
        {
            if (position < 1 || position > live.Position) return new Verdict.Absent();
            var act = live.History.Acts[(int)position - 1];
            var (wanted, faults) = Find(asked, ActTexts.Of(act));
            if (faults.Count > 0) return new Verdict.Malformed(faults);
            (gone, meeting) = ([.. wanted.Select(t => t.Text)], (act.Event as MeetingEvent)?.Meeting);
            await ForgetAsync();
            return await RedactedAsync(request, wanted, redactions => Redacted.By(redactions, null, position, asked.Texts, asked.Reason), log, types, ct);
        }, ct);
        if (written is WriteOutcome.Recorded) await ForgetAsync();
        return written;

        // What is written for a meeting would bring the texts back.
        Task ForgetAsync() => meeting is { } id
            ? proceedings.ChangeAsync(request.Cluster, id, p => p.Texts().Any(gone.Contains) ? p.Reworded(text => gone.Contains(text) ? Redacted.Mark : text) : p, CancellationToken.None)
            : Task.CompletedTask;
    }

    private static (List<PlacedText> Wanted, List<Fault> Faults) Find(RedactionRequest asked, IEnumerable<PlacedText> there)
    {
        var texts = there.ToLookup(t => t.Path);
        List<Fault> faults = [.. asked.Texts.Index().Where(t => !texts.Contains(t.Item)).Select(t => new Fault($"texts[{t.Index}]", new($"Det står ingen tekst på plassen «{t.Item}».", $"There is no text at '{t.Item}'.")))];
        return ([.. asked.Texts.Distinct(StringComparer.Ordinal).SelectMany(path => texts[path])], faults);
    }

    private static async Task<Verdict> RedactedAsync(WriteRequest request, List<PlacedText> wanted, Func<IReadOnlyList<Redaction>, TextRedacted> act, EventLog log, EventTypes types, CancellationToken ct)
    {
        var places = wanted.ToLookup(t => (t.Position, t.Index), t => t.Member);
        var redactions = new List<Redaction>();
        await foreach (var stored in log.ReadClusterAsync(request.Cluster, ct: ct))
        {
            var members = places[(stored.Position, stored.Data is FactEvent ? stored.Index : null)].ToList();
            if (members.Count > 0) redactions.Add(Redacted.Of(types, stored.Id, stored.Data, members));
        }
        return new Verdict.Write(act(redactions), []) { Redactions = redactions };
    }
}
