using System.Text.Json.Serialization;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.People;

/// <summary>A person's gender, where it is known: only counted, never shown.</summary>
[JsonConverter(typeof(KebabCase<Gender>))]
public enum Gender
{
    /// <summary>A woman.</summary>
    Female,

    /// <summary>A man.</summary>
    Male,
}

/// <summary>What views and findings know of a person: the name as last known, title and organisation over time.</summary>
/// <param name="Roles">The earliest first.</param>
public sealed record PersonCard(PersonId Id, Name Name, IReadOnlyList<Occupation> Roles)
{
    /// <summary>A seat then shows as filled, without the name, outside role reader.</summary>
    public bool Unlisted { get; init; }

    /// <summary>All that was known is cleared; only the id is left.</summary>
    public bool Erased { get; init; }

    /// <summary>Merged into another: the name is one by which that other one is found.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Null where it is not known: then it is not counted.</summary>
    public Gender? Gender { get; init; }

    /// <summary>Title and organisation on a day; null where none are known.</summary>
    public Occupation? RoleOn(DateOnly day) => Roles.LastOrDefault(r => r.From is null || r.From.Value.First <= day);
}

/// <summary>A person's title and organisation from a date on; without a date, from the beginning.</summary>
public sealed record Occupation(PartialDate? From, string? Title, string? Organisation);
