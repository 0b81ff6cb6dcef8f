using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Tells of the posts as seats and of the memberships as appointments to them; a membership without a post has a seat of its own, for as long as it lasts.</summary>
/// <param name="from">The day from which an organisation is told of.</param>
internal sealed class PopoloSeats(
    PopoloDocument document, PopoloOrganizations organizations, PopoloPlan plan, PopoloNames names, PopoloSeatUpdate update, Func<PopoloOrganization, PartialDate> from)
{
    private readonly Dictionary<string, PopoloPost> posts = document.Posts.ToDictionary(p => p.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, PopoloPerson> persons = document.Persons.ToDictionary(p => p.Id, StringComparer.Ordinal);
    private readonly ILookup<string, PopoloPost> deputies = document.Posts.Where(p => p.DeputyFor is not null).ToLookup(p => p.DeputyFor!, StringComparer.Ordinal);
    private readonly ILookup<string, PopoloMembership> held = document.Memberships.Where(m => m.Post is not null).ToLookup(m => m.Post!, StringComparer.Ordinal);

    public void Tell()
    {
        foreach (var body in document.Posts.GroupBy(p => p.Organization, StringComparer.Ordinal))
            foreach (var (place, post) in body.Index()) Seat(post, post.Order ?? place + 1);
        foreach (var membership in document.Memberships) Held(membership);
    }

    private void Seat(PopoloPost post, int order)
    {
        var body = organizations.Find(post.Organization)!;
        var principals = PopoloPrincipals.Of(post, held[post.Id]);
        var known = names.Known.Seat("posts", post.Id);
        var principal = known is null ? principals[0].Id : principals[^1].Id;
        var (role, title) = Role(post);
        var office = post.ExOfficio is { } o ? new ExOfficioSeat(names.Of(organizations.Find(o.Organization)!), o.Role, o.All ? true : null) : null;
        var seat = new CreateSeat(
            names.Of(body), role, title, post.Votes, order, Represents(principal, post.Represents), post.DeputyFor is { } other ? names.Of(posts[other]) : null, office, post.UserRepresentative, post.HeldByOrganisation)
        {
            Ref = PopoloNames.RefOf(post),
        };
        if (known is { } id)
        {
            update.Seat(new(id), seat with { Order = null }, post.Order, post.Through, post.At);
            return;
        }
        if (post.Personal)
        {
            if (!held[post.Id].Any()) plan.Unused(post.At, "plassen følger den som har den, og ingen har den", "the seat goes with its holder, and nobody holds it");
            return;
        }
        var begins = Begins(post, body, principal);
        if (post.From is { } first && first != begins) plan.Unused($"{post.At}/start_date", $"plassen har en vara fra {begins}", $"the seat has a deputy from {begins}");
        Seat(seat, body, begins, post.Through, post.At);
        foreach (var (whom, since, at) in principals.Skip(1))
            plan.Add(since!.Value, PopoloPlan.Step.Seat, new ChangeSeat(names.Of(post), Represents: new(Represents(whom, post.Represents))), at, 2);
    }

    private void Seat(CreateSeat seat, PopoloOrganization body, PartialDate begins, PartialDate? through, string at)
    {
        plan.Add(begins, PopoloPlan.Step.Seat, seat, at, seat.DeputyFor is null ? 0 : 1);
        if (IsBefore(begins, body)) plan.TellBodiesFirst();
        else if (through is { } last) plan.Add(last.Next, PopoloPlan.Step.Leave, new AbolishSeat("#" + seat.Ref), at, 1);
    }

    private void Held(PopoloMembership membership)
    {
        if (IsDerived(membership)) return;
        var post = membership.Post is { } id ? posts[id] : null;
        var body = organizations.Find(post?.Organization ?? membership.Organization)!;
        var person = persons[membership.Person];
        var own = post is null ? Own(membership, body) : null;
        var known = own is null ? names.Known.Seat("posts", post!.Id) : names.Known.Seat("memberships", membership.Key) ?? update.SeatOf(membership, own, organizations.Root is not null);
        if (own is not null && known is { } kept) update.Seat(new(kept), own, null, null, membership.At);
        if (post is not null) NoteOtherwise(membership, post);
        if (known is { } there && update.Held(new(there), membership, person, membership.Leave is { } away ? SubstituteOf(away, post) : null)) return;
        var begins = membership.From ?? (known is not null ? update.Today : post is null ? from(body) : Begins(post, body, membership.OnBehalfOf));
        if (membership.From is null) plan.Note($"{membership.At}/start_date", $"Mangler; {begins} er brukt.", $"Is missing; {begins} is used.");
        var personal = post is { Personal: true } && known is null;
        if (own is not null && known is null) Seat(own, body, begins, membership.Through, membership.At);
        if (IsBefore(begins, body)) return;
        var seat = post is null ? names.Of(membership) : names.Of(post);
        var appoint = new Appoint(new PersonReference.Existing(names.Of(person)), Seat: seat, TermThrough: FollowsFromRules(membership, body) ? null : membership.TermThrough ?? Coarse(membership.Through));
        plan.Add(begins, PopoloPlan.Step.Appoint, personal ? Personal(appoint, post!, body) : appoint, membership.At);
        if (membership.Leave is { } leave) plan.Add(leave.From.First < begins.First ? begins : leave.From, PopoloPlan.Step.Appoint, new GrantLeave(seat, Substitute: SubstituteOf(leave, post)), leave.At, 1);
        if (membership.Through is { } last && !Lapses(membership, body)) plan.Add(last.Next, PopoloPlan.Step.Leave, new EndAppointment(seat), $"{membership.At}/end_date");
    }

    /// <summary>The seat of its own that a membership without a post has.</summary>
    private CreateSeat Own(PopoloMembership membership, PopoloOrganization body)
    {
        var (role, title) = Role(membership.Role, membership.Label, $"{membership.At}/role");
        return new(names.Of(body), role, title, Represents: Represents(membership.OnBehalfOf, null)) { Ref = PopoloNames.RefOf(membership) };
    }

    /// <summary>In a post it is the post that says what the place is.</summary>
    private void NoteOtherwise(PopoloMembership membership, PopoloPost post)
    {
        if (membership.Organization is not "" && membership.Organization != post.Organization) plan.Unused($"{membership.At}/organization_id", "vervet er i organisasjonen som plassen er i", "the post says which organisation it is in");
        string?[] said = [post.Role, post.Label, post.Title];
        if (membership.Label is { } label && !said.Contains(label)) plan.Unused($"{membership.At}/label", "plassen sier hva vervet kalles", "the post says what the place is called");
        if (membership.Role is { } role && !said.Contains(role)) plan.Unused($"{membership.At}/role", "plassen sier hvilken rolle det er", "the post says which role it is");
    }

    /// <summary>The substitute that a leave names; null where whoever is deputy acts.</summary>
    private PersonReference.Existing? SubstituteOf(PopoloLeave leave, PopoloPost? post)
    {
        if (leave.Substitute is not { } id || post is not null && deputies[post.Id].Any(d => held[d.Id].Any(m => m.Person == id))) return null;
        if (persons.TryGetValue(id, out var substitute)) return new(names.Of(substitute));
        plan.Note($"{leave.At}/acting_person_id", "Ingen i dokumentet har denne id-en; hvem som møter, er ikke brukt.", "Nobody in the document has this id; who acts is not used.");
        return null;
    }

    /// <summary>A seat that goes with whoever holds it is made by the appointment.</summary>
    private Appoint Personal(Appoint appoint, PopoloPost post, PopoloOrganization body)
    {
        var (role, title) = Role(post);
        return appoint with { Body = names.Of(body), Role = role, Title = title, Represents = Represents(post.RepresentsId, post.Represents), Ref = PopoloNames.RefOf(post) };
    }

    /// <summary>A last day is no term, but one that is known to the month or year alone is where a successor of the same one takes over.</summary>
    private static PartialDate? Coarse(PartialDate? through) => through is { Precision: not Precision.Day } ? through : null;

    /// <summary>A term that the rules give is not told as decided.</summary>
    private static bool FollowsFromRules(PopoloMembership membership, PopoloOrganization body) => membership is { IsTermByRule: true, Through: null } && body.More.Rules?.TermLength is not null;

    /// <summary>Whoever holds a post by virtue of office does so because of the office.</summary>
    private bool IsDerived(PopoloMembership membership) => membership.Derived || (membership.Post is { } post && posts[post].ExOfficio is not null);

    private bool IsBefore(PartialDate day, PopoloOrganization body) => names.Known.Organization(body.Id) is null && day.First < from(body).First;

    /// <summary>A post without a date is there from when somebody first holds it or is deputy for it; else, as the seat it is deputy for; else from when both its body and whom it speaks for are there.</summary>
    private PartialDate Begins(PopoloPost post, PopoloOrganization body, string? principal)
    {
        if (deputies[post.Id].Append(post).Select(Dated).OfType<PartialDate>().Cast<PartialDate?>().MinBy(d => d!.Value.First) is { } dated) return dated;
        if (post.DeputyFor is { } id && posts[id] is var other && other.DeputyFor is null) return Begins(other, organizations.Find(other.Organization)!, other.RepresentsId);
        var (here, there) = (from(body), organizations.Find(principal) is { } found && found != organizations.Root ? from(found) : (PartialDate?)null);
        return there is { } later && later.First > here.First ? later : here;
    }

    private PartialDate? Dated(PopoloPost post) => post.From ?? held[post.Id].Select(m => m.From).OfType<PartialDate>().Cast<PartialDate?>().MinBy(d => d!.Value.First);

    /// <summary>Whether it ends with the term by the body's own rules, without anybody leaving.</summary>
    private static bool Lapses(PopoloMembership membership, PopoloOrganization body) => body.More.Rules?.CarryOver == false && membership.TermThrough == membership.Through;

    private (SeatRole Role, string? Title) Role(PopoloPost post)
    {
        var (role, title) = Role(post.Role, post.Label, $"{post.At}/role");
        if (post.Title is { } own && title is { } label && label != own) plan.Unused($"{post.At}/label", $"plassens tittel er {own}", $"the title of the post is {own}");
        return (role, post.Title ?? title);
    }

    private (SeatRole Role, string? Title) Role(string? role, string? label, string at)
    {
        var (known, title) = PopoloRoles.Of(role, label);
        if (known is null && (role ?? label) is { } word) plan.Note(at, $"«{word}» er ikke en av våre roller; «member» er brukt, med teksten som tittel.", $"'{word}' is not one of our roles; 'member' is used, with the text as title.");
        return (known ?? SeatRole.Member, title);
    }

    private string? Represents(string? id, string? name) => organizations.Find(id) is { } found && found != organizations.Root ? names.Of(found) : name;
}
