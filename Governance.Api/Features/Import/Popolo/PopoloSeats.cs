using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Views;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Tells of the posts as seats and of the memberships as appointments to them; a membership without a post has a seat of its own, for as long as it lasts.</summary>
/// <param name="from">The day from which an organisation is told of.</param>
internal sealed class PopoloSeats(PopoloDocument document, PopoloOrganizations organizations, PopoloPlan plan, Func<PopoloOrganization, PartialDate> from)
{
    private readonly Dictionary<string, PopoloPost> posts = document.Posts.ToDictionary(p => p.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, string> persons = document.Persons.ToDictionary(p => p.Id, p => PopoloKeys.Of("persons", p.Id, p.At), StringComparer.Ordinal);
    private readonly ILookup<string, PopoloPost> deputies = document.Posts.Where(p => p.DeputyFor is not null).ToLookup(p => p.DeputyFor!, StringComparer.Ordinal);
    private readonly ILookup<string, PopoloMembership> held = document.Memberships.Where(m => m.Post is not null).ToLookup(m => m.Post!, StringComparer.Ordinal);

    public void Tell()
    {
        foreach (var body in document.Posts.GroupBy(p => p.Organization, StringComparer.Ordinal))
            foreach (var (place, post) in body.Index()) Seat(post, place + 1);
        foreach (var membership in document.Memberships) Held(membership);
    }

    private void Seat(PopoloPost post, int order)
    {
        var body = organizations.Find(post.Organization)!;
        var principal = held[post.Id].Select(m => m.OnBehalfOf).OfType<string>().LastOrDefault() ?? post.RepresentsId;
        var (role, title) = Role(post.Role, post.Label, $"{post.At}/role");
        var seat = new CreateSeat("#" + KeyOf(body), role, title, post.Votes, order, Represents(principal, post.Represents), post.DeputyFor is { } other ? "#" + KeyOf(posts[other]) : null) { Ref = KeyOf(post) };
        Seat(seat, Begins(post, body, principal), post.Through, post.At);
    }

    private void Seat(CreateSeat seat, PartialDate begins, PartialDate? through, string at)
    {
        plan.Add(begins, PopoloPlan.Step.Seat, seat, at, seat.DeputyFor is null ? 0 : 1);
        if (through is { } last) plan.Add(last.Next, PopoloPlan.Step.Leave, new AbolishSeat("#" + seat.Ref), at, 1);
    }

    private void Held(PopoloMembership membership)
    {
        var post = membership.Post is { } id ? posts[id] : null;
        var body = organizations.Find(post?.Organization ?? membership.Organization)!;
        var key = post is null ? PopoloKeys.Of("memberships", membership.At["/memberships/".Length..], membership.At) : KeyOf(post);
        var begins = membership.From ?? (post is null ? from(body) : Begins(post, body, membership.OnBehalfOf));
        if (membership.From is null) plan.Note($"{membership.At}/start_date", $"Mangler; {begins} er brukt.", $"Is missing; {begins} is used.");
        if (post is null)
        {
            var (role, title) = Role(membership.Role, membership.Label, $"{membership.At}/role");
            Seat(new CreateSeat("#" + KeyOf(body), role, title, Represents: Represents(membership.OnBehalfOf, null)) { Ref = key }, begins, membership.Through, membership.At);
        }
        var person = new PersonReference.Known("#" + persons[membership.Person]);
        plan.Add(begins, PopoloPlan.Step.Appoint, new Appoint(person, Seat: "#" + key, TermThrough: membership.TermThrough ?? membership.Through), membership.At);
        if (membership.Through is { } last) plan.Add(last.Next, PopoloPlan.Step.Leave, new EndAppointment("#" + key), $"{membership.At}/end_date");
    }

    /// <summary>A post without a date is there from when somebody first holds it or is deputy for it; else, as the seat it is deputy for; else from when both its body and whom it speaks for are there.</summary>
    private PartialDate Begins(PopoloPost post, PopoloOrganization body, string? principal)
    {
        if (deputies[post.Id].Append(post).Select(Dated).OfType<PartialDate>().Cast<PartialDate?>().MinBy(d => d!.Value.First) is { } dated) return dated;
        if (post.DeputyFor is { } id && posts[id] is var other && other.DeputyFor is null) return Begins(other, organizations.Find(other.Organization)!, other.RepresentsId);
        var (here, there) = (from(body), organizations.Find(principal) is { } found && found != organizations.Root ? from(found) : (PartialDate?)null);
        return there is { } later && later.First > here.First ? later : here;
    }

    private PartialDate? Dated(PopoloPost post) => post.From ?? held[post.Id].Select(m => m.From).OfType<PartialDate>().Cast<PartialDate?>().MinBy(d => d!.Value.First);

    /// <summary>A role in our words or in those on screen; what else it is called is the seat's title.</summary>
    private (SeatRole Role, string? Title) Role(string? role, string? label, string at)
    {
        var known = PopoloOrganizations.KindOf<SeatRole>(role, Vocabulary.Of) ?? PopoloOrganizations.KindOf<SeatRole>(label, Vocabulary.Of);
        if (known is null && (role ?? label) is { } word) plan.Note(at, $"«{word}» er ikke en av våre roller; «member» er brukt, med teksten som tittel.", $"'{word}' is not one of our roles; 'member' is used, with the text as title.");
        var title = label ?? role;
        return (known ?? SeatRole.Member, title is not null && PopoloOrganizations.KindOf<SeatRole>(title, Vocabulary.Of) is null ? title : null);
    }

    private string? Represents(string? id, string? name) => organizations.Find(id) is { } found && found != organizations.Root ? "#" + KeyOf(found) : name;

    private static string KeyOf(PopoloPost post) => PopoloKeys.Of("posts", post.Id, post.At);

    private static string KeyOf(PopoloOrganization organization) => PopoloKeys.Of("organizations", organization.Id, organization.At);
}
