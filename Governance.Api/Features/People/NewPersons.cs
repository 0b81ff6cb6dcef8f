using Governance.Api.EventStore;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.People;

/// <summary>The rows of persons that decisions register.</summary>
internal static class NewPersons
{
    public static Person Row(NewPerson person) =>
        new(person.Id.Value, person.Name.Text) { Roles = person.Title is null && person.Organisation is null ? [] : [new(null, person.Title, person.Organisation)] };
}
