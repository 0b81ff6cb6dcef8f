using Governance.Api.Http.Answers;
using Governance.Domain.Composition;
using Governance.Domain.Time;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Html;

namespace Governance.Api.Features.Pages;

/// <summary>Dates and times as readers write them.</summary>
public static class Dates
{
    /// <summary><c>15. juni 2022</c>, no more precisely than it is known.</summary>
    public static IHtmlContent Date(this Site site, PartialDate date) => date.Certainty == Certainty.Known
        ? new HtmlFormattableString("<time datetime=\"{0}\">{1}</time>", date.ToString(), Wording.Date(date, site.Language))
        : new HtmlFormattableString("{0}", Wording.Date(date, site.Language));

    /// <summary><c>valgt til og med 28. mars 2025</c>, and where it is the rules' and not the decision's word, that it is.</summary>
    public static IHtmlContent Elected(this Site site, PartialDate term, TermSource? source) => new HtmlFormattableString(
        "{0} {1}{2}", site.Say("valgt", "elected"), site.Through(term), source == TermSource.Rule ? $" ({site.Say(Vocabulary.ByTheRules)})" : "");

    /// <summary><c>til og med 28. mars 2025</c>: the last day is in it.</summary>
    public static IHtmlContent Through(this Site site, PartialDate date) => new HtmlFormattableString("{0} {1}", site.Say("til og med", "through"), site.Date(date));

    /// <summary><c>29. mars 2023 – 28. mars 2025</c>, or from a day on.</summary>
    public static IHtmlContent Period(this Site site, PartialDate from, PartialDate? through) =>
        through is { } last ? new HtmlFormattableString("{0} {1}", site.Date(from), site.Through(last)) : new HtmlFormattableString("{0} {1}", site.Say("fra", "from"), site.Date(from));

    /// <summary>Until when something lasts: <c>til og med 28. mars 2025</c> where it is over with a day, else <c>til 28. mars 2025 kl. 14.05</c>.</summary>
    public static IHtmlContent Until(this Site site, DateTimeOffset instant)
    {
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant.AddTicks(-1), site.Zone).DateTime);
        return instant == CivilDay.EndOf(last, site.Zone) ? site.Through(PartialDate.Of(last)) : new HtmlFormattableString("{0} {1}", site.Say("til", "until"), site.Moment(instant));
    }

    /// <summary><c>21. november 2026 kl. 14.05</c>, by the clock where the cluster is.</summary>
    public static IHtmlContent Moment(this Site site, DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, site.Zone);
        var day = Wording.Date(PartialDate.Of(DateOnly.FromDateTime(local.DateTime)), site.Language);
        return new HtmlFormattableString("<time datetime=\"{0}\">{1} {2}</time>", instant.ToString("O"), day, local.ToString(site.Say("'kl.' HH.mm", "'at' HH:mm")));
    }
}
