using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Time;
using Entry = Governance.Api.Features.Recording.Entries.Entry;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>Somebody replaced by another: one appointment ends and the other begins on the same day, in the same seat; in one like it where the seat goes with its holder.</summary>
public static class Succession
{
    /// <summary>The kind of change that a successor follows.</summary>
    public const string Ending = "end-appointment";

    private const string Appointing = "appoint";
    private const string From = "effectiveFrom";

    private static readonly string[] whereabouts = ["seat", "body", "role"];

    /// <summary>Adds both changes for a seat; nothing where nobody was appointed to it.</summary>
    /// <param name="afterTerm">Whether it happens when the term is over, and not with the decision.</param>
    public static void Add(JsonArray changes, string seat, bool afterTerm, LiveCluster live, DateOnly day)
    {
        if (Find(seat, live, day) is not { Holder: { } holder } found) return;
        var end = new JsonObject { ["type"] = Ending, ["seat"] = found.Seat.Id.ToString(), ["reason"] = Governance.Domain.Values.Words.Of(afterTerm ? EndReason.TermOver : EndReason.Replaced) };
        if (afterTerm && holder.TermThrough is { } term) end[From] = term.Next.ToString();
        changes.Add(end);
        Follow(changes, changes.Count - 1, live, day);
    }

    /// <summary>Adds after an ended appointment the successor's.</summary>
    /// <returns>The id of the element to go on from; null where the change ends none.</returns>
    public static string? Follow(JsonArray changes, int index, LiveCluster live, DateOnly day)
    {
        var end = changes[index]!.AsObject();
        if (DecisionForm.Kind(end) != Ending) return null;
        var successor = new JsonObject { ["type"] = Appointing };
        var seat = Entry.TextOf(end["seat"]);
        if (Find(seat, live, day) is { Seat.Personal: true } personal) Describe(successor, personal.Body, personal.Seat);
        else if (seat.Length > 0) successor["seat"] = seat;
        else if (end.ContainsKey("body") && end.ContainsKey("role")) (successor["body"], successor["role"]) = (end["body"]!.DeepClone(), end["role"]!.DeepClone());
        else return Control.IdOf($"changes[{index}].seat");

        if (!end.ContainsKey("reason")) end["reason"] = Governance.Domain.Values.Words.Of(EndReason.Replaced);
        if (FirstDay(end) is { } first) successor[From] = first;
        var isThere = index + 1 < changes.Count && changes[index + 1] is JsonObject next && DecisionForm.Kind(next) == Appointing && Array.TrueForAll(whereabouts, w => JsonNode.DeepEquals(next[w], successor[w]));
        if (!isThere) changes.Insert(index + 1, successor);
        return Control.IdOf($"changes[{index + 1}].person");
    }

    private static void Describe(JsonObject successor, string body, Seat seat)
    {
        (successor["body"], successor["role"]) = (body, Governance.Domain.Values.Words.Of(seat.Role));
        if (seat.Description.Title is { } title) successor["title"] = title;
        if (seat.Description.Represents is { } whom) successor["represents"] = whom.Partner?.ToString() ?? whom.Body?.ToString() ?? whom.Outside;
    }

    /// <summary>The first day without the one who goes, where it is not the decision's.</summary>
    private static string? FirstDay(JsonObject end) =>
        Entry.TextOf(end[From]) is { Length: > 0 } from ? from : PartialDate.TryParse(Entry.TextOf(end["lastDay"]), null, out var last) ? last.Next.ToString() : null;

    private static (string Body, Seat Seat, Appointment? Holder)? Find(string text, LiveCluster live, DateOnly day)
    {
        if (!Guid.TryParse(text, out var id) || live.History.AsOf(day) is not { } state) return null;
        foreach (var body in state.Living)
            foreach (var (seat, holder) in state.Seats(body, day))
                if (seat.Id == new SeatId(id) && seat.Description.ExOfficio is null) return (body.Id.ToString(), seat, holder);
        return null;
    }
}
