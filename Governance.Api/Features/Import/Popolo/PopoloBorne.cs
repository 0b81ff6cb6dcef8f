using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>The names that an organisation has borne, each from its day.</summary>
internal sealed record PopoloBorne(PartialDate From, Name Name, Name? NameEn)
{
    /// <summary>Oldest first; the last is in force. A former name that nothing says the time of is left out, with a note.</summary>
    /// <param name="from">The day from which the organisation is told of.</param>
    public static IReadOnlyList<PopoloBorne> Of(PopoloOrganization organization, PartialDate from, PopoloPlan plan)
    {
        var borne = new List<PopoloBorne>();
        var next = (PartialDate?)null;
        var others = organization.OtherNames.OrderBy(n => (n.From ?? n.Through)?.First ?? DateOnly.MaxValue).ToList();
        foreach (var (i, other) in others.Index())
        {
            var through = other.Through ?? others.Skip(i + 1).Select(n => n.From?.Previous).OfType<PartialDate>().Cast<PartialDate?>().FirstOrDefault();
            if (through is not { } last) plan.Note(other.At, $"«{other.Name}» har ingen siste dag og er utelatt: ingenting sier når navnet var i bruk.", $"'{other.Name}' has no last day and is left out: nothing says when the name was in use.");
            else if (last.Last < from.First) plan.Note(other.At, $"«{other.Name}» er utelatt: navnet var i bruk før {from}.", $"'{other.Name}' is left out: the name was in use before {from}.");
            else Take(new(other.From ?? next ?? from, other.Name, other.NameEn), last);
        }
        Take(new(next ?? from, organization.Name, organization.More.NameEn), null);
        return borne;

        void Take(PopoloBorne taken, PartialDate? through)
        {
            if (borne.Count == 0 || taken.From.First <= from.First) borne = [taken with { From = from }];
            else borne.Add(taken);
            next = through?.Next;
        }
    }

    /// <summary>The name that an organisation takes, and when, where another is recorded; null where it is the same.</summary>
    public static (PartialDate From, Name Name, Name? English)? Renamed(PopoloOrganization told, Names recorded, PopoloPlan plan, PartialDate today)
    {
        var borne = Of(told, recorded.All[0].Period.From, plan)[^1];
        foreach (var other in told.OtherNames.Where(n => n.Name.Text != borne.Name.Text && !recorded.All.Any(r => r.Name.Text == n.Name.Text)))
            plan.Unused(other.At, "navnet gjelder dager som er gått, og er ikke registrert for dem", "the name is of days gone by, and is not recorded for them");
        var english = borne.NameEn ?? (borne.Name.Text == recorded.Current.Name.Text ? recorded.Current.NameEn : null);
        if (borne.Name.Text == recorded.Current.Name.Text && english?.Text == recorded.Current.NameEn?.Text) return null;
        return (borne.From.First > recorded.Current.Period.From.First ? borne.From : today, borne.Name, english);
    }
}
