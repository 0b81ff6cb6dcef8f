using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions.Drafting;

/// <summary>What the texts in a decision mean: an id, a name on the change's own day, or <c>#ref</c>. What means nothing is refused with candidates.</summary>
internal static class References
{
    public static BodyId? Body(this Draft draft, string text, string member) => draft.OneBody(text, member, draft.IsThere);

    /// <summary>A dissolved body; where none bears the name, a living one, for the rules to say so.</summary>
    public static BodyId? DissolvedBody(this Draft draft, string text, string member)
    {
        var isLiving = !draft.BodiesNamed(Name.Of(text), b => !b.IsLiving).Any();
        return draft.OneBody(text, member, b => b.IsLiving == isLiving);
    }

    public static IReadOnlyList<BodyId> Bodies(this Draft draft, IReadOnlyList<string>? texts, string member, bool alsoDissolved = false) =>
        [.. (texts ?? []).Select(t => draft.OneBody(t, member, b => alsoDissolved || draft.IsThere(b))).OfType<BodyId>()];

    public static PartnerId? Partner(this Draft draft, string text, string member)
    {
        var found = draft.Find(text, NewReferenceKind.Partner, draft.KnownPartner, draft.PartnersNamed);
        return draft.Only(text, member, found, ViolationCode.UnknownPartner) is { } id ? new(id) : null;
    }

    public static SeatId? Seat(this Draft draft, string text, string member)
    {
        var found = draft.Find(text, NewReferenceKind.Seat, id => draft.Running.SeatBodies.ContainsKey(new(id)) || draft.Kept.Made(NewReferenceKind.Seat, id), _ => []);
        return draft.Only(text, member, found, ViolationCode.UnknownSeat) is { } id ? new(id) : null;
    }

    /// <summary>A person known by id or ref, as whom they are after merges.</summary>
    public static PersonId? Person(this Draft draft, PersonReference reference, string member)
    {
        if (reference is PersonReference.New person) return draft.Registered[person];
        var text = ((PersonReference.Existing)reference).Key;
        var history = draft.History;
        var found = draft.Find(text, NewReferenceKind.Person, id => history.Persons.ContainsKey(new(id)), _ => []);
        return draft.Only(text, member, found, ViolationCode.UnknownPerson) is { } id ? history.Aliases.GetValueOrDefault(new(id), new(id)) : null;
    }

    /// <summary>A partner, a body, or else an outside organisation by its name.</summary>
    public static Represents? Represents(this Draft draft, string? text, string member)
    {
        if (text is null) return null;
        var partner = draft.Find(text, NewReferenceKind.Partner, draft.KnownPartner, draft.PartnersNamed);
        if (partner.Count > 0) return draft.Only(text, member, partner, ViolationCode.UnknownPartner) is { } id ? new(Partner: new(id)) : null;
        var body = draft.Find(text, NewReferenceKind.Body, id => draft.EverExisted(new(id)), name => draft.BodiesNamed(name, draft.IsThere));
        if (body.Count > 0) return draft.Only(text, member, body, ViolationCode.UnknownBody) is { } id ? new(Body: new(id)) : null;
        if (!text.StartsWith('#') && !Guid.TryParse(text, out _)) return new(Outside: text);
        draft.Refuse(ViolationCode.UnknownPartner, member, text);
        return null;
    }

    private static bool KnownPartner(this Draft draft, Guid id) =>
        draft.Before.Partners.ContainsKey(new(id)) || draft.Running.Partners.ContainsKey(new(id)) || draft.Kept.Made(NewReferenceKind.Partner, id);

    private static BodyId? OneBody(this Draft draft, string text, string member, Func<Body, bool> such)
    {
        var found = draft.Find(text, NewReferenceKind.Body, id => draft.EverExisted(new(id)), name => draft.BodiesNamed(name, such));
        return draft.Only(text, member, found, ViolationCode.UnknownBody) is { } id ? new(id) : null;
    }

    private static List<Candidate> Find(this Draft draft, string text, NewReferenceKind kind, Func<Guid, bool> known, Func<Name, IEnumerable<Candidate>> named)
    {
        if (text.StartsWith('#')) return draft.Refs.Find(text[1..], kind) is { } made ? [new(made, text)] : [];
        if (kind == NewReferenceKind.Person && draft.Refs.Find(text, kind) is { } key) return [new(key, text)];
        if (Guid.TryParse(text, out var id)) return known(id) ? [new(id, text)] : [];
        var found = named(Name.Of(text)).ToList();
        if (found is [var one]) draft.Named[$"{kind} {text} {draft.From}"] = one.Id;
        return found;
    }

    private static Guid? Only(this Draft draft, string text, string member, List<Candidate> found, ViolationCode unknown)
    {
        if (found is [var one]) return one.Id;
        if (found.Count > 1) draft.Refuse(ViolationCode.AmbiguousName, member, text, found);
        else if (unknown == ViolationCode.UnknownBody) draft.Refuse(draft.Missing(text) with { Member = member, About = text });
        else draft.Refuse(unknown, member, text);
        return null;
    }

    /// <summary>That no body of the name is there on the day: because it is not there yet, or not any more, or is made by this very decision, or is unknown.</summary>
    private static Violation Missing(this Draft draft, string text)
    {
        var name = Name.Of(text);
        var here = (draft.Decision.Changes ?? []).OfType<EstablishBody>().FirstOrDefault(e => e.Name.Equals(name) || name.Equals(e.NameEn));
        if (here is not null) return new(ViolationCode.UnknownBody) { MadeHere = here.Ref ?? "" };
        return BodyLookup.Missing(draft.Ever, draft.Before, text);
    }

    private static IEnumerable<Candidate> BodiesNamed(this Draft draft, Name name, Func<Body, bool> such) =>
        draft.Before.Bearing(name).Where(such).Union(draft.Back.Where(b => name.Equals(b.Value.Name) || name.Equals(b.Value.NameEn)).Select(b => draft.Before.Bodies.GetValueOrDefault(b.Key)).OfType<Body>())
            .Select(b => new Candidate(b.Id.Value, b.Name.Text));

    /// <summary>Whether a body exists, or this decision brings it back.</summary>
    private static bool IsThere(this Draft draft, Body body) => body.IsLiving || draft.Back.ContainsKey(body.Id);

    private static IEnumerable<Candidate> PartnersNamed(this Draft draft, Name name) =>
        draft.Before.Partners.Values.Where(p => p.IsPresent && p.Names.Current.Bears(name)).Select(p => new Candidate(p.Id.Value, p.Names.Current.Name.Text));
}
