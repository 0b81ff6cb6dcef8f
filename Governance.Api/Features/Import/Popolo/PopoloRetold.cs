using System.Text.Json.Nodes;
using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Tells a document of our own, in which the motions have their changes, as the decisions that it came from: bodies, seats and memberships follow from them.</summary>
internal sealed class PopoloRetold(PopoloDocument document, PopoloPlan plan, PopoloNames names)
{
    private static readonly string[] Lists = ["organizations/", "posts/", "memberships/", "persons/", "motions/"];

    private readonly PopoloRecorded recorded = new(names.Known.History, document);
    private readonly HashSet<string> there = [
        .. names.Known.Made.Keys, .. document.Persons.Select(PopoloNames.RefOf)];

    public PopoloTaken Tell(ImportedCluster? cluster, List<ImportedPerson> people, bool isUpdate)
    {
        plan.Note("/motions", "Vedtakene har endringene med seg: organer, plasser og verv er som de følger av dem.", "The decisions have their changes with them: bodies, seats and memberships are as follows from them.");
        List<PopoloDecision> entries = [], corrections = [];
        Queue<(PopoloMotion Motion, Decision Told)> late = [];
        foreach (var motion in document.Motions)
        {
            var told = Resolved(motion.Told ?? new(motion.Identifier, motion.Title, motion.Date, motion.Text, DecidedByText: motion.DecidedBy ?? PopoloPlan.By));
            if (recorded.Take(motion, told) is { } before)
            {
                if (plan.Corrected(motion, before, _ => told) is { } corrected) corrections.Add(corrected);
                continue;
            }
            var isLate = Uses(told).Any(used => !there.Contains(used));
            if (isLate) late.Enqueue((motion, told));
            else there.UnionWith(Makes(told));
            entries.Add(Entry(motion, new(isLate ? told with { Changes = null, DecidedBy = null, DecidedByText = told.DecidedByText ?? PopoloPlan.By, Follows = null } : told, Key(motion))));
            there.Add(Key(motion));
        }
        there.UnionWith(corrections.SelectMany(c => Makes(c.Entry.Decision)));
        entries.AddRange([.. corrections, .. Completed(late)]);
        return new(new(cluster, people, [.. entries.Select(e => e.Entry)]), [.. entries.Select(e => e.Places)], plan.Notes, isUpdate);
    }

    /// <summary>Decisions that name what a later one made, as corrections can, are entered in their place and completed when all of it is there.</summary>
    private IEnumerable<PopoloDecision> Completed(Queue<(PopoloMotion Motion, Decision Told)> late)
    {
        for (var tried = 0; late.TryDequeue(out var next);)
        {
            if (tried <= late.Count && Uses(next.Told).Any(used => !there.Contains(used)))
            {
                late.Enqueue(next);
                tried++;
                continue;
            }
            tried = 0;
            there.UnionWith(Makes(next.Told));
            yield return Entry(next.Motion, new(next.Told, null, Key(next.Motion), "Fullført ved import: vedtaket viser til noe som ble registrert senere."));
        }
    }

    private static PopoloDecision Entry(PopoloMotion motion, ImportEntry entry) => new(entry, [.. Enumerable.Range(0, entry.Decision.Changes?.Count ?? 1).Select(_ => motion.At)]);

    private static string Key(PopoloMotion motion) => PopoloKeys.Of("motions", motion.Id);

    /// <summary>The decision with ids for what the cluster has already.</summary>
    private Decision Resolved(Decision told)
    {
        var json = Json.Bytes(writer => Requests.Write(writer, told));
        var node = JsonNode.Parse(json)!;
        Walk(node, text => Known(text) ?? text);
        return Requests.Read<Decision>(Json.Bytes(node), new RequestReader())!;
    }

    private string? Known(string reference) => names.Known.Made.TryGetValue(reference[1..], out var made) ? made.ToString() : reference[1..].Split('/', 2) switch
    {
        ["persons", var id] => names.Known.Person(id)?.ToString(),
        ["organizations", var id] => names.Known.Organization(id)?.ToString(),
        ["posts", var id] => names.Known.Seat("posts", id)?.ToString(),
        _ => null,
    };

    /// <summary>What it names and does not make itself.</summary>
    private static List<string> Uses(Decision told)
    {
        var (used, made) = (new List<string>(), Makes(told).ToHashSet(StringComparer.Ordinal));
        Walk(JsonNode.Parse(Json.Bytes(writer => Requests.Write(writer, told)))!, text =>
        {
            if (!made.Contains(text[1..])) used.Add(text[1..]);
            return text;
        });
        return used;
    }

    private static IEnumerable<string> Makes(Decision told) =>
        (told.Changes ?? []).SelectMany(c => (string?[])[c.Ref, .. c is Domain.Composition.ReconstituteBody r ? r.Seats.Select(s => s.Ref) : []]).OfType<string>();

    /// <summary>Puts in place of each reference to something in the document what is answered for it.</summary>
    private static void Walk(JsonNode node, Func<string, string> reference)
    {
        if (node is JsonArray list)
            for (var i = 0; i < list.Count; i++)
                if (Reference(list[i]) is { } text) list[i] = reference(text);
                else if (list[i] is { } item) Walk(item, reference);
        if (node is JsonObject record)
            foreach (var (member, value) in record.ToList())
                if (Reference(value) is { } text) record[member] = reference(text);
                else if (value is not null) Walk(value, reference);
    }

    private static string? Reference(JsonNode? value) =>
        value?.GetValueKind() == System.Text.Json.JsonValueKind.String && value.GetValue<string>() is ['#', ..] text && Array.Exists(Lists, list => text.AsSpan(1).StartsWith(list)) ? text : null;
}
