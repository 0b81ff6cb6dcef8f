using System.Diagnostics;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>Seats and those who sit in them in sentences.</summary>
internal static class SeatSentences
{
    public static string Of(SentenceContext t, CompositionEvent change)
    {
        var name = t.Body(change.Body);
        return change switch
        {
            SeatCreated e when Place(t, e.Description) is var place => t.Say($"{name} {t.Got} en ny plass som {place}.", $"{name} {t.Got} a new seat as {place}."),
            SeatChanged e => Changed(t, name, e),
            SeatAbolished e => Abolished(t, name, e),
            MemberAppointed e => Appointed(t, name, e),
            AppointmentExtended e when (Place(t, e, e.Seat), t.Date(e.TermThrough)) is var (place, last) =>
                t.Say($"Perioden til {t.Person(e.Person)} som {place} i {name} går {t.Verb("nå", "da", "", "")} til og med {last}.", $"The term of {t.Person(e.Person)} as {place} of {name} {t.Verb("", "", "now runs", "will run")} through {last}."),
            AppointmentEnded e => Ended(t, name, e),
            LeaveGranted e when (t.PersonFirst(e.Person), Place(t, e, e.Seat)) is var (person, place) => e.Substitute is { } other
                ? t.Say($"{person} {t.Got} permisjon som {place} i {name}; {t.Person(other)} møter i stedet.", $"{person} {t.Became} granted leave as {place} of {name}; {t.Person(other)} {t.Verb("", "", "acts", "will act")} instead.")
                : t.Say($"{person} {t.Got} permisjon som {place} i {name}.", $"{person} {t.Became} granted leave as {place} of {name}."),
            LeaveEnded e when (t.PersonFirst(e.Person), Place(t, e, e.Seat)) is var (person, place) =>
                t.Say($"{person} {t.Verb("er", "kommer", "", "")} tilbake fra permisjon som {place} i {name}.", $"{person} {t.Verb("", "", "is", "will be")} back from leave as {place} of {name}."),
            BodyReconstituted e => Reconstituted(t, name, e),
            CompositionRulesSet e => t.Say($"Sammensetningen av {name} {t.Got} regler: {Rules(e, t.Language)}.", $"The composition of {name} {t.Got} rules: {Rules(e, t.Language)}."),
            _ => throw new UnreachableException($"No sentence for {change.GetType().Name}."),
        };
    }

    private static string Changed(SentenceContext t, string name, SeatChanged e)
    {
        var (was, now) = (e.Changes, Seat(t, e, e.Seat)?.Description);
        List<string> clauses = [];
        if (was.Role.Value is { } role) clauses.Add(t.Say($"{t.Became} gjort om til {Word(t, role)}", $"{t.Verb("", "", "became", "will become")} {Word(t, role)}"));
        if (was.Title.Value is { } title) clauses.Add(t.Say($"{t.Got} tittelen {title}", $"{t.Got} the title {title}"));
        if (was.Title is { IsGiven: true, Value: null }) clauses.Add(t.Verb("mistet tittelen", "mister tittelen", "lost its title", "will lose its title"));
        if (was.Votes.Value is { } votes) clauses.Add(votes ? t.Got + t.Say(" stemmerett", " a vote") : t.Verb("mistet stemmeretten", "mister stemmeretten", "lost its vote", "will lose its vote"));
        if (was.Represents.IsGiven)
            clauses.Add(t.Represented(was.Represents.Value) is { } represented ? t.Verb("representerer nå", "representerer da", "now represents", "will represent") + $" {represented}" : t.Verb("representerer ingen bestemt lenger", "representerer da ingen bestemt lenger", "no longer represents anyone in particular", "will no longer represent anyone in particular"));
        if (was.ExOfficio.IsGiven)
            clauses.Add(Office(t, was.ExOfficio.Value) is { } office ? t.Verb("følger nå vervet som", "følger da vervet som", "now goes with being", "will go with being") + $" {office}" : t.Verb("følger ikke lenger et annet verv", "følger da ikke lenger et annet verv", "no longer goes with another office", "will no longer go with another office"));
        if (was.UserRepresentative.Value is { } user) clauses.Add(user ? t.Verb("er nå for en brukerrepresentant", "blir for en brukerrepresentant", "is now for a user representative", "will be for a user representative") : t.Verb("er ikke lenger for en brukerrepresentant", "er da ikke lenger for en brukerrepresentant", "is no longer for a user representative", "will no longer be for a user representative"));
        if (was.HeldByOrganisation.Value is { } held)
            clauses.Add(held
                ? t.Verb("holdes nå av organisasjonen den representerer", "holdes da av organisasjonen den representerer", "is now held by the organisation it represents", "will be held by the organisation it represents")
                : t.Verb("holdes ikke lenger av en organisasjon", "holdes da ikke lenger av en organisasjon", "is no longer held by an organisation", "will no longer be held by an organisation"));
        if (clauses.Count == 0) clauses.Add(t.Became + t.Say(" beskrevet på nytt", " described anew"));
        var place = now is null ? t.Say("En plass", "A seat") : t.Say($"Plassen som {Place(t, now)}", $"The seat as {Place(t, now)}");
        return $"{place} {t.Say("i", "of")} {name} {t.List(clauses)}.";
    }

    private static string Abolished(SentenceContext t, string name, SeatAbolished e)
    {
        var left = Seat(t, e, e.Seat)?.Holders is [.., var holder] ? t.Say($", og {t.Person(holder.Person)} {t.Verb("gikk", "går", "", "")} ut", $", and {t.Person(holder.Person)} {t.Verb("", "", "left", "will leave")}") : "";
        return t.Say($"Plassen som {Place(t, e, e.Seat)} i {name} {t.Became} fjernet{left}.", $"The seat as {Place(t, e, e.Seat)} of {name} {t.Became} abolished{left}.");
    }

    private static string Appointed(SentenceContext t, string name, MemberAppointed e)
    {
        var description = e.Personal ?? Seat(t, e, e.Seat)?.Description;
        var role = e.Title ?? description?.Title ?? Word(t, description?.Role ?? SeatRole.Member);
        var represented = t.Represented(description?.Represents) is { } whom ? t.Say($" for {whom}", $", representing {whom}") : "";
        var after = e.Personal is null && Seat(t, e, e.Seat)?.Holders is [.., var holder] && holder.Person != t.Before.Canonical(e.Person) ? After(t, holder) : "";
        var through = e.TermThrough is { } last ? t.Say($", til og med {t.Date(last)}", $", through {t.Date(last)}") : "";
        return t.Say(
            $"{t.PersonFirst(e.Person)} {t.Became} oppnevnt som {role} i {name}{represented}{after}{through}.",
            $"{t.PersonFirst(e.Person)} {t.Became} appointed as {role} of {name}{represented}{after}{through}.");
    }

    /// <summary>Who sat there until then, and that it was on a term that was over.</summary>
    private static string After(SentenceContext t, Appointment holder) => holder.IsOver(t.Day)
        ? t.Say($" etter {t.Person(holder.Person)}, som {t.Verb("satt", "da sitter", "", "")} ut over perioden", $" after {t.Person(holder.Person)}, who {t.Verb("", "", "sat", "will be sitting")} on past the term")
        : t.Say($" etter {t.Person(holder.Person)}", $" after {t.Person(holder.Person)}");

    private static string Ended(SentenceContext t, string name, AppointmentEnded e)
    {
        var (person, place) = (t.PersonFirst(e.Person), Place(t, e, e.Seat));
        return e.Reason switch
        {
            EndReason.Resigned => t.Say($"{person} {t.Verb("trakk", "trekker", "", "")} seg som {place} i {name}.", $"{person} {t.Verb("", "", "stepped", "will step")} down as {place} of {name}."),
            EndReason.TermOver => t.Say($"{person} {t.Verb("gikk ut", "går ut", "", "")} som {place} i {name} {t.Verb("da perioden var over", "når perioden er over", "", "")}.", $"{person} {t.Verb("", "", "left", "will leave")} as {place} of {name} when the term {t.Verb("", "", "was", "is")} over."),
            EndReason.Replaced => t.Say($"{person} {t.Became} avløst som {place} i {name}.", $"{person} {t.Became} replaced as {place} of {name}."),
            EndReason.Removed => t.Say($"{person} {t.Became} fritatt som {place} i {name}.", $"{person} {t.Became} removed as {place} of {name}."),
            EndReason.Died => t.Say($"{person}, {place} i {name}, er død.", $"{person}, {place} of {name}, has died."),
            EndReason.Unknown or null => t.Say($"{person} er {t.Verb("", "da ", "", "")}ikke lenger {place} i {name}.", $"{person} {t.Verb("", "", "is no longer", "will no longer be")} {place} of {name}."),
            _ => throw new UnreachableException($"No sentence for {e.Reason}."),
        };
    }

    private static string Reconstituted(SentenceContext t, string name, BodyReconstituted e)
    {
        var before = t.Was(e.Body)?.Seats.SelectMany(s => s.Holders).Select(h => h.Person).ToHashSet() ?? [];
        var persons = e.Seats.Select(s => s.Person).OfType<People.PersonId>().Select(t.Before.Canonical).Distinct().ToList();
        var seats = Wording.Count(e.Seats.Count, new("plass", "seat"), new("plasser", "seats"), t.Language);
        var filled = e.Seats.Count(s => s.Person is not null);
        var held = Wording.Count(persons.Count, new("person", "person"), new("personer", "persons"), t.Language);
        var stay = persons.Count(before.Contains) is var n and > 0 ? t.Say($"; {n} fortsetter", n == 1 ? "; 1 continues" : $"; {n} continue") : "";
        return t.Was(e.Body) is { Seats.IsEmpty: false }
            ? t.Say($"{name} {t.Verb("fikk", "får", "", "")} ny sammensetning: {seats}, {filled} besatt{stay}.", $"{name} {t.Verb("", "", "got", "will get")} a new composition: {seats}, {filled} filled{stay}.")
            : t.Say($"{name} {t.Became} konstituert med {seats} og {held}{stay}.", $"{name} {t.Became} constituted with {seats} and {held}{stay}.");
    }

    /// <summary>What rules of composition say, as a list.</summary>
    public static string Rules(CompositionRulesSet e, Language language)
    {
        List<string> clauses = [];
        if (e.MinSeats is { } min) clauses.Add(Say("minst ", "at least ") + Wording.Count(min, new("plass", "seat"), new("plasser", "seats"), language));
        if (e.MaxSeats is { } max) clauses.Add(Say("høyst ", "at most ") + Wording.Count(max, new("plass", "seat"), new("plasser", "seats"), language));
        if (e.TermLength is { } length) clauses.Add(Say("perioder på ", "terms of ") + Wording.Length(length, language));
        if (e.MaxTerms is { } terms) clauses.Add(Say("høyst ", "at most ") + Wording.Count(terms, new("periode", "term"), new("perioder på rad", "consecutive terms"), language));
        if (e.MaxObservers is { } observers) clauses.Add(Say("høyst ", "at most ") + Wording.Count(observers, new("observatør", "observer"), new("observatører", "observers"), language));
        if (e.MinUserRepresentatives is { } users)
            clauses.Add(Say("minst ", "at least ") + Wording.Count(users, new("brukerrepresentant", "user representative"), new("brukerrepresentanter", "user representatives"), language));
        if (e.CoChairs is { } together) clauses.Add(together ? Say("flere kan lede sammen", "several may chair together") : Say("én leder", "one chair"));
        if (e.GenderBalance is { } balance) clauses.Add(balance ? Say("krav om kjønnsbalanse", "gender balance is required") : Say("ikke krav om kjønnsbalanse", "gender balance is not required"));
        if (e.CarryOver is { } carry) clauses.Add(carry ? Say("medlemmer sitter til de blir avløst", "members sit until replaced") : Say("plassen blir ledig når perioden er over", "the seat falls vacant when the term is over"));
        if (e.Quorum is { } quorum) clauses.Add(Say("vedtaksført når minst ", "quorate with at least ") + Wording.Count(quorum, new("stemme er til stede", "vote present"), new("stemmer er til stede", "votes present"), language));
        clauses.AddRange((e.Cleared ?? []).Select(bound => Vocabulary.Without(bound).In(language)));
        return clauses.Count == 0 ? Say("ingen nye", "none new") : Wording.List(clauses, language);

        string Say(string nb, string en) => language == Language.En ? en : nb;
    }

    private static Seat? Seat(SentenceContext t, CompositionEvent e, SeatId seat) => t.Seat(e.Body, seat);

    private static string Place(SentenceContext t, CompositionEvent e, SeatId seat) => Place(t, Seat(t, e, seat)?.Description ?? new(SeatRole.Member));

    /// <summary>What a seat is called: its title or role, and whom it speaks for.</summary>
    public static string Place(SentenceContext t, SeatDescription seat) =>
        (seat.Title ?? Word(t, seat.Role)) + (t.Represented(seat.Represents) is { } whom ? $" for {whom}" : "") + (Office(t, seat.ExOfficio) is { } office ? t.Say($" ({All(t, seat)}i kraft av vervet som {office})", $" ({All(t, seat)}ex officio, as {office})") : "");

    private static string All(SentenceContext t, SeatDescription seat) => seat.ExOfficio!.All ? t.Say("alle ", "all ") : "";

    private static string? Office(SentenceContext t, ExOfficio? office) =>
        office is not null && t.Sees(office.Body) ? t.Say($"{Word(t, office.Role)} i {t.Body(office.Body)}", $"{Word(t, office.Role)} of {t.Body(office.Body)}") : null;

    private static string Word(SentenceContext t, SeatRole role) => Vocabulary.Of(role).In(t.Language);

    /// <summary>What the seat, or who sits in it, was before, and is after.</summary>
    public static BeforeAfter Sides(SentenceContext t, CompositionEvent change, Body? was, Body now) => change switch
    {
        SeatCreated e => new(null, Called(t, now.Seat(e.Seat))),
        SeatChanged e => new(Called(t, was?.Seat(e.Seat)), Called(t, now.Seat(e.Seat))),
        SeatAbolished e => new(Called(t, was?.Seat(e.Seat)), null),
        MemberAppointed e => new(Holder(t, was?.Seat(e.Seat)), t.Person(e.Person)),
        AppointmentExtended e => new(Term(t, was?.Seat(e.Seat)), t.Date(e.TermThrough)),
        AppointmentEnded e => new(t.Person(e.Person), null),
        LeaveGranted e => new(null, e.Substitute is { } other ? t.Person(other) : null),
        LeaveEnded => default,
        BodyReconstituted => new(Seats(t, was), Seats(t, now)),
        CompositionRulesSet => default,
        _ => throw new UnreachableException($"{change.GetType().Name} leads from nothing to nothing."),
    };

    private static string? Called(SentenceContext t, Seat? seat) => seat is null ? null : Place(t, seat.Description);

    private static string? Holder(SentenceContext t, Seat? seat) => seat?.Holders is [.., var last] ? t.Person(last.Person) : null;

    private static string? Term(SentenceContext t, Seat? seat) => seat?.Holders is [.., { TermThrough: { } last }] ? t.Date(last) : null;

    private static string? Seats(SentenceContext t, Body? body) =>
        body is { Seats: { IsEmpty: false } seats } ? Wording.Count(seats.Count, new("plass", "seat"), new("plasser", "seats"), t.Language) : null;
}
