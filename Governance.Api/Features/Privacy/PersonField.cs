using Governance.Api.EventStore;
using Governance.Domain.Values;

namespace Governance.Api.Features.Privacy;

/// <summary>A field of a person: why it is held, for how long, and who is shown it.</summary>
/// <param name="ShownTo">Of someone who is not unlisted.</param>
public sealed record PersonField(string Field, Phrase Label, string ShownTo, Phrase Why, bool IsAfterOffice, Func<Person, bool> Has)
{
    /// <summary>How long what is only of use while somebody holds a seat is kept after the last one.</summary>
    public const int YearsAfterOffice = 2;

    private static readonly Phrase Contact = new("For å nå den som har et verv.", "To reach who holds a seat.");
    private static readonly Phrase Record = new("Viser hvem som har og har hatt verv.", "Tells who holds and held seats.");

    /// <summary>All of them: the one table of what is held on a person.</summary>
    public static IReadOnlyList<PersonField> All { get; } =
    [
        new("name", new("Navn", "Name"), "public", Record, false, p => p.Name.Length > 0),
        new("formerNames", new("Tidligere navn", "Former names"), "nobody", new("For å finne personen i eldre tekster, ved innsyn og sletting.", "To find the person in older texts, for access and erasure."), false, p => p.FormerNames is [_, ..]),
        new("roles", new("Tittel og arbeidssted", "Title and organisation"), "public", Record, false, p => p.Roles.Count > 0),
        new("unlisted", new("Navnet er skjult", "The name is hidden"), "secretary", new("For at navnet ikke skal vises offentlig.", "To keep the name from the public."), false, p => p.Unlisted),
        new("email", new("E-post", "E-mail"), "secretary", Contact, true, p => p.Email is not null),
        new("phone", new("Telefon", "Telephone"), "secretary", Contact, true, p => p.Phone is not null),
        new("gender", new("Kjønn", "Gender"), "secretary", new("Telles for kjønnsbalansen i organene.", "Counted for the gender balance of bodies."), true, p => p.Gender is not null),
        new("externalIds", new("Id i andre registre", "Ids in other registers"), "secretary", new("For å kjenne igjen personen i andre registre.", "To know the person again in other registers."), true, p => p.ExternalIds.Count > 0),
        new("erasureAskedAt", new("Sletting er bedt om", "Erasure was asked for"), "secretary", new("Til en annen administrator har tatt stilling.", "Until another admin has decided."), false, p => p.ErasureAskedAt is not null),
    ];

    /// <summary>How long it is kept.</summary>
    public Phrase Kept => IsAfterOffice
        ? new($"{YearsAfterOffice} år etter siste verv.", $"{YearsAfterOffice} years after the last seat.")
        : new("Så lenge protokollen føres, eller til personen blir slettet.", "As long as the register is kept, or until the person is erased.");

    /// <summary>The fields of these rows that have a value.</summary>
    public static IReadOnlyList<HeldField> Held(IReadOnlyList<Person> rows, Language language) =>
        [.. from field in All
            where rows.Any(field.Has)
            let shown = field.ShownTo == "public" && rows[0].Unlisted ? "reader" : field.ShownTo
            select new HeldField(field.Field, field.Label.In(language), shown, field.Why.In(language), field.Kept.In(language))];
}
