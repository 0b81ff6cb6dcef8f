using System.Text.Json.Nodes;
using Governance.Api.Http.Binding;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports.Popolo;

/// <summary>A cluster in the words of Popolo (popoloproject.com): organisations, posts, persons, memberships, and the decisions as motions; what Popolo has no word for under <c>extra</c>. Last days are inclusive.</summary>
internal static class PopoloWriter
{
    private static readonly string[] uncertain = ["organizations", "posts", "memberships"];

    /// <param name="whole">Everything there ever was, not the day's alone: bodies and partners that are gone, who has left, and each decision with its changes.</param>
    public static JsonObject Of(Viewpoint view, bool whole)
    {
        var bodies = Bodies(view, whole);
        var held = whole ? HeldSeat.Ever(view) : [.. bodies.SelectMany(b => b.Seats.Where(s => s.Holder is not null).Select(s => new HeldSeat(b.Id, s)))];
        JsonObject[] organizations = [.. OrganizationRecords.Cluster(view), .. OrganizationRecords.Partners(view, whole), .. bodies.Select(b => OrganizationRecords.Body(view, b))];
        var ids = organizations.Select(o => o["id"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var (seats, motions) = (new SeatRecords(view, ids), new MotionRecords(view, ids));
        var tellsAll = motions.TellsAll(whole);
        var document = new JsonObject
        {
            ["meta"] = Meta(view, whole, isWithheld: !tellsAll),
            ["organizations"] = new JsonArray([.. organizations]),
            ["posts"] = new JsonArray([.. seats.Posts(bodies, held)]),
            ["persons"] = new JsonArray([.. PersonRecords.Of(view, held, whole)]),
            ["memberships"] = new JsonArray([.. held.Where(h => h.Seat.Holder?.Id is not null).Select(seats.Membership)]),
            ["motions"] = new JsonArray([.. motions.All(whole, tellsAll)]),
        };
        foreach (var list in uncertain) UncertainDates.Apart(document[list]!.AsArray());
        return document;
    }

    /// <summary>A date where it is known.</summary>
    internal static void Put(this JsonObject record, string member, object? value)
    {
        if (value?.ToString() is { } text) record[member] = text;
    }

    private static JsonObject Meta(Viewpoint view, bool whole, bool isWithheld)
    {
        var meta = new JsonObject { ["cluster"] = view.History.Id, ["as_of"] = view.AsOf.ToString("yyyy-MM-dd") };
        if (whole) meta["history"] = true;
        if (isWithheld) meta["withheld"] = true;
        meta["known_at"] = Instants.Format(view.History.RecordedAt);
        meta["position"] = view.History.Position;
        return meta;
    }

    private static IReadOnlyList<BodyOnDay> Bodies(Viewpoint view, bool whole) =>
        whole ? [.. BodyList.Ever(view).Select(b => BodyView.Of(view, b.Id)).OfType<BodyView>()] : BodyList.Of(view);
}
