using System.Text.Json.Nodes;
using Governance.Domain.People;
using Governance.Domain.Views;

namespace Governance.Api.Features.Exports.Popolo;

/// <summary>Those who may be named, without what is private always.</summary>
internal static class PersonRecords
{
    /// <summary>Those who hold a seat, with their title and organisation on the day; or all who ever did and, to readers, everybody who is registered, with them over time.</summary>
    public static IEnumerable<JsonObject> Of(Viewpoint view, IReadOnlyList<HeldSeat> held, bool whole) =>
        held.SelectMany(h => new[] { h.Seat.Holder?.Id, h.Seat.Leave?.Acting?.Id }).OfType<PersonId>().Concat(whole ? PersonList.Of(view).People.Select(p => p.Id) : []).Distinct().Select(id => Person(view, id, whole));

    private static JsonObject Person(Viewpoint view, PersonId id, bool whole)
    {
        var answer = new JsonObject { ["id"] = id.ToString(), ["name"] = view.NameOf(id) };
        if (view.Card(id) is not { } card) return answer;
        var extra = new JsonObject();
        if (card.Unlisted) extra["unlisted"] = true;
        var roles = whole ? card.Roles : card.RoleOn(view.AsOf) is { } now ? [now with { From = null }] : [];
        if (roles.Count > 0) extra["occupations"] = new JsonArray([.. roles.Select(Occupation)]);
        if (extra.Count > 0) answer["extra"] = extra;
        return answer;
    }

    private static JsonObject Occupation(Occupation role)
    {
        var answer = new JsonObject();
        answer.Put("start_date", role.From);
        answer.Put("title", role.Title);
        answer.Put("organization", role.Organisation);
        return answer;
    }
}
