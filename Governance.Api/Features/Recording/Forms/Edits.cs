using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Recording.Words;
using Governance.Domain.Composition;
using Governance.Domain.Values;
using Entry = Governance.Api.Features.Recording.Entries.Entry;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>What the buttons of the form do to a document: <c>add:appoint</c>, <c>replace</c>, <c>successor:1</c>, <c>up:2</c>, <c>remove-row:2:0</c>.</summary>
public static class Edits
{
    /// <summary>Does what a button says.</summary>
    /// <returns>The id of the element to go on from; null where nothing was to be done.</returns>
    public static string? Apply(JsonObject document, string button, LiveCluster live, DateOnly day)
    {
        var words = button.Split(':');
        var changes = (JsonArray)document["changes"]!;
        if (words is ["add", var kind]) return Add(changes, kind);
        if (words is ["replace"]) return Add(changes, Succession.Ending, new() { ["reason"] = Governance.Domain.Values.Words.Of(EndReason.Replaced) });
        if (Number(words, 1) is not { } index || index >= changes.Count) return null;
        var rows = changes[index]!["seats"] as JsonArray ?? [];
        var row = Number(words, 2) ?? rows.Count;
        return words[0] switch
        {
            "up" => Legend(Move(changes, index, index - 1)),
            "down" => Legend(Move(changes, index, index + 1)),
            "remove" => Remove(changes, index, index < changes.Count - 1 ? $"changes[{index}]" : index > 0 ? $"changes[{index - 1}]" : ""),
            "successor" => Succession.Follow(changes, index, live, day),
            "add-row" => AddRow(changes[index]!.AsObject(), index),
            "fill" => Fill(changes[index]!.AsObject(), index, live, day),
            _ when row >= rows.Count => null,
            "row-up" => First(index, Move(rows, row, row - 1)),
            "row-down" => First(index, Move(rows, row, row + 1)),
            "remove-row" => Remove(rows, row, $"changes[{index}].seats"),
            _ => null,
        };
    }

    /// <summary>Adds a change of a kind, with what is known of it already.</summary>
    public static string Add(JsonArray changes, string kind, JsonObject? known = null)
    {
        if (!DecisionForm.Knows(kind)) return Control.IdOf("");
        var change = new JsonObject { ["type"] = kind };
        foreach (var (word, value) in known ?? []) change[word] = value?.DeepClone();
        changes.Add(change);
        var first = DecisionForm.Shape(kind)!.Members.Select(m => m.Word).Where(w => w != "ref" && !change.ContainsKey(w) && !MemberWords.IsRare(kind, w)).OrderBy(MemberWords.Rank).FirstOrDefault("ref");
        return Control.IdOf($"changes[{changes.Count - 1}].{first}");
    }

    private static string AddRow(JsonObject change, int index)
    {
        var rows = Rows(change);
        rows.Add(new JsonObject { ["role"] = "member" });
        return First(index, rows.Count - 1);
    }

    /// <summary>Lists the seats that the body has, each with whoever sits there.</summary>
    private static string Fill(JsonObject change, int index, LiveCluster live, DateOnly day)
    {
        var text = Entry.TextOf(change["body"]);
        var state = live.History.AsOf(day);
        var body = Guid.TryParse(text, out var id) ? state?.LivingBody(new(id)) : state?.Bearing(Name.Of(text)).FirstOrDefault(b => b.IsLiving);
        if (body is null) return Control.IdOf($"changes[{index}].body");
        var rows = Rows(change);
        foreach (var (seat, holder) in state!.Seats(body, day).Where(s => s.Seat.Nth == 0)) rows.Add(Row(seat, holder));
        return rows.Count > 0 ? First(index, 0) : Control.IdOf($"changes[{index}].seats");
    }

    private static JsonObject Row(Domain.Composition.Seat seat, Domain.Composition.Appointment? holder)
    {
        var what = seat.Description;
        var row = new JsonObject { ["ref"] = $"s-{seat.Id}", ["role"] = Governance.Domain.Values.Words.Of(seat.Role), ["seat"] = seat.Id.ToString() };
        Put("title", what.Title);
        if (what.Votes is { } votes) row["votes"] = votes;
        if (what.UserRepresentative) row["userRepresentative"] = true;
        if (what.HeldByOrganisation) row["heldByOrganisation"] = true;
        Put("represents", what.Represents is { } r ? r.Partner?.ToString() ?? r.Body?.ToString() ?? r.Outside : null);
        Put("deputyFor", what.DeputyFor is { } other ? $"#s-{other}" : null);
        if (what.ExOfficio is { } office) row["exOfficio"] = Office(office);
        else Put("person", holder?.Person.ToString());
        if (what.ExOfficio is null && holder?.Term is { Source: Domain.Composition.TermSource.Decided } term) Put("termThrough", term.Through.ToString());
        return row;

        void Put(string word, string? value)
        {
            if (value is not null) row[word] = value;
        }
    }

    private static JsonObject Office(Domain.Composition.ExOfficio office)
    {
        var row = new JsonObject { ["body"] = office.Body.ToString(), ["role"] = Governance.Domain.Values.Words.Of(office.Role) };
        if (office.All) row["all"] = true;
        return row;
    }

    private static JsonArray Rows(JsonObject change)
    {
        if (change["seats"] is JsonArray rows) return rows;
        var made = new JsonArray();
        change["seats"] = made;
        return made;
    }

    private static int Move(JsonArray list, int from, int to)
    {
        if (to < 0 || to >= list.Count) return from;
        var item = list[from];
        list.RemoveAt(from);
        list.Insert(to, item);
        return to;
    }

    private static string Remove(JsonArray list, int index, string then)
    {
        list.RemoveAt(index);
        return then.Length == 0 ? "add-another" : Control.IdOf(then);
    }

    private static string Legend(int change) => Control.IdOf($"changes[{change}]");

    private static string First(int change, int row) => Control.IdOf($"changes[{change}].seats[{row}].role");

    private static int? Number(string[] words, int at) => words.Length > at && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
