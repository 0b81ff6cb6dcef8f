using Governance.Api.EventStore;
using Governance.Api.Features.People;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>The persons of a document as persons to register.</summary>
internal static class PopoloPeople
{
    /// <summary>A person; what the document calls them is kept with them, so that it is recognised when it is sent again.</summary>
    public static NewPersonRequest Request(PopoloPerson person, PopoloPlan plan)
    {
        var gender = GenderOf(person);
        if (gender is null && person.Gender is { } word) plan.Note($"{person.At}/gender", $"«{word}» er ikke brukt.", $"'{word}' is not used.");
        return new(
            person.Name, Unlisted: person.Unlisted, Email: person.Email, Gender: gender,
            ExternalIds: [.. person.Identifiers.Select(i => new ExternalId(i.Scheme, i.Identifier)), new(PopoloKnown.Scheme, person.Id)])
        {
            Occupations = [.. person.Occupations.OrderBy(o => o.From?.First ?? DateOnly.MinValue).Select(o => new PersonRole(o.From?.ToString(), o.Title, o.Organization))],
        };
    }
    /// <summary>Notes what is told otherwise of a person who is registered already: a register of persons is not changed by an import.</summary>
    public static void NoteChanges(PopoloPerson person, Person row, PopoloPlan plan)
    {
        string[] differing = [
            .. person.Name.Text != row.Name ? ["/name"] : Array.Empty<string>(),
            .. person.Email is { } email && email != row.Email ? ["/email"] : Array.Empty<string>(),
            .. GenderOf(person) is { } gender && Words.Of(gender) != row.Gender ? ["/gender"] : Array.Empty<string>(),
            .. person.Unlisted && !row.Unlisted ? ["/extra/unlisted"] : Array.Empty<string>(),
            .. person.Identifiers.Reverse().DistinctBy(i => i.Scheme).Any(i => i.Scheme != PopoloKnown.Scheme && row.ExternalIds.GetValueOrDefault(i.Scheme) != i.Identifier) ? ["/identifiers"] : Array.Empty<string>(),
            .. person.Occupations.Any(o => !row.Roles.Any(r => (r.Title, r.Organisation) == (o.Title, o.Organization))) ? ["/extra/occupations"] : Array.Empty<string>()];
        foreach (var member in differing)
            plan.Note(person.At + member, "Er ikke brukt: personen er registrert fra før, med noe annet. Rett det på personens egen side.", "Is not used: the person is registered already, with something else. Put it right on the person's own page.");
    }

    private static Gender? GenderOf(PopoloPerson person) =>
        person.Gender?.ToLowerInvariant() switch { "female" or "f" or "kvinne" => Gender.Female, "male" or "m" or "mann" => Gender.Male, _ => null };
}
