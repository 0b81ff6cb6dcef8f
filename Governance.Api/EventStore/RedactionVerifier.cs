using System.Text.Json;

namespace Governance.Api.EventStore;

/// <summary>Which texts of a cluster's log were taken out, by which acts, and whether what stands in their place is what those acts left.</summary>
internal sealed class RedactionVerifier
{
    private readonly List<HashedRow> acts = [];
    private readonly Dictionary<Guid, string?> altered = [];   // events whose data is not what was written: the hash of what it is, where an act may have left it so
    private readonly Dictionary<Guid, (long Position, int Index)> redacted = [];   // events whose salts say that texts are taken out
    private readonly Dictionary<Guid, RedactedPlaces> places = [];
    private Judgement? judgement;

    /// <summary>The events of which acts say that texts are taken out: they are looked at once all is in.</summary>
    public IReadOnlyList<Guid> Named => [.. Judged.Left.Keys];

    private Judgement Judged => judgement ??= Judge();

    /// <summary>A row, in order.</summary>
    public void Add(HashedRow row, (long Position, int Index) at)
    {
        if (row.Redacts.Count > 0) acts.Add(row);
        if (row.IsRedacted) redacted[row.Row.Id] = at;
    }

    /// <summary>A row whose data is not what was written. Where texts are hashed apart, no act that takes some out leaves it so.</summary>
    public void AddAltered(HashedRow row) => altered[row.Row.Id] = row.Headers!.IsSalted ? null : row.DataHash;

    /// <summary>Whether that is so since an act took texts out, of a time when the data was hashed as a whole.</summary>
    public bool Excuses(Guid id) => Judged.Excused.Contains(id);

    /// <summary>One of <see cref="Named"/>: tells what is wrong with it.</summary>
    public IEnumerable<string> Check(HashedRow row)
    {
        redacted.Remove(row.Row.Id);
        if (row is not { Headers: { } headers, Payload: not null }) yield break;
        var members = Judged.Members[row.Row.Id];
        places[row.Row.Id] = new(headers.Position, headers.Index, members, headers.IsSalted);
        if (Judged.Left[row.Row.Id] is { } left && !altered.ContainsKey(row.Row.Id) && row.DataHash != left)
        {
            yield return "redaction: what was redacted stands there again";
            yield break;
        }
        foreach (var fault in Texts(row, headers, members)) yield return "redaction: " + fault;
    }

    /// <summary>Events of which no act says that texts are taken out, though their salts do; once those named are looked at.</summary>
    public IEnumerable<(Guid Event, (long Position, int Index) At)> Unnamed => redacted.Select(r => (r.Key, r.Value));

    /// <summary>The acts that took texts out, in order.</summary>
    public IReadOnlyList<RedactionFound> Found =>
        [.. acts.Select(act => new RedactionFound(act.Headers!.Position, act.Headers.Actor, [.. act.Redacts.Where(r => places.ContainsKey(r.Event)).Select(r => places[r.Event] with { Members = r.Members ?? r.Texts })]))];

    /// <summary>What the last act of each event left in its place, and the altered events that stand so. An act counts if it is as it was written, or as a later one that counts left it.</summary>
    private Judgement Judge()
    {
        var judged = new Judgement([], [], []);
        foreach (var act in Enumerable.Reverse(acts))
        {
            if (altered.ContainsKey(act.Row.Id) && !judged.Excused.Contains(act.Row.Id)) continue;
            foreach (var (id, hash, members, _) in act.Redacts)
            {
                if (!judged.Members.TryGetValue(id, out var named)) judged.Members.Add(id, named = []);
                named.UnionWith(members ?? []);
                if (judged.Left.TryAdd(id, hash) && altered.TryGetValue(id, out var stands) && stands is not null && (hash ?? stands) == stands) judged.Excused.Add(id);
            }
        }
        return judged;
    }

    /// <summary>The mark stands where texts are said to be taken out, and nowhere else is one taken out.</summary>
    private static IEnumerable<string> Texts(HashedRow row, EventHeaders headers, HashSet<string> members)
    {
        using var data = JsonDocument.Parse(row.Row.Data);
        foreach (var (i, (path, text)) in DataTexts.Of(data.RootElement).ToList().Index())
        {
            var isOut = headers.IsSalted ? headers.Salts?[i] is { } kept && MemberDigests.IsTakenOut(kept) : members.Contains(path);
            if (isOut && !members.Contains(path)) yield return $"no act says that {path} was redacted";
            if (isOut && !text.ValueEquals(Redaction.Mark)) yield return $"{path} does not hold the mark";
        }
    }

    private sealed record Judgement(HashSet<Guid> Excused, Dictionary<Guid, string?> Left, Dictionary<Guid, HashSet<string>> Members);
}
