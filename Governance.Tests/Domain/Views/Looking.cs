using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

/// <summary>How tests look at a scenario.</summary>
internal static class Looking
{
    public static Viewpoint At(this Scenario scenario, string day, Audience audience = Audience.Reader, Language language = Language.Nb, params PersonCard[] people) =>
        new(scenario.History, DateOnly.ParseExact(day, "yyyy-MM-dd"), Persons.Of(people), audience, language);

    public static Viewpoint Public(this Viewpoint view) => view with { Audience = Audience.Public };

    public static Viewpoint English(this Viewpoint view) => view with { Language = Language.En };

    public static PersonCard Called(this PersonId id, string name, params Occupation[] roles) => new(id, Name.Of(name), roles);

    public static Occupation Role(string? from, string? title, string? organisation = null) => new(from is null ? null : PartialDate.Parse(from), title, organisation);

    public static PersonReference New(string name, string? reference = null) => new PersonReference.New(Name.Of(name), Ref: reference);

    public static PersonReference Known(PersonId id) => new PersonReference.Existing(id.ToString());
}
