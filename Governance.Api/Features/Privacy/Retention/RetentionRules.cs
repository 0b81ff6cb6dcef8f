using Governance.Api.EventStore;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Privacy.Retention;

/// <summary>Finds what is kept past its time.</summary>
public sealed class RetentionRules(EventLog log, Recording.Drafts.SavedDrafts drafts, Pruning pruning)
{
    private const int DaysToDecide = 30;
    private const int DaysOfDraft = 365;

    /// <summary>The report of a cluster on the day of the view.</summary>
    public async Task<RetentionReport> ReportAsync(string cluster, Viewpoint view, CancellationToken ct)
    {
        var rows = (await log.ReadPeopleAsync(cluster, ct: ct)).Where(r => !r.Erased).ToList();
        var lines = new List<RetentionLine> { AfterOffice(view, rows), Waiting(view, rows), await DraftsAsync(cluster, view, ct) };
        foreach (var prunable in Prunable.All)
            lines.Add(new(prunable.Data, prunable.Label.In(view.Language), prunable.Why.In(view.Language), Days(prunable.Days).In(view.Language), "deleted", await pruning.CountAsync(prunable, cluster, ct)));
        return new(view.AsOf, lines);
    }

    private static RetentionLine AfterOffice(Viewpoint view, IReadOnlyList<Person> rows)
    {
        var gone = OutOfOffice.On(view.History, view.AsOf.AddYears(-PersonField.YearsAfterOffice));
        var fields = PersonField.All.Where(f => f.IsAfterOffice).ToList();
        var past = from row in rows
                   let person = view.History.Aliases.GetValueOrDefault(new(row.Id), new(row.Id))
                   where gone.ContainsKey(person)
                   let held = fields.Where(f => f.Has(row)).Select(f => f.Field).ToList()
                   where held.Count > 0
                   orderby gone[person], row.Id
                   select new RetainedPerson(new(person, view.NameOf(person)), gone[person], held);
        return Of(view, "after-office", new("Kontaktopplysninger, kjønn og id i andre registre", "Contact details, gender and ids in other registers"),
            new("Trengs mens personen har verv.", "Needed while the person holds a seat."), new($"{PersonField.YearsAfterOffice} år etter siste verv.", $"{PersonField.YearsAfterOffice} years after the last seat."), [.. past]);
    }

    private static RetentionLine Waiting(Viewpoint view, IReadOnlyList<Person> rows)
    {
        var past = from row in rows
                   where row.ErasureAskedAt is not null
                   let asked = view.History.DayAt(row.ErasureAskedAt!.Value)
                   where asked.AddDays(DaysToDecide) < view.AsOf
                   orderby asked, row.Id
                   select new RetainedPerson(new(new PersonId(row.Id), view.NameOf(new PersonId(row.Id))), asked, ["erasureAskedAt"]);
        return Of(view, "erasures-asked-for", new("Slettinger det er bedt om", "Erasures asked for"), new("Venter på en annen administrator.", "Wait for another admin."), Days(DaysToDecide), [.. past]);
    }

    private async Task<RetentionLine> DraftsAsync(string cluster, Viewpoint view, CancellationToken ct)
    {
        var old = (await drafts.OpenAsync(cluster, ct)).Count(d => view.History.DayAt(d.SavedAt).AddDays(DaysOfDraft) < view.AsOf);
        return new("drafts", new Phrase("Utkast", "Drafts").In(view.Language), new Phrase("Til vedtaket er protokollført.", "Until the decision is recorded.").In(view.Language), Days(DaysOfDraft).In(view.Language), "reported", old);
    }

    private static RetentionLine Of(Viewpoint view, string data, Phrase label, Phrase why, Phrase kept, IReadOnlyList<RetainedPerson> past) =>
        new(data, label.In(view.Language), why.In(view.Language), kept.In(view.Language), "reported", past.Count, past);

    private static Phrase Days(int days) => days % 365 == 0 ? new($"{days / 365} år.", $"{days / 365} {(days == 365 ? "year" : "years")}.") : new($"{days} dager.", $"{days} days.");
}
