using System.Text.Json.Nodes;
using Governance.Api.Http;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Committees;

/// <summary>The committees in schema.org's words: each an Organization, each seat that is held an OrganizationRole.</summary>
internal static class CommitteesJsonLd
{
    public static byte[] Of(Viewpoint view)
    {
        var id = view.History.Id;
        var cluster = ClusterView.Of(view);
        var answer = new JsonObject { ["@context"] = "https://schema.org", ["@type"] = "Organization", ["@id"] = $"/api/clusters/{id}", ["name"] = cluster?.Name?.Text ?? id };
        answer["subOrganization"] = new JsonArray([.. Domain.Views.Committees.Of(view).Bodies.Select(body => Body(id, body, view.Language))]);
        return Json.Bytes(answer);
    }

    private static JsonObject Body(string cluster, Committee body, Language language)
    {
        var name = language == Language.En ? body.NameEn ?? body.Name : body.Name;
        var answer = new JsonObject { ["@type"] = "Organization", ["@id"] = AddressOf(cluster, body.Id.Value), ["name"] = name.Text };
        if (body.FormerNames.Count > 0) answer["alternateName"] = new JsonArray([.. body.FormerNames.Select(n => JsonValue.Create(n.Text))]);
        answer["parentOrganization"] = new JsonObject { ["@id"] = body.Parent is { } parent ? AddressOf(cluster, parent.Value) : $"/api/clusters/{cluster}" };
        if (body.Mandate is { } mandate) answer["subjectOf"] = new JsonObject { ["@type"] = "CreativeWork", ["text"] = string.Join('\n', mandate.Points) };
        answer["member"] = new JsonArray([.. body.Seats.Where(s => s.Holder?.Name is not null || s.HeldBy is not null).Select(s => s.Holder is { } holder ? Member(s, holder, language) : Member(s, s.HeldBy!, language))]);
        return answer;
    }

    private static JsonObject Member(SeatOnDay seat, HolderOnDay holder, Language language)
    {
        var person = new JsonObject { ["@type"] = "Person", ["name"] = holder.Name };
        if (holder.Title is not null) person["jobTitle"] = holder.Title;
        if ((holder.Organisation ?? seat.Represents?.Name) is { } organisation) person["affiliation"] = new JsonObject { ["@type"] = "Organization", ["name"] = organisation };
        var role = Role(seat, language, person);
        if (Known(holder.ValidFrom) is { } from) role["startDate"] = from;
        if (Known(holder.ValidThrough) is { } end) role["endDate"] = end;
        return role;
    }

    /// <summary>An organisation that holds the seat while no person does.</summary>
    private static JsonObject Member(SeatOnDay seat, RepresentedOnDay organisation, Language language) =>
        Role(seat, language, new JsonObject { ["@type"] = "Organization", ["name"] = organisation.Name });

    private static JsonObject Role(SeatOnDay seat, Language language, JsonObject member) =>
        new() { ["@type"] = "OrganizationRole", ["roleName"] = seat.Title ?? Vocabulary.Of(seat.Role).In(language), ["member"] = member };

    /// <summary>A date that is known: schema.org has no words for the others. A term that ends is no last day, since whoever sits may stay.</summary>
    private static string? Known(PartialDate? date) => date is { Certainty: Certainty.Known } known ? known.ToString() : null;

    private static string AddressOf(string cluster, Guid body) => $"/api/clusters/{cluster}/bodies/{body}";
}
