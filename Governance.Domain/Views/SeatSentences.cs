using System.Diagnostics;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;

namespace Governance.Domain.Views;

/// <summary>Seats and those who sit in them in sentences.</summary>
internal static class SeatSentences
{
    public static string Of(Telling t, CompositionEvent change)
    {
        var name = t.Body(change.Body);
        return change switch
        {
            SeatCreated e when Place(t, e.Description) is var place => t.Say($"{name} fikk en ny plass som {place}.", $"{name} got a new seat as {place}."),
            SeatChanged e => Changed(t, name, e),
            SeatAbolished e => Abolished(t, name, e),
            MemberAppointed e => Appointed(t, name, e),
            AppointmentExtended e when (Place(t, e, e.Seat), t.Date(e.TermThrough)) is var (place, last) =>
                t.Say($"Perioden til {t.Person(e.Person)} som {place} i {name} går nå til og med {last}.", $"The term of {t.Person(e.Person)} as {place} of {name} now runs through {last}."),
            AppointmentEnded e => Ended(t, name, e),
            BodyReconstituted e => Reconstituted(t, name, e),
            CompositionRulesSet e => t.Say($"Sammensetningen av {name} fikk regler: {Rules(t, e)}.", $"The composition of {name} got rules: {Rules(t, e)}."),
            _ => throw new UnreachableException($"No sentence for {change.GetType().Name}."),
        };
    }

    private static string Changed(Telling t, string name, SeatChanged e)
    {
        var (was, now) = (e.Changes, Seat(t, e, e.Seat)?.Description);
        List<string> clauses = [];
        if (was.Role.Value is { } role) clauses.Add(t.Say($"ble gjort om til {Word(t, role)}", $"became {Word(t, role)}"));
        if (was.Title.Value is { } title) clauses.Add(t.Say($"fikk tittelen {title}", $"got the title {title}"));
        if (was.Title is { IsGiven: true, Value: null }) clauses.Add(t.Say("mistet tittelen", "lost its title"));
        if (was.Votes.Value is { } votes) clauses.Add(votes ? t.Say("fikk stemmerett", "got a vote") : t.Say("mistet stemmeretten", "lost its vote"));
        if (was.Represents.IsGiven)
            clauses.Add(t.Represented(was.Represents.Value) is { } represented ? t.Say($"representerer nå {represented}", $"now represents {represented}") : t.Say("representerer ingen bestemt lenger", "no longer represents anyone in particular"));
        if (was.ExOfficio.IsGiven)
            clauses.Add(Office(t, was.ExOfficio.Value) is { } office ? t.Say($"følger nå vervet som {office}", $"now goes with being {office}") : t.Say("følger ikke lenger et annet verv", "no longer goes with another office"));
        if (was.UserRepresentative.Value is { } user) clauses.Add(user ? t.Say("er nå for en brukerrepresentant", "is now for a user representative") : t.Say("er ikke lenger for en brukerrepresentant", "is no longer for a user representative"));
        if (clauses.Count == 0) clauses.Add(t.Say("ble beskrevet på nytt", "was described anew"));
        var place = now is null ? t.Say("En plass", "A seat") : t.Say($"Plassen som {Place(t, now)}", $"The seat as {Place(t, now)}");
        return $"{place} {t.Say("i", "of")} {name} {t.List(clauses)}.";
    }

    private static string Abolished(Telling t, string name, SeatAbolished e)
    {
        var left = Seat(t, e, e.Seat)?.Holders is [.., var holder] ? t.Say($", og {t.Person(holder.Person)} gikk ut", $", and {t.Person(holder.Person)} left") : "";
        return t.Say($"Plassen som {Place(t, e, e.Seat)} i {name} ble fjernet{left}.", $"The seat as {Place(t, e, e.Seat)} of {name} was abolished{left}.");
    }

    private static string Appointed(Telling t, string name, MemberAppointed e)
    {
        var description = e.Personal ?? Seat(t, e, e.Seat)?.Description;
        var role = e.Title ?? description?.Title ?? Word(t, description?.Role ?? SeatRole.Member);
        var represented = t.Represented(description?.Represents) is { } whom ? t.Say($" for {whom}", $", representing {whom}") : "";
        var after = e.Personal is null && Seat(t, e, e.Seat)?.Holders is [.., var holder] && holder.Person != t.Before.Canonical(e.Person) ? t.Say($" etter {t.Person(holder.Person)}", $" after {t.Person(holder.Person)}") : "";
        var through = e.TermThrough is { } last ? t.Say($", til og med {t.Date(last)}", $", through {t.Date(last)}") : "";
        return t.Say(
            $"{t.PersonFirst(e.Person)} ble oppnevnt som {role} i {name}{represented}{after}{through}.",
            $"{t.PersonFirst(e.Person)} was appointed as {role} of {name}{represented}{after}{through}.");
    }

    private static string Ended(Telling t, string name, AppointmentEnded e)
    {
        var (person, place) = (t.PersonFirst(e.Person), Place(t, e, e.Seat));
        return e.Reason switch
        {
            EndReason.Resigned => t.Say($"{person} trakk seg som {place} i {name}.", $"{person} stepped down as {place} of {name}."),
            EndReason.TermOver => t.Say($"{person} gikk ut som {place} i {name} da perioden var over.", $"{person} left as {place} of {name} when the term was over."),
            EndReason.Replaced => t.Say($"{person} ble avløst som {place} i {name}.", $"{person} was replaced as {place} of {name}."),
            EndReason.Removed => t.Say($"{person} ble fritatt som {place} i {name}.", $"{person} was removed as {place} of {name}."),
            EndReason.Died => t.Say($"{person}, {place} i {name}, er død.", $"{person}, {place} of {name}, has died."),
            EndReason.Unknown or null => t.Say($"{person} er ikke lenger {place} i {name}.", $"{person} is no longer {place} of {name}."),
            _ => throw new UnreachableException($"No sentence for {e.Reason}."),
        };
    }

    private static string Reconstituted(Telling t, string name, BodyReconstituted e)
    {
        var before = t.Was(e.Body)?.Seats.SelectMany(s => s.Holders).Select(h => h.Person).ToHashSet() ?? [];
        var anew = t.Was(e.Body) is { Seats.IsEmpty: false } ? t.Say(" på nytt", " anew") : "";
        var persons = e.Seats.Select(s => s.Person).OfType<People.PersonId>().Select(t.Before.Canonical).Distinct().ToList();
        var seats = Wording.Count(e.Seats.Count, new("plass", "seat"), new("plasser", "seats"), t.Language);
        var held = Wording.Count(persons.Count, new("person", "person"), new("personer", "persons"), t.Language);
        var stay = persons.Count(before.Contains) is var n and > 0 ? t.Say($"; {n} fortsetter", n == 1 ? "; 1 continues" : $"; {n} continue") : "";
        return t.Say($"{name} ble konstituert{anew} med {seats} og {held}{stay}.", $"{name} was constituted{anew} with {seats} and {held}{stay}.");
    }

    private static string Rules(Telling t, CompositionRulesSet e)
    {
        List<string> clauses = [];
        if (e.MinSeats is { } min) clauses.Add(t.Say("minst ", "at least ") + Wording.Count(min, new("plass", "seat"), new("plasser", "seats"), t.Language));
        if (e.MaxSeats is { } max) clauses.Add(t.Say("høyst ", "at most ") + Wording.Count(max, new("plass", "seat"), new("plasser", "seats"), t.Language));
        if (e.TermLength is { } length) clauses.Add(t.Say("perioder på ", "terms of ") + Wording.Length(length, t.Language));
        if (e.MaxTerms is { } terms) clauses.Add(t.Say("høyst ", "at most ") + Wording.Count(terms, new("periode", "term"), new("perioder på rad", "consecutive terms"), t.Language));
        if (e.MaxObservers is { } observers) clauses.Add(t.Say("høyst ", "at most ") + Wording.Count(observers, new("observatør", "observer"), new("observatører", "observers"), t.Language));
        if (e.MinUserRepresentatives is { } users)
            clauses.Add(t.Say("minst ", "at least ") + Wording.Count(users, new("brukerrepresentant", "user representative"), new("brukerrepresentanter", "user representatives"), t.Language));
        if (e.CoChairs is { } together) clauses.Add(together ? t.Say("flere kan lede sammen", "several may chair together") : t.Say("én leder", "one chair"));
        if (e.GenderBalance is { } balance) clauses.Add(balance ? t.Say("krav om kjønnsbalanse", "gender balance is required") : t.Say("ikke krav om kjønnsbalanse", "gender balance is not required"));
        if (e.CarryOver is { } carry) clauses.Add(carry ? t.Say("medlemmer sitter til de blir avløst", "members sit until replaced") : t.Say("plassen blir ledig når perioden er over", "the seat falls vacant when the term is over"));
        return clauses.Count == 0 ? t.Say("ingen nye", "none new") : t.List(clauses);
    }

    private static Seat? Seat(Telling t, CompositionEvent e, SeatId seat) => t.Seat(e.Body, seat);

    private static string Place(Telling t, CompositionEvent e, SeatId seat) => Place(t, Seat(t, e, seat)?.Description ?? new(SeatRole.Member));

    /// <summary>What a seat is called: its title or role, and whom it speaks for.</summary>
    public static string Place(Telling t, SeatDescription seat) =>
        (seat.Title ?? Word(t, seat.Role)) + (t.Represented(seat.Represents) is { } whom ? $" for {whom}" : "") + (Office(t, seat.ExOfficio) is { } office ? t.Say($" (i kraft av vervet som {office})", $" (ex officio, as {office})") : "");

    private static string? Office(Telling t, ExOfficio? office) =>
        office is not null && t.Sees(office.Body) ? t.Say($"{Word(t, office.Role)} i {t.Body(office.Body)}", $"{Word(t, office.Role)} of {t.Body(office.Body)}") : null;

    private static string Word(Telling t, SeatRole role) => Vocabulary.Of(role).In(t.Language);
}
