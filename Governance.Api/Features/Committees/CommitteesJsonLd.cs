using System.Text.Json.Nodes;
using Governance.Api.Http;
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
        answer["member"] = new JsonArray([.. body.Seats.Where(s => s.Holder?.Name is not null).Select(s => Member(s, s.Holder!, language))]);
        return answer;
    }

    private static JsonObject Member(SeatOnDay seat, HolderOnDay holder, Language language)
    {
        var person = new JsonObject { ["@type"] = "Person", ["name"] = holder.Name };
        if (holder.Title is not null) person["jobTitle"] = holder.Title;
        if ((holder.Organisation ?? seat.Represents?.Name) is { } organisation) person["affiliation"] = new JsonObject { ["@type"] = "Organization", ["name"] = organisation };
        var role = new JsonObject
        {
            ["@type"] = "OrganizationRole",
            ["roleName"] = seat.Title ?? Vocabulary.Of(seat.Role).In(language),
            ["startDate"] = holder.ValidFrom.ToString(),
        };
        if ((holder.ValidThrough ?? holder.TermThrough) is { } end) role["endDate"] = end.ToString();
        role["member"] = person;
        return role;
    }

    private static string AddressOf(string cluster, Guid body) => $"/api/clusters/{cluster}/bodies/{body}";
}
