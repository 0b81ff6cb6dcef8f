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
            FormerNames = [.. person.OtherNames.Where(n => n != person.Name.Text).Distinct(StringComparer.Ordinal)],
            Occupations = [.. person.Occupations.OrderBy(o => o.From?.First ?? DateOnly.MinValue).Select(o => new PersonRole(o.From?.ToString(), o.Title, o.Organization))],
        };
    }

    /// <summary>What is kept of a person who is registered already, with what the document tells otherwise now, and a note of each; null where nothing is. What it does not tell of stays.</summary>
    public static Person? Updated(PopoloPerson person, Person row, PopoloPlan plan)
    {
        var told = row;
        Take("/name", told.Called(person.Name.Text));
        if (person.Email is { } email) Take("/email", told with { Email = email });
        if (GenderOf(person) is { } gender) Take("/gender", told with { Gender = Words.Of(gender) });
        if (person.Unlisted) Take("/extra/unlisted", told with { Unlisted = true });
        foreach (var (scheme, identifier) in person.Identifiers.Reverse().DistinctBy(i => i.Scheme).Where(i => i.Scheme != PopoloKnown.Scheme && told.ExternalIds.GetValueOrDefault(i.Scheme) != i.Identifier))
            Take("/identifiers", told with { ExternalIds = new Dictionary<string, string>(told.ExternalIds) { [scheme] = identifier } });
        foreach (var role in person.Occupations.Select(o => new PersonRole(o.From?.ToString(), o.Title, o.Organization)).Where(o => !told.Roles.Any(r => (r.Title, r.Organisation) == (o.Title, o.Organisation))))
            Take("/extra/occupations", told with { Roles = [.. told.Roles.Where(r => r.From != role.From).Append(role).OrderBy(r => r.From ?? "", StringComparer.Ordinal)] });
        if (person.OtherNames.Except(told.Names).ToList() is [_, ..] others) Take("/other_names", told with { FormerNames = [.. others, .. told.FormerNames ?? []] });
        return told == row ? null : told;

        void Take(string member, Person changed)
        {
            if (changed == told) return;
            told = changed;
            plan.Note(person.At + member, "Personen er registrert fra før, med noe annet; det som står her, er ført inn.", "The person is registered already, with something else; what stands here is entered.");
        }
    }

    private static Gender? GenderOf(PopoloPerson person) =>
        person.Gender?.ToLowerInvariant() switch { "female" or "f" or "kvinne" => Gender.Female, "male" or "m" or "mann" => Gender.Male, _ => null };
}
