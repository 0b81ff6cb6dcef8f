using System.Text.Json.Nodes;
using Governance.Api.Http;
using Governance.Domain.Views;

namespace Governance.Api.Features.Pages;

/// <summary>What a page is about, in schema.org's words, for search engines.</summary>
public static class LinkedData
{
    /// <summary>The cluster with its bodies and partners.</summary>
    public static byte[] Of(Site site, ClusterView cluster, Structure structure)
    {
        var answer = Organization(site, site.To.Front, site.ClusterName!);
        answer["foundingDate"] = cluster.Founded.ToString();
        answer["subOrganization"] = new JsonArray([.. structure.Bodies.Select(b => Organization(site, site.To.Body(b.Id), site.View!.NameOf(b.Name, b.NameEn)))]);
        answer["member"] = new JsonArray([.. structure.Partners.Select(p => Organization(site, site.To.Partner(p.Id), site.View!.NameOf(p.Name, p.NameEn)))]);
        return Whole(answer);
    }

    /// <summary>A body with those who sit in it.</summary>
    public static byte[] Of(Site site, BodyView body)
    {
        var answer = Organization(site, site.To.Body(body.Id), site.View!.NameOf(body.Name, body.NameEn));
        answer["foundingDate"] = body.Established.ToString();
        if (body.Dissolved is { } end) answer["dissolutionDate"] = end.LastDay.ToString();
        if (body.FormerNames.Count > 0) answer["alternateName"] = new JsonArray([.. body.FormerNames.Select(n => JsonValue.Create(n.Text))]);
        answer["parentOrganization"] = body.Parents is [.., var parent] ? Organization(site, site.To.Body(parent.Id), parent.Name) : Organization(site, site.To.Front, site.ClusterName!);
        answer["member"] = new JsonArray([.. body.Seats.Where(s => s.Holder?.Name is not null).Select(s => new JsonObject
        {
            ["@type"] = "OrganizationRole",
            ["roleName"] = s.Title ?? Vocabulary.Of(s.Role).In(site.Language),
            ["startDate"] = s.Holder!.ValidFrom.ToString(),
            ["member"] = new JsonObject { ["@type"] = "Person", ["name"] = s.Holder.Name },
        })]);
        return Whole(answer);
    }

    /// <summary>A person with title and organisation.</summary>
    public static byte[] Of(Site site, PersonView person)
    {
        var answer = new JsonObject { ["@type"] = "Person", ["name"] = person.Name, ["url"] = site.Origin + site.To.Person(person.Id) };
        if (person.Title is { } title) answer["jobTitle"] = title;
        if (person.Organisation is { } organisation) answer["worksFor"] = new JsonObject { ["@type"] = "Organization", ["name"] = organisation };
        return Whole(answer);
    }

    private static JsonObject Organization(Site site, string address, string name) => new() { ["@type"] = "Organization", ["name"] = name, ["url"] = site.Origin + address };

    private static byte[] Whole(JsonObject answer)
    {
        answer["@context"] = "https://schema.org";
        return Json.Bytes(answer);
    }
}
