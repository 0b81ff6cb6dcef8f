using System.Text;
using System.Text.Encodings.Web;
using Governance.Domain.Composition;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Committees;

/// <summary>The committees as a fragment of HTML for a page of the website: text alone, no style, no script.</summary>
internal static class CommitteesHtml
{
    private static readonly Phrase Formerly = new("tidligere kalt", "formerly");
    private static readonly Phrase Vacant = new("ledig", "vacant");
    private static readonly Phrase Mandate = new("Mandat", "Mandate");
    private static readonly Phrase InForce = new("gjelder fra", "in force from");
    private static readonly Phrase Until = new("til og med", "until and including");
    private static readonly Phrase OnLeave = new("permisjon", "on leave");
    private static readonly Phrase Acts = new("{0} møter i stedet", "{0} acts instead");
    private static readonly Phrase Changed = new("Sist endret", "Last changed");

    public static byte[] Of(Viewpoint view)
    {
        var language = view.Language;
        var html = new StringBuilder("<section class=\"governance-committees\" lang=\"").Append(Words.Of(language)).Append("\">\n");
        foreach (var body in Domain.Views.Committees.Of(view).Bodies) Body(html, body, language);
        return Encoding.UTF8.GetBytes(html.Append("</section>\n").ToString());
    }

    private static void Body(StringBuilder html, Committee body, Language language)
    {
        html.Append($"<article id=\"{body.Id}\" class=\"{Words.Of(body.Kind)}\">\n<h2>{Text(NameOf(body.Name, body.NameEn, language))}</h2>\n");
        if (body.FormerNames.Count > 0)
            html.Append($"<p class=\"former-names\">{Formerly.In(language)} {Text(Wording.List([.. body.FormerNames.Select(n => n.Text)], language))}</p>\n");
        if (body.Mandate is { } mandate)
        {
            html.Append($"<h3>{Mandate.In(language)}</h3>\n<p>{InForce.In(language)} {Text(Wording.Date(mandate.ValidFrom, language))}</p>\n<ol>\n");
            foreach (var point in mandate.Points) html.Append($"<li>{Text(point)}</li>\n");
            html.Append("</ol>\n");
        }
        if (body.Seats.Count > 0)
        {
            html.Append("<ul class=\"seats\">\n");
            foreach (var seat in body.Seats) html.Append($"<li class=\"{Words.Of(seat.Status)}\">{Seat(seat, language)}</li>\n");
            html.Append("</ul>\n");
        }
        html.Append($"<p class=\"changed\">{Changed.In(language)} {Text(Wording.Date(body.ChangedOn, language))}{Decision(body.ChangedBy)}</p>\n</article>\n");
    }

    private static string Seat(SeatOnDay seat, Language language)
    {
        var role = Text(seat.Title ?? Vocabulary.Of(seat.Role).In(language));
        var speaksFor = seat.Represents is { } represents ? $", {Text(represents.Name)}" : "";
        if (seat.HeldBy is { } organisation) return $"{role}: {Text(organisation.Name)}";
        if (seat.Holder is not { } holder) return $"{role}{speaksFor}: <em>{Vacant.In(language)}</em>";
        string?[] about = [holder.Name ?? Vocabulary.UnlistedPerson.In(language), holder.Title, holder.Organisation];
        return $"{role}{speaksFor}: {Text(string.Join(", ", about.OfType<string>()))}{Term(holder, language)}{Leave(seat.Leave, language)}";
    }

    private static string Term(HolderOnDay holder, Language language) => holder.TermThrough is not { } through ? ""
        : $", {Until.In(language)} {Text(Wording.Date(through, language))}{(holder.TermSource == TermSource.Rule ? $" ({Vocabulary.ByTheRules.In(language)})" : "")}";

    private static string Leave(LeaveOnDay? leave, Language language) => leave is null ? ""
        : $" ({OnLeave.In(language)}{(leave.Acting is { } acting ? $"; {Text(string.Format(Acts.In(language), acting.Name ?? Vocabulary.UnlistedPerson.In(language)))}" : "")})";

    private static string Decision(DecisionLink? decision) =>
        decision is null ? "" : $", {Text(decision.CaseNumber is { } number ? $"{number} {decision.Title}" : decision.Title)}";

    private static string NameOf(Name name, Name? nameEn, Language language) => (language == Language.En ? nameEn ?? name : name).Text;

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
