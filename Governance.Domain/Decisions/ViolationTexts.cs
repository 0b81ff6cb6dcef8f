using System.Diagnostics;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Domain.Decisions;

/// <summary>What is said of each violation: what cannot be true, what may have been meant, how a partial date was read, and what it is in conflict with.</summary>
public static class ViolationTexts
{
    private const int MostRepeated = 100;

    /// <summary>The violation in words, with names, never ids.</summary>
    /// <param name="conflicting">The decision in <see cref="Violation.ConflictsWith"/>; null when there is none, or it may not be told of.</param>
    /// <param name="holder">What <see cref="Violation.Holder"/> is called; null when there is none, or nothing is known of them.</param>
    /// <param name="write">How dates are written; null for as they are stored.</param>
    public static Phrase Of(Violation violation, DecisionHead? conflicting = null, string? holder = null, Func<PartialDate, string>? write = null)
    {
        write ??= date => date.ToString();
        Phrase?[] sentences =
            [Said(violation, write), Held(violation, holder, write), Exists(violation, write), Meant(violation), Instead(violation), Read(violation, write), Conflict(violation, conflicting)];
        return new(string.Join(' ', sentences.OfType<Phrase>().Select(s => s.Nb)), string.Join(' ', sentences.OfType<Phrase>().Select(s => s.En)));
    }

    private static Phrase Said(Violation v, Func<PartialDate, string> write)
    {
        var day = v.Date is { } date ? new Phrase($" den {write(date.First)}", $" on {write(date.First)}") : new Phrase("", "");
        var name = Quoted(v.About);
        var body = name ?? new("organet", "the body");
        if (v.Code is ViolationCode.UnknownBody or ViolationCode.UnknownSeat or ViolationCode.UnknownPerson or ViolationCode.UnknownPartner or ViolationCode.UnknownDecision
            && v.About is ['#', ..] && name is { } reference)
            return new($"Ikke noe av det slaget er kalt {reference.Nb} her.", $"Nothing of that kind is called {reference.En} here.");
        return v.Code switch
        {
            ViolationCode.UnknownBody when name is { } unknown => new($"Ikke noe organ heter {unknown.Nb}{day.Nb}.", $"No body is called {unknown.En}{day.En}."),
            ViolationCode.UnknownBody => new($"Organet finnes ikke{day.Nb}.", $"The body does not exist{day.En}."),
            ViolationCode.UnknownSeat => UnknownSeat(v, day),
            ViolationCode.UnknownPerson when name is { } unknown => new($"{unknown.Nb} er ikke en registrert person.", $"{unknown.En} is not a registered person."),
            ViolationCode.UnknownPerson => new("Personen er ikke registrert.", "The person is not registered."),
            ViolationCode.UnknownPartner when name is { } unknown => new($"{unknown.Nb} er ikke partner{day.Nb}.", $"{unknown.En} is not a partner{day.En}."),
            ViolationCode.UnknownPartner => new($"Partneren finnes ikke{day.Nb}.", $"The partner does not exist{day.En}."),
            ViolationCode.UnknownDecision => new("Vedtaket det vises til, finnes ikke.", "The decision referred to does not exist."),
            ViolationCode.AmbiguousName when Role(v) is { } role => new($"Personen har flere plasser som {role.Nb}; oppgi hvilken.", $"The person has several seats as {role.En}; say which."),
            ViolationCode.AmbiguousName => Start($"{body.Nb} kan bety flere{day.Nb}; oppgi hvilken.", $"{body.En} can mean several{day.En}; say which."),
            ViolationCode.NotInExistence when v.Candidates is not [] => Start($"{body.Nb} er ikke lagt ned{day.Nb}.", $"{body.En} is not dissolved{day.En}."),
            ViolationCode.NotInExistence => Start($"{body.Nb} finnes ikke{day.Nb}.", $"{body.En} does not exist{day.En}."),
            ViolationCode.NameTaken when v.Body is null => new($"En annen partner heter allerede {body.Nb}.", $"Another partner is already called {body.En}."),
            ViolationCode.NameTaken => new($"Et annet organ heter allerede {body.Nb}.", $"Another body is already called {body.En}."),
            ViolationCode.ParentCycle => Start($"{body.Nb} ville høre inn under seg selv.", $"{body.En} would belong under itself."),
            ViolationCode.TooDeep => Start($"{body.Nb} ville ligge lenger ned enn {DayRules.MostLevels} nivåer{day.Nb}.", $"{body.En} would stand further down than {DayRules.MostLevels} levels{day.En}."),
            ViolationCode.ParentMissing => Start($"{body.Nb} ville høre inn under et organ som ikke finnes{day.Nb}.", $"{body.En} would belong under a body that does not exist{day.En}."),
            ViolationCode.ExOfficioCycle => new($"En plass i {body.Nb} ville følge seg selv i kraft av verv.", $"A seat in {body.En} would follow itself by virtue of office."),
            ViolationCode.SeatOfOtherBody when v.Body is not null => new($"Plassen hører til et annet organ enn {body.Nb}.", $"The seat belongs to another body than {body.En}."),
            ViolationCode.SeatOfOtherBody => new("Plassen hører til et annet organ.", "The seat belongs to another body."),
            ViolationCode.SeatTaken => new($"Plassen i {body.Nb} er allerede besatt{day.Nb}.", $"The seat in {body.En} is already held{day.En}."),
            ViolationCode.PersonTwice when v.Member == "substitute" => new("Ingen kan være sin egen stedfortreder.", "Nobody can be their own substitute."),
            ViolationCode.PersonTwice => new($"Den samme personen ville ha den samme rollen to ganger i {body.Nb}{day.Nb}.", $"The same person would have the same role twice in {body.En}{day.En}."),
            ViolationCode.NoMandateToChange => Start($"{body.Nb} har ikke noe mandat å endre{day.Nb}.", $"{body.En} has no mandate to change{day.En}."),
            ViolationCode.DueBeforeStart => new($"Fristen til {body.Nb} er før mandatet begynner.", $"The deadline of {body.En} is before its mandate begins."),
            ViolationCode.EndsBeforeStart => Ends(v, body),
            ViolationCode.HasChildren => Children(v, body),
            ViolationCode.DecidedInFuture => new($"Datoen kan ikke være fram i tid: {Written(v, write)}.", $"The date cannot lie ahead: {Written(v, write)}."),
            ViolationCode.BeforeCluster => new($"Dette ville gjelde før klyngen ble stiftet, {Written(v, write)}.", $"This would hold before the cluster was founded, {Written(v, write)}."),
            ViolationCode.CaseNumberTaken => new($"Det samme organet har allerede brukt saksnummer {name?.Nb} det året.", $"The same body has already used case number {name?.En} that year."),
            ViolationCode.OrganisationNumber => new($"{body.Nb} er ikke et gyldig organisasjonsnummer.", $"{body.En} is not a valid organisation number."),
            ViolationCode.AlreadyAnnulled => new($"Vedtaket {name?.Nb} er alt annullert.", $"The decision {name?.En} is annulled already."),
            _ => Meetings.MeetingViolationTexts.Of(v.Code, name) ?? throw new UnreachableException($"Nothing is said of {v.Code}."),
        };
    }

    private static Phrase UnknownSeat(Violation v, Phrase day) => (v.Member, Role(v), v.Body is null ? null : Quoted(v.About)) switch
    {
        (_, { } role, _) => new($"Personen har ingen plass som {role.Nb} i organet{day.Nb}.", $"The person has no seat as {role.En} in the body{day.En}."),
        ("person", _, { } body) => new($"Personen sitter ikke i den plassen i {body.Nb}{day.Nb}.", $"The person does not sit in that seat in {body.En}{day.En}."),
        ("leave", _, { } body) => new($"Personen har ikke permisjon fra plassen i {body.Nb}{day.Nb}.", $"The person is not on leave from the seat in {body.En}{day.En}."),
        ("deputyFor", _, { } body) => new($"Plassen som varaen møter for, finnes ikke i {body.Nb}.", $"The seat that the deputy stands in for is not in {body.En}."),
        (_, _, { } body) => new($"Plassen finnes ikke i {body.Nb}{day.Nb}.", $"There is no such seat in {body.En}{day.En}."),
        _ => new($"Plassen finnes ikke, eller ingen sitter i den{day.Nb}.", $"There is no such seat, or nobody sits in it{day.En}."),
    };

    private static Phrase Ends(Violation v, Phrase body) => (v.Member, v.Body) switch
    {
        ("endsAt", _) => new("Møtet ville slutte før det begynner.", "The meeting would end before it begins."),
        ("termThrough", _) => new($"Perioden i {body.Nb} ville slutte før den begynner.", $"The term in {body.En} would end before it begins."),
        (_, null) => new("Strategien ville slutte før den begynner.", "The strategy would end before it begins."),
        _ => new($"Mandatet til {body.Nb} ville slutte før det begynner.", $"The mandate of {body.En} would end before it begins."),
    };

    private static Phrase Children(Violation v, Phrase body)
    {
        var child = v.Candidates is [var first, ..] ? Quoted(first.Name) : null;
        var (nb, en) = child ?? new("andre organer", "other bodies");
        return Start($"{body.Nb} kan ikke avvikles mens {nb} hører inn under det.", $"{body.En} cannot be dissolved while {en} belongs under it.");
    }

    /// <summary>The other names that a text could mean, where they tell more than the text does.</summary>
    private static Phrase? Meant(Violation v)
    {
        if (v.Code is not (ViolationCode.UnknownBody or ViolationCode.UnknownPartner or ViolationCode.UnknownPerson)) return null;
        var names = v.Candidates.Select(c => Quoted(c.Name)).OfType<Phrase>().Distinct().ToList();
        return names.Count == 0 ? null : new($"Mente du {string.Join(" eller ", names.Select(n => n.Nb))}?", $"Did you mean {string.Join(" or ", names.Select(n => n.En))}?");
    }

    /// <summary>Who holds the seat that is taken, and how long.</summary>
    private static Phrase? Held(Violation v, string? holder, Func<PartialDate, string> write)
    {
        if (v.Code != ViolationCode.SeatTaken || holder is null) return null;
        return v.ValidThrough is { } last
            ? new($"{holder} er valgt til og med {write(last)}. Avslutt vervet først, eller nevn en annen plass.", $"{holder} is elected through {write(last)}. End that appointment first, or name another seat.")
            : new($"{holder} sitter fra {Start(v, write)} og inntil videre. Avslutt vervet først, eller nevn en annen plass.", $"{holder} sits from {Start(v, write)} until further notice. End that appointment first, or name another seat.");
    }

    /// <summary>When the body is there, where it is at another time.</summary>
    private static Phrase? Exists(Violation v, Func<PartialDate, string> write) => v.Code != ViolationCode.NotInExistence ? null : (v.ValidFrom, v.ValidThrough) switch
    {
        ({ } first, { } last) => new($"Det finnes fra {write(first)} til og med {write(last)}.", $"It exists from {write(first)} through {write(last)}."),
        ({ } first, null) => new($"Det finnes fra {write(first)}.", $"It exists from {write(first)}."),
        (null, { } last) => new($"Det fantes til og med {write(last)}.", $"It existed through {write(last)}."),
        _ => null,
    };

    /// <summary>What to write in its place.</summary>
    private static Phrase? Instead(Violation v) => v switch
    {
        { Code: ViolationCode.UnknownPerson, Member: not "into" } => new("Skriv { \"name\": \"…\" } for å registrere en ny person.", "Write { \"name\": \"…\" } to register a new person."),
        { MadeHere: "" } => new("Det opprettes i dette vedtaket: gi endringen en ref, og skriv # og den.", "This decision establishes it: give that change a ref, and write # and the ref."),
        { MadeHere: { } made } => new($"Det opprettes i dette vedtaket: skriv #{made}.", $"This decision establishes it: write #{made}."),
        _ => null,
    };

    private static Phrase? Read(Violation v, Func<PartialDate, string> write) =>
        v.LastDay is { } last ? last.Precision == Precision.Day ? null : new($"{write(last)} regnes som {write(last.Last)} når det er siste dag.", $"{write(last)} counts as {write(last.Last)} where it is a last day.")
        : v.Date is { } day && v.Written is { } written && written.First == day.First && written.Precision != Precision.Day ? new($"{write(written)} regnes som {write(day.First)}.", $"{write(written)} counts as {write(day.First)}.")
        : v.Date is { } date && (date.Precision != Precision.Day || date.Certainty != Certainty.Known) ? new($"{write(date)} regnes som {write(date.First)}.", $"{write(date)} counts as {write(date.First)}.")
        : null;

    private static string Start(Violation v, Func<PartialDate, string> write) => v.ValidFrom is { } first ? write(first) : "";

    /// <summary>The date that the violation names as it is stored.</summary>
    private static string Written(Violation v, Func<PartialDate, string> write) => v.About is { } about && PartialDate.TryParse(about, null, out var date) ? write(date) : v.About ?? "";

    private static Phrase? Conflict(Violation v, DecisionHead? conflicting)
    {
        if (conflicting is null || Quoted(conflicting.Title) is not { } title) return null;
        var number = conflicting.CaseNumber is { } given ? given + " " : "";
        return v.Code == ViolationCode.CaseNumberTaken
            ? new($"Det gjelder vedtaket {title.Nb}.", $"That is the decision {title.En}.")
            : new($"Da holder ikke lenger vedtaket {number}{title.Nb}.", $"Then the decision {number}{title.En} would no longer hold.");
    }

    /// <summary>A name in quotation marks; null for an id, which means nothing to a reader.</summary>
    private static Phrase? Quoted(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || Guid.TryParse(name, out _)) return null;
        var text = name.Length <= MostRepeated ? name : name[..(char.IsHighSurrogate(name[MostRepeated - 1]) ? MostRepeated - 1 : MostRepeated)] + "…";
        return new($"«{text}»", $"'{text}'");
    }

    private static Phrase? Role(Violation v) => v.Member is "person" or "role" && v.About is { } word && Words.TryParse<SeatRole>(word, out var role) ? Vocabulary.Of(role) : null;

    private static Phrase Start(string nb, string en) => new(char.ToUpperInvariant(nb[0]) + nb[1..], char.ToUpperInvariant(en[0]) + en[1..]);
}
