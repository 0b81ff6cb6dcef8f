using System.Text.Json.Nodes;
using Governance.Api.Http;
using Governance.Domain.Time;
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
        Date(answer, "foundingDate", body.Established);
        if (body.Dissolved is { } end) Date(answer, "dissolutionDate", end.LastDay);
        if (body.FormerNames.Count > 0) answer["alternateName"] = new JsonArray([.. body.FormerNames.Select(n => JsonValue.Create(n.Text))]);
        answer["parentOrganization"] = body.Parents is [.., var parent] ? Organization(site, site.To.Body(parent.Id), parent.Name) : Organization(site, site.To.Front, site.ClusterName!);
        answer["member"] = new JsonArray([.. body.Seats.Where(s => s.Holder?.Name is not null || s.HeldBy is not null).Select(s => Member(site, s))]);
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

    /// <summary>Who holds a seat: a person, or the organisation that it is for.</summary>
    private static JsonObject Member(Site site, SeatOnDay seat)
    {
        var answer = new JsonObject
        {
            ["@type"] = "OrganizationRole",
            ["roleName"] = seat.Title ?? Vocabulary.Of(seat.Role).In(site.Language),
            ["member"] = new JsonObject { ["@type"] = seat.Holder is null ? "Organization" : "Person", ["name"] = seat.Holder?.Name ?? seat.HeldBy!.Name },
        };
        if (seat.Holder is { } holder) Date(answer, "startDate", holder.ValidFrom);
        return answer;
    }

    /// <summary>A date that is known: schema.org has no words for the others.</summary>
    private static void Date(JsonObject answer, string member, PartialDate date)
    {
        if (date.Certainty == Certainty.Known) answer[member] = date.ToString();
    }

    private static JsonObject Organization(Site site, string address, string name) => new() { ["@type"] = "Organization", ["name"] = name, ["url"] = site.Origin + address };

    private static byte[] Whole(JsonObject answer)
    {
        answer["@context"] = "https://schema.org";
        return Json.Bytes(answer);
    }
}
