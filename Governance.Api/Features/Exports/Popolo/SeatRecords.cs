using System.Text.Json.Nodes;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports.Popolo;

/// <summary>Seats as posts, and those who hold or held them as memberships.</summary>
/// <param name="organizations">The ids of those in the document.</param>
internal sealed class SeatRecords(Viewpoint view, HashSet<string> organizations)
{
    /// <summary>The seats of the bodies, and after them those that are gone, as last held.</summary>
    public IEnumerable<JsonObject> Posts(IReadOnlyList<BodyOnDay> bodies, IReadOnlyList<HeldSeat> held)
    {
        var there = bodies.SelectMany(b => b.Seats).Select(s => s.Id).ToHashSet();
        var gone = held.Where(h => !there.Contains(h.Seat.Id)).GroupBy(h => h.Seat.Id);
        return [
            .. bodies.SelectMany(b => b.Seats.Select(s => Post(b.Id, s, SeatOf(b.Id, s.Id)))),
            .. gone.Select(g => Gone(g.Last(), g.First()))];
    }

    /// <summary>Somebody's time in a seat.</summary>
    public JsonObject Membership(HeldSeat held)
    {
        var (seat, holder) = (held.Seat, held.Seat.Holder!);
        var answer = new JsonObject
        {
            ["id"] = $"{seat.Id}/{holder.ValidFrom}",
            ["label"] = LabelOf(seat),
            ["role"] = Words.Of(seat.Role),
            ["person_id"] = holder.Id.ToString(),
            ["organization_id"] = held.Body.ToString(),
            ["post_id"] = seat.Id.ToString(),
            ["start_date"] = holder.ValidFrom.ToString(),
        };
        answer.Put("on_behalf_of_id", OnBehalfOf(seat));
        answer.Put("end_date", holder.ValidThrough);
        var extra = new JsonObject();
        extra.Put("term_through", holder.TermThrough);
        if (holder.TermSource is { } source) extra["term_source"] = Words.Of(source);
        extra.Put("since", holder.Since);
        if (seat.ExOfficio is not null) extra["ex_officio"] = true;
        if (seat.Leave is { } leave) extra["leave"] = Leave(leave);
        answer["extra"] = extra;
        return answer;
    }

    private static JsonObject Leave(LeaveOnDay leave)
    {
        var answer = new JsonObject { ["start_date"] = leave.ValidFrom.ToString() };
        answer.Put("acting_person_id", leave.Acting?.Id);
        answer.Put("deputy_post_id", leave.Acting?.Seat);
        return answer;
    }

    private JsonObject Gone(HeldSeat last, HeldSeat first)
    {
        var answer = Post(last.Body, last.Seat with { Status = SeatStatus.Vacant, Holder = null }, null);
        answer.Put("start_date", first.Seat.Holder!.ValidFrom);
        answer.Put("end_date", last.Seat.Holder!.ValidThrough);
        return answer;
    }

    private JsonObject Post(BodyId body, SeatOnDay seat, Seat? there)
    {
        var extra = new JsonObject { ["status"] = Words.Of(seat.Status), ["votes"] = seat.Votes, ["order"] = seat.Order };
        extra.Put("title", seat.Title);
        if (there is { Personal: true }) extra["personal"] = true;
        if (seat.Represents is { } represents) extra["represents"] = represents.Name;
        extra.Put("represents_id", OnBehalfOf(seat));
        extra.Put("deputy_for", seat.DeputyFor);
        if (seat.ExOfficio is { } office) extra["ex_officio"] = Office(office);
        if (there is { Description.HeldByOrganisation: true }) extra["held_by_organisation"] = true;
        if (seat.UserRepresentative) extra["user_representative"] = true;
        return new()
        {
            ["id"] = seat.Id.ToString(),
            ["label"] = LabelOf(seat),
            ["role"] = Words.Of(seat.Role),
            ["organization_id"] = body.ToString(),
            ["extra"] = extra,
        };
    }

    private static JsonObject Office(ExOfficio office)
    {
        var answer = new JsonObject { ["organization_id"] = office.Body.ToString(), ["role"] = Words.Of(office.Role) };
        if (office.All) answer["all"] = true;
        return answer;
    }

    /// <summary>A partner or body that is in the document; others stand by name alone.</summary>
    private string? OnBehalfOf(SeatOnDay seat) => (seat.Represents?.Partner?.ToString() ?? seat.Represents?.Body?.ToString()) is { } id && organizations.Contains(id) ? id : null;

    private Seat? SeatOf(BodyId body, SeatId seat) => view.State?.Bodies.GetValueOrDefault(body)?.Seat(seat);

    private string LabelOf(SeatOnDay seat) => seat.Title ?? Vocabulary.Of(seat.Role).In(view.Language);
}
