using Governance.Api.EventStore;
using Governance.Api.Features.People;
using Governance.Domain.People;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>The persons of a document as persons to register.</summary>
internal static class PopoloPeople
{
    /// <summary>A person; what the document calls them is kept with them, so that it is recognised when it is sent again.</summary>
    public static NewPersonRequest Request(PopoloPerson person, PopoloPlan plan)
    {
        Gender? gender = person.Gender?.ToLowerInvariant() switch { "female" or "f" or "kvinne" => Gender.Female, "male" or "m" or "mann" => Gender.Male, _ => null };
        if (gender is null && person.Gender is { } word) plan.Note($"{person.At}/gender", $"«{word}» er ikke brukt.", $"'{word}' is not used.");
        return new(
            person.Name, Unlisted: person.Unlisted, Email: person.Email, Gender: gender,
            ExternalIds: [.. person.Identifiers.Select(i => new ExternalId(i.Scheme, i.Identifier)), new(PopoloKnown.Scheme, person.Id)])
        {
            Occupations = [.. person.Occupations.OrderBy(o => o.From?.First ?? DateOnly.MinValue).Select(o => new PersonRole(o.From?.ToString(), o.Title, o.Organization))],
        };
    }
}
