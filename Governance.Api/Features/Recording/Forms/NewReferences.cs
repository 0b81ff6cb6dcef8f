using System.Text.Json.Nodes;
using Governance.Api.Features.Recording.Entries;
using Governance.Domain.Composition;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>What a decision that is being written makes itself, so that its other changes can name it: each has a ref, and a label to choose it by.</summary>
public static class NewReferences
{
    /// <summary>Gives a ref to whatever makes something and has none, and lets a new person who is named twice be one.</summary>
    public static void GiveRefs(JsonObject document)
    {
        var changes = Changes(document);
        var used = changes.SelectMany(c => Rows(c).Append(c)).Select(c => Entry.TextOf(c["ref"])).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, change) in changes.Index())
        {
            if (Entry.TextOf(change["type"]) is "establish-body" or "admit-partner" or "create-seat") Give(change, $"c{i + 1}");
            foreach (var (n, row) in Rows(change).Index()) Give(row, $"c{i + 1}s{n + 1}");
        }

        JoinPersons(changes, used);

        void Give(JsonObject thing, string name)
        {
            if (thing.ContainsKey("ref")) return;
            while (!used.Add(name)) name += "_";
            thing["ref"] = name;
        }
    }

    public static IEnumerable<Named> Bodies(JsonObject document) => Of(document, "establish-body", (change, _) => Entry.TextOf(change["name"]));

    public static IEnumerable<Named> Partners(JsonObject document) => Of(document, "admit-partner", (change, _) => Entry.TextOf(change["name"]));

    /// <summary>New seats, each by its place in the decision and what it is.</summary>
    public static IEnumerable<Named> Seats(JsonObject document, Language language) =>
        Of(document, "create-seat", (change, i) => $"{Place(i, null, language)}: {Described(change, language)}").Concat(
            from change in Changes(document).Index()
            from row in Rows(change.Item).Index()
            where row.Item.ContainsKey("ref")
            select new Named("#" + Entry.TextOf(row.Item["ref"]), $"{Place(change.Index, row.Index, language)}: {Described(row.Item, language)}"));

    /// <summary>New persons that have a ref.</summary>
    public static IEnumerable<Named> Persons(JsonObject document) =>
        from change in Changes(document)
        from holder in Rows(change).Append(change)
        let person = holder["person"] as JsonObject
        where person?["ref"] is not null
        select new Named("#" + Entry.TextOf(person["ref"]), Entry.TextOf(person["name"]));

    /// <summary>The changes of a decision that is being written.</summary>
    public static IReadOnlyList<JsonObject> Changes(JsonObject document) => [.. (document["changes"] as JsonArray ?? []).OfType<JsonObject>()];

    private static IEnumerable<JsonObject> Rows(JsonObject change) => (change["seats"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<Named> Of(JsonObject document, string type, Func<JsonObject, int, string> label) =>
        from change in Changes(document).Index()
        where Entry.TextOf(change.Item["type"]) == type && change.Item.ContainsKey("ref") && label(change.Item, change.Index) is { Length: > 0 }
        select new Named("#" + Entry.TextOf(change.Item["ref"]), label(change.Item, change.Index));

    private static string Place(int change, int? row, Language language) =>
        new Phrase($"endring {change + 1}{(row is { } r ? $", rad {r + 1}" : "")}", $"change {change + 1}{(row is { } s ? $", row {s + 1}" : "")}").In(language);

    private static string Described(JsonObject seat, Language language) => string.Join(", ", new[]
    {
        Governance.Domain.Values.Words.TryParse<SeatRole>(Entry.TextOf(seat["role"]), out var role) ? Vocabulary.Of(role).In(language) : "",
        Entry.TextOf(seat["represents"]) is var represents && !Guid.TryParse(represents, out _) ? represents : "",
        Entry.TextOf((seat["person"] as JsonObject)?["name"]),
    }.Where(text => text.Length > 0));

    private static void JoinPersons(IEnumerable<JsonObject> changes, HashSet<string> used)
    {
        var first = new Dictionary<Name, JsonObject>();
        foreach (var holder in changes.SelectMany(c => Rows(c).Append(c)))
        {
            if (holder["person"] is not JsonObject person || Entry.TextOf(person["name"]) is not { Length: > 0 } text) continue;
            if (first.TryAdd(Name.Of(text), person)) continue;
            if (person.ContainsKey("title") || person.ContainsKey("organisation")) continue;
            var known = first[Name.Of(text)];
            if (!known.ContainsKey("ref"))
            {
                var (name, next) = ("p1", 1);
                while (!used.Add(name)) name = $"p{++next}";
                known["ref"] = name;
            }

            holder["person"] = "#" + Entry.TextOf(known["ref"]);
        }
    }
}
