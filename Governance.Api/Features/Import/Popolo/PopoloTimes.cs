using Governance.Domain.Time;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>When memberships began and ended: as they say themselves, else as the event they name, no longer than the person lived, and no longer than until the next one in the post began.</summary>
internal static class PopoloTimes
{
    /// <summary>The document with the dates of its memberships filled in.</summary>
    /// <param name="today">What ends later is no end yet.</param>
    public static PopoloDocument Told(PopoloDocument document, PopoloPlan plan, DateOnly today)
    {
        var events = document.Events.DistinctBy(e => e.Id).ToDictionary(e => e.Id, StringComparer.Ordinal);
        var persons = document.Persons.DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var named = document.Memberships.Select(m => m.Period).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        List<PopoloMembership> told = [.. document.Memberships.Select(m => Lived(During(m)))];
        foreach (var unused in document.Events.Where(e => (e.From ?? e.Through) is not null && !used.Contains(e.At)))
            if (named.Contains(unused.Id)) plan.Note(unused.At, "Medlemskapene som viser til hendelsen, har datoer selv; hendelsens er ikke brukt.", "The memberships that name the event have dates of their own; its dates are not used.");
            else plan.Note(unused.At, "Ingen medlemskap viser til hendelsen; datoene er ikke brukt.", "No membership names the event; its dates are not used.");
        foreach (var unused in document.Persons.Where(p => p.Died is not null && !used.Contains(p.At)))
            plan.Note($"{unused.At}/death_date", "Er ikke brukt: personen hadde ingen verv da.", "Is not used: the person held nothing then.");
        return document with { Memberships = Followed(told) };

        PopoloMembership During(PopoloMembership m)
        {
            if (m.Period is not { } period) return m;
            if (!events.TryGetValue(period, out var during))
            {
                plan.Note($"{m.At}/legislative_period_id", $"Dokumentet har ingen hendelse «{period}»; den er ikke brukt.", $"The document has no event '{period}'; it is not used.");
                return m;
            }
            if ((m.From is null && during.From is not null) || ((m.Through ?? m.TermThrough) is null && during.Through is not null)) used.Add(during.At);
            // A period that is over is over for those who sat in it; one that lasts is the term of those who sit, who may stay.
            return m with { From = m.From ?? during.From, Through = m.Through ?? (during.Through?.Last < today ? during.Through : null), TermThrough = m.TermThrough ?? during.Through };
        }

        PopoloMembership Lived(PopoloMembership m)
        {
            if (persons.GetValueOrDefault(m.Person)?.Died is not { } died || m.Through?.Last <= died.Last || m.From?.First > died.Last) return m;
            used.Add(persons[m.Person].At);
            plan.Note($"{m.At}/end_date", $"Vervet varte til personen døde, {died}.", $"It was held until the person died, {died}.");
            return m with { Through = died };
        }

        List<PopoloMembership> Followed(List<PopoloMembership> all)
        {
            var begun = all.Where(m => m is { Post: not null, From: not null }).ToLookup(m => (m.Post!, m.From!.Value));
            return [.. all.Select(m => m is { Post: { } post, Through: { Precision: Precision.Day } last } && m.From?.First < last.First && begun[(post, last)].Any() ? Handed(m, last) : m)];
        }

        PopoloMembership Handed(PopoloMembership m, PartialDate last)
        {
            plan.Note($"{m.At}/end_date", $"Den neste i vervet begynte {last}; dagen før er regnet som siste dag.", $"The next one in the post began on {last}; the day before is taken as the last.");
            return m with { Through = last.Previous };
        }
    }
}
