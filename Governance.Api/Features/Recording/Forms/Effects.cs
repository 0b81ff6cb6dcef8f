using System.Text.Json.Nodes;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Entry = Governance.Api.Features.Recording.Entries.Entry;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>Says plainly when a decision takes effect on other days than the one it was made on.</summary>
public static class Effects
{
    public static IReadOnlyList<Phrase> Of(JsonObject document, DateOnly today)
    {
        if (Date(document, "decidedOn") is not { } decided) return [];
        var dates = NewReferences.Changes(document).Select(c => Date(c, "effectiveFrom") ?? Date(c, "lastDay")?.Next).Append(null).Select(own => own ?? Date(document, "effectiveFrom") ?? decided).ToList();
        var (earliest, latest) = (dates.MinBy(d => d.First), dates.MaxBy(d => d.First));
        var told = new List<Phrase>();
        if (earliest.First < decided.First) told.Add(new($"Vedtaket får virkning tilbake i tid fra {Nb(earliest)}.", $"The decision takes effect back in time, from {En(earliest)}."));
        if (latest.First > today) told.Add(new($"Vedtaket får virkning først fra {Nb(latest)}. Til da vises alt som før.", $"The decision does not take effect until {En(latest)}. Until then everything shows as before."));
        if (decided.Last < today && earliest.First >= decided.First && latest.First <= today)
            told.Add(new($"Vedtaket er fra {Nb(decided)} og gjelder fra da av, ikke fra i dag.", $"The decision is from {En(decided)} and holds from then on, not from today."));
        return told;
    }

    private static PartialDate? Date(JsonObject of, string word) => PartialDate.TryParse(Entry.TextOf(of[word]), null, out var date) ? date : null;

    private static string Nb(PartialDate date) => Wording.Date(date, Language.Nb);

    private static string En(PartialDate date) => Wording.Date(date, Language.En);
}
