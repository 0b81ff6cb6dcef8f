using System.ComponentModel;
using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports;

/// <summary>Which members, and for which program.</summary>
public sealed record MembersQuestion([Inline] ReadAt At, [Description("For Excel: semicolons, and a byte order mark.")] bool Excel = false);

/// <summary>Every seat of a day as a row, vacant ones included; last days are inclusive.</summary>
internal static class ExportMembers
{
    public const string MediaType = "text/csv";
    private static readonly string[] Forms = [MediaType + "; charset=utf-8"];

    public static Task<IResult> HandleAsync(string cluster, QueryParameters<MembersQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, HttpContext http, CancellationToken ct) =>
        views.InAsync(Forms, http, cluster, since.Value, asked.Value.At, asked.Value, (_, view) => Of(view, asked.Value.Excel), ct);

    public static byte[] Of(Viewpoint view, bool excel) => Csv.Of(
        BodyList.Of(view).SelectMany(body => body.Seats, (body, seat) => Row(view, body, seat)).Prepend(
        [
            "body", "bodyId", "kind", "seatId", "role", "title", "represents", "votes", "status", "person", "personId", "personTitle", "organisation",
            "validFrom", "since", "termThrough", "validThrough", "asOf", "knownAt", "position",
        ]),
        excel);

    private static object?[] Row(Viewpoint view, BodyOnDay body, SeatOnDay seat) =>
    [
        view.NameOf(body.Name, body.NameEn), body.Id, Words.Of(body.Kind), seat.Id, Words.Of(seat.Role), seat.Title, seat.Represents?.Name, seat.Votes ? "true" : "false",
        Words.Of(seat.Status), seat.Holder?.Name, seat.Holder?.Id, seat.Holder?.Title, seat.Holder?.Organisation,
        seat.Holder?.ValidFrom, seat.Holder?.Since, seat.Holder?.TermThrough, seat.Holder?.ValidThrough, view.AsOf.ToString("yyyy-MM-dd"),
        Instants.Format(view.History.RecordedAt), view.History.Position,
    ];
}
