using Governance.Domain.Views;
using Microsoft.AspNetCore.Html;

namespace Governance.Api.Features.Pages;

/// <summary>Links to what has a page of its own, by what it is called.</summary>
public static class Anchors
{
    /// <summary>To a body.</summary>
    public static IHtmlContent Link(this Site site, BodyLink body) => To(site.To.Body(body.Id), body.Name);

    /// <summary>To a partner.</summary>
    public static IHtmlContent Link(this Site site, PartnerLink partner) => To(site.To.Partner(partner.Id), partner.Name);

    /// <summary>To a person.</summary>
    public static IHtmlContent Link(this Site site, PersonLink person) => To(site.To.Person(person.Id), person.Name);

    /// <summary>To a decision: <c>vedtak 12/22, Ny organisering</c>.</summary>
    public static IHtmlContent Link(this Site site, DecisionLink decision) =>
        To(site.To.Decision(decision.Id), decision.CaseNumber is { } number ? $"{number} {decision.Title}" : decision.Title);

    /// <summary>To whom a seat speaks for, where that has a page; else its name alone.</summary>
    public static IHtmlContent Link(this Site site, RepresentedOnDay represented) => represented switch
    {
        { Partner: { } partner } => To(site.To.Partner(partner), represented.Name),
        { Body: { } body } => To(site.To.Body(body), represented.Name),
        _ => new HtmlFormattableString("{0}", represented.Name),
    };

    /// <summary>Several of them in running text: <c>A, B og C</c>.</summary>
    public static IHtmlContent Links(this Site site, IReadOnlyList<BodyLink> bodies) => List(site, [.. bodies.Select(site.Link)]);

    /// <summary><c>Eldrehelse (15. juni 2022) og Barn og unge (2023)</c>: each with the day on which the one took over from the other.</summary>
    public static IHtmlContent Links(this Site site, IReadOnlyList<SuccessionLink> bodies) =>
        List(site, [.. bodies.Select(b => new HtmlFormattableString("{0} <span class=\"muted\">({1})</span>", site.Link(new BodyLink(b.Id, b.Name)), site.Date(b.ValidFrom)))]);

    private static HtmlContentBuilder List(Site site, IReadOnlyList<IHtmlContent> items)
    {
        var list = new HtmlContentBuilder();
        for (var i = 0; i < items.Count; i++)
            list.Append(i == 0 ? "" : i < items.Count - 1 ? ", " : site.Say(" og ", " and ")).AppendHtml(items[i]);
        return list;
    }

    private static HtmlFormattableString To(string address, string text) => new("<a href=\"{0}\">{1}</a>", address, text);
}
