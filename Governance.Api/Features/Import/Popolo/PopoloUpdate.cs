using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>What has changed in a document since it was taken in: what differs is changed from the day that the document gives, else from today. What stands recorded of days gone by is left as it is, with a note.</summary>
internal sealed class PopoloUpdate(PopoloDocument document, PopoloOrganizations organizations, PopoloPlan plan, PopoloNames names, DateOnly today)
{
    private readonly ClusterHistory history = names.Known.History;
    private readonly Cluster last = names.Known.History.AsOf(DateOnly.MaxValue) ?? new(Names.From(Name.Of("?"), null, today), today);
    private readonly PopoloTenures tenures = new(names.Known.History);

    /// <summary>The day on which it is taken in.</summary>
    public PartialDate Today => today;

    /// <summary>A body that is there.</summary>
    public void Body(BodyId id, PopoloOrganization told, BodyKind? kind, PopoloOrganization? parent)
    {
        if (!last.Bodies.TryGetValue(id, out var body)) return;
        var called = id.ToString();
        if (told.Founded is { } founded && founded != body.Established) Stands($"{told.At}/founding_date", body.Established);
        if (body.Dissolved is { } gone)
        {
            if (told.Dissolved != gone.Previous) Stands($"{told.At}/dissolution_date", gone.Previous);
            return;
        }
        if (Renamed(told, body.Names) is var (from, name, english)) plan.Add(from, PopoloPlan.Step.Rename, new RenameBody(called, name, english), told.At);
        var (otherKind, otherVisibility) = (kind is { } k && k != body.Kind ? kind : null, told.More.Visibility is { } v && v != body.Visibility ? told.More.Visibility : null);
        if (otherKind is not null || otherVisibility is not null) plan.Add(today, PopoloPlan.Step.Rename, new ReclassifyBody(called, otherKind, otherVisibility), $"{told.At}/classification");
        var above = parent is null ? null : names.Of(parent);
        if (above != body.Parent?.ToString() && (parent is not null || told.Parent is not null)) plan.Add(today, PopoloPlan.Step.Rename, new MoveBody(called, Parent: new(above)), $"{told.At}/parent_id");
        if (told.More.Mandate is { } m && !(body.Mandate is { } mandate && mandate.Points.SequenceEqual(m.Points) && mandate.Purpose == m.Purpose && mandate.ValidThrough == m.Through && mandate.Deliverable == m.Deliverable && mandate.DueOn == m.Due))
            plan.Add(m.From is { } adopted && !(adopted.First <= body.Mandate?.From.First) ? adopted : today, PopoloPlan.Step.Mandate, new AdoptMandate(called, m.Points, m.Purpose, m.Through, m.Deliverable, m.Due), $"{told.At}/extra/mandate");
        if (told.More.Rules is { } rules && rules.Over(body.Rules) != body.Rules) plan.Add(today, PopoloPlan.Step.Mandate, rules.For(called, body.Rules), $"{told.At}/extra/rules");
        if (told.Dissolved is { } lastDay) plan.Add(lastDay.Next, PopoloPlan.Step.End, new DissolveBody(called), $"{told.At}/dissolution_date", -organizations.Depth(told));
    }

    /// <summary>A partner that is there.</summary>
    public void Partner(PartnerId id, PopoloOrganization told)
    {
        if (!last.Partners.TryGetValue(id, out var partner)) return;
        if (told.More.PartnerSince is { } since && since != partner.Admitted) Stands($"{told.At}/extra/partner_since", partner.Admitted);
        var through = told.More.PartnerThrough ?? told.Dissolved;
        if (partner.Withdrawn is { } gone)
        {
            if (through != gone.Previous) Stands($"{told.At}/dissolution_date", gone.Previous);
            return;
        }
        if (Renamed(told, partner.Names) is var (from, name, english)) plan.Add(from, PopoloPlan.Step.Rename, new RenamePartner(id.ToString(), name, english), told.At);
        if (through is { } lastDay) plan.Add(lastDay.Next, PopoloPlan.Step.End, new WithdrawPartner(id.ToString()), $"{told.At}/dissolution_date");
    }

    /// <summary>A seat that is there, as the document describes it now.</summary>
    public void Seat(SeatId id, PopoloPost post, CreateSeat told)
    {
        if (!last.SeatBodies.TryGetValue(id, out var body) || last.Bodies[body].Seat(id) is not { } seat) return;
        if (PopoloUpdates.Differing(seat, told, last) is { } change) plan.Add(today, PopoloPlan.Step.Seat, change, post.At);
        if (post.Through is { } lastDay) plan.Add(lastDay.Next, PopoloPlan.Step.Leave, new AbolishSeat(id.ToString()), $"{post.At}/end_date", 1);
    }

    /// <summary>Somebody's time in a seat that is there; false where it is not recorded yet.</summary>
    public bool Held(SeatId seat, PopoloMembership told, PopoloPerson person, Domain.People.PersonReference.Known? substitute)
    {
        if (names.Known.Person(person.Id) is not { } id || tenures.Take(seat, new(id), told.From) is not { } held) return false;
        if (held.Through is { } gone)
        {
            if (told.Through != gone) Stands($"{told.At}/end_date", gone);
            return true;
        }
        if (told.TermThrough is { } term && held.Term != term) plan.Add(today, PopoloPlan.Step.Appoint, new ExtendAppointment(term, seat.ToString(), Person: new Domain.People.PersonReference.Known(id.ToString())), $"{told.At}/extra/term_through");
        if (told.Leave is { } leave && held.Leave is null) plan.Add(leave.From.First < held.From.First ? held.From : leave.From, PopoloPlan.Step.Appoint, new GrantLeave(seat.ToString(), Substitute: substitute), leave.At, 1);
        // A document of others does not tell of leave.
        else if (told.Leave is null && held.Leave is not null && document.Cluster is not null && told.Through is null) plan.Add(today, PopoloPlan.Step.Appoint, new EndLeave(seat.ToString()), told.At, 1);
        if (told.Through is not { } lastDay) return true;
        plan.Add(lastDay.Next, PopoloPlan.Step.Leave, new EndAppointment(seat.ToString(), Person: new Domain.People.PersonReference.Known(id.ToString())), $"{told.At}/end_date");
        if (told.Post is null) plan.Add(lastDay.Next, PopoloPlan.Step.Leave, new AbolishSeat(seat.ToString()), $"{told.At}/end_date", 1);
        return true;
    }

    /// <summary>What an earlier edition had and this one does not: where it tells of the cluster as a whole it has ended today, else it stays, with a note.</summary>
    public void EndWhatIsGone()
    {
        var there = document.Organizations.Select(o => names.Known.Organization(o.Id)).Concat(document.Posts.Select(p => names.Known.Seat("posts", p.Id))).Concat(document.Memberships.Select(m => names.Known.Seat("memberships", m.Key))).ToHashSet();
        var gone = names.Known.Made.Where(m => !there.Contains(m.Value)).Select(m => (m.Key, Change: PopoloUpdates.Ending(m.Value, last))).Where(m => m.Change is not null).ToList();
        var left = tenures.Left(names.Known).Where(t => !gone.Any(g => g.Change is AbolishSeat abolished && abolished.Seat == t.Seat.ToString())).ToList();
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
            plan.Add(today, PopoloPlan.Step.Leave, new EndAppointment(seat.ToString(), Person: new Domain.People.PersonReference.Known(person.ToString())), "");
            plan.Note("/memberships", "En medlemskap står ikke her lenger, og er avsluttet.", "A membership no longer stands here, and is ended.");
        }
    }

    private (PartialDate From, Name Name, Name? English)? Renamed(PopoloOrganization told, Names recorded)
    {
        var borne = PopoloBorne.Of(told, recorded.All[0].Period.From, plan)[^1];
        var english = borne.NameEn ?? (borne.Name.Text == recorded.Current.Name.Text ? recorded.Current.NameEn : null);
        if (borne.Name.Text == recorded.Current.Name.Text && english?.Text == recorded.Current.NameEn?.Text) return null;
        return (borne.From.First > recorded.Current.Period.From.First ? borne.From : today, borne.Name, english);
    }

    private void Stands(string at, PartialDate recorded) => plan.Note(
        at, $"Registrert er {recorded}, og det står: et vedtak som er ført feil, rettes med en retting.", $"Recorded is {recorded}, and that stands: a decision entered wrongly is put right by a correction.");
}
