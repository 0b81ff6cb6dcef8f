using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>What has changed of the organisations in a document since it was taken in: what differs is changed from the day that the document gives, else from today. What stands recorded of days gone by is left as it is, with a note.</summary>
internal sealed class PopoloUpdate(PopoloDocument document, PopoloOrganizations organizations, PopoloPlan plan, PopoloNames names, DateOnly today)
{
    private readonly Cluster last = names.Known.History.AsOf(DateOnly.MaxValue) ?? new(Names.From(Name.Of("?"), null, today), today);

    /// <summary>What has changed of the seats.</summary>
    public PopoloSeatUpdate Seats { get; } = new(document, plan, names, today);

    /// <summary>A body that is there.</summary>
    public void Body(BodyId id, PopoloOrganization told, BodyKind? kind, PopoloOrganization? parent)
    {
        if (!last.Bodies.TryGetValue(id, out var body)) return;
        var called = id.ToString();
        if (told.Founded is { } founded && founded != body.Established) plan.Stands($"{told.At}/founding_date", body.Established);
        if (body.Dissolved is { } gone)
        {
            if (told.Dissolved != gone.Previous) plan.Stands($"{told.At}/dissolution_date", gone.Previous);
            return;
        }
        if (PopoloBorne.Renamed(told, body.Names, plan, today) is var (from, name, english)) plan.Add(from, PopoloPlan.Step.Rename, new RenameBody(called, name, english), told.At);
        var (otherKind, otherVisibility) = (kind is { } k && k != body.Kind ? kind : null, told.More.Visibility is { } v && v != body.Visibility ? told.More.Visibility : null);
        if (otherKind is not null || otherVisibility is not null) plan.Add(today, PopoloPlan.Step.Rename, new ReclassifyBody(called, otherKind, otherVisibility), $"{told.At}/classification");
        var above = parent is null ? null : names.Of(parent);
        if (above != body.Parent?.ToString() && (parent is not null || told.Parent is not null)) plan.Add(today, PopoloPlan.Step.Rename, new MoveBody(called, Parent: new(above)), $"{told.At}/parent_id");
        Advises(body, told);
        if (told.More.Mandate is { } m && !(body.Mandate is { } mandate && mandate.Points.SequenceEqual(m.Points) && mandate.Purpose == m.Purpose && mandate.ValidThrough == m.Through && mandate.Deliverable == m.Deliverable && mandate.DueOn == m.Due))
            plan.Add(m.From is { } adopted && !(adopted.First <= body.Mandate?.From.First) ? adopted : today, PopoloPlan.Step.Mandate, new AdoptMandate(called, m.Points, m.Purpose, m.Through, m.Deliverable, m.Due), $"{told.At}/extra/mandate");
        if (told.More.Rules is { } rules && rules.Over(body.Rules) != body.Rules) plan.Add(today, PopoloPlan.Step.Mandate, rules.For(called, body.Rules), $"{told.At}/extra/rules");
        if (told.Dissolved is { } lastDay) plan.Add(lastDay.Next, PopoloPlan.Step.End, new DissolveBody(called), $"{told.At}/dissolution_date", -organizations.Depth(told));
    }

    /// <summary>Our own export tells of every body that one is advisory to; another document may tell of none.</summary>
    private void Advises(Body body, PopoloOrganization told)
    {
        var advised = told.More.AdvisoryTo.Select(organizations.Find).OfType<PopoloOrganization>().Select(names.Of).ToList();
        if ((advised.Count > 0 || document.Cluster is not null) && !advised.ToHashSet(StringComparer.Ordinal).SetEquals(body.AdvisoryTo.Select(id => id.ToString())))
            plan.Add(today, PopoloPlan.Step.Rename, new MoveBody(body.Id.ToString(), AdvisoryTo: new(advised)), $"{told.At}/extra/advisory_to");
    }

    /// <summary>A partner that is there.</summary>
    public void Partner(PartnerId id, PopoloOrganization told)
    {
        if (!last.Partners.TryGetValue(id, out var partner)) return;
        if (told.More.PartnerSince is { } since && since != partner.Admitted) plan.Stands($"{told.At}/extra/partner_since", partner.Admitted);
        if (told.Number is { } number && number != partner.OrganisationNumber) plan.Unused($"{told.At}/identifiers", $"registrert er {partner.OrganisationNumber ?? "ingen"}", $"recorded is {partner.OrganisationNumber ?? "none"}");
        if (PopoloOrganizations.KindOf<PartnerKind>(told.Classification, Vocabulary.Of) is { } kind && kind != partner.Kind) plan.Unused($"{told.At}/classification", $"registrert er {Vocabulary.Of(partner.Kind).Nb}", $"recorded is {Vocabulary.Of(partner.Kind).En}");
        var through = told.More.PartnerThrough ?? told.Dissolved;
        if (partner.Withdrawn is { } gone)
        {
            if (through != gone.Previous) plan.Stands($"{told.At}/dissolution_date", gone.Previous);
            return;
        }
        if (PopoloBorne.Renamed(told, partner.Names, plan, today) is var (from, name, english)) plan.Add(from, PopoloPlan.Step.Rename, new RenamePartner(id.ToString(), name, english), told.At);
        if (through is { } lastDay) plan.Add(lastDay.Next, PopoloPlan.Step.End, new WithdrawPartner(id.ToString()), $"{told.At}/dissolution_date");
    }

    /// <summary>What an earlier edition had and this one does not: where it tells of the cluster as a whole it has ended today, else it stays, with a note.</summary>
    public void EndWhatIsGone()
    {
        var there = document.Organizations.Select(o => names.Known.Organization(o.Id)).Concat(document.Posts.Select(p => names.Known.Seat("posts", p.Id))).Concat(document.Memberships.Select(m => names.Known.Seat("memberships", m.Key))).Concat(Seats.Matched.Select(s => (Guid?)s.Value)).ToHashSet();
        var gone = names.Known.Made.Where(m => !there.Contains(m.Value)).Select(m => (m.Key, Change: PopoloUpdates.Ending(m.Value, last))).Where(m => m.Change is not null).ToList();
        var left = Seats.Left.Where(t => !gone.Any(g => g.Change is AbolishSeat abolished && abolished.Seat == t.Seat.ToString())).ToList();
        if (organizations.Root is null)
        {
            if (gone.Count + left.Count > 0) plan.Note("", $"{gone.Count + left.Count} ting fra en tidligere utgave står ikke her lenger; de er ikke avsluttet, for dokumentet forteller ikke om hele klyngen.", $"{gone.Count + left.Count} things of an earlier edition no longer stand here; they are not ended, since the document does not tell of the whole cluster.");
            return;
        }
        foreach (var (key, change) in gone)
        {
            plan.Add(today, change is AbolishSeat ? PopoloPlan.Step.Leave : PopoloPlan.Step.End, change!, "", change is DissolveBody d ? -PopoloUpdates.Depth(last, d.Body) : 1);
            plan.Note("", $"«{key}» står ikke her lenger, og er avsluttet.", $"'{key}' no longer stands here, and is ended.");
        }
        foreach (var (seat, person) in left)
        {
            plan.Add(today, PopoloPlan.Step.Leave, new EndAppointment(seat.ToString(), Person: new Domain.People.PersonReference.Existing(person.ToString())), "");
            plan.Note("/memberships", "En medlemskap står ikke her lenger, og er avsluttet.", "A membership no longer stands here, and is ended.");
        }
    }
}
