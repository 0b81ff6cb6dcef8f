using System.Diagnostics;
using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.People;

/// <summary>What another register knows a person as.</summary>
public sealed record ExternalId([SingleLine] string Scheme, [SingleLine] string Identifier);

/// <summary>A person to register. Contact, gender and external ids are never public.</summary>
/// <param name="Unlisted">A seat then shows as filled, without the name, outside role reader.</param>
public sealed record NewPersonRequest(
    Name Name, [SingleLine] string? Title = null, [SingleLine] string? Organisation = null, bool? Unlisted = null, [SingleLine] string? Email = null, [SingleLine] string? Phone = null, Gender? Gender = null,
    IReadOnlyList<ExternalId>? ExternalIds = null)
{
    /// <summary>Title and organisation over time, where an import tells more than the one; the earliest first.</summary>
    internal IReadOnlyList<PersonRole> Occupations { get; init; } = [];

    /// <summary>What they are or were called besides, where an import tells it; private.</summary>
    internal IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>The row it becomes.</summary>
    public Person Row(Guid id) => new(id, Name.Text)
    {
        FormerNames = FormerNames is [] ? null : FormerNames,
        Unlisted = Unlisted ?? false,
        Email = Email,
        Phone = Phone,
        Gender = Gender is { } gender ? Words.Of(gender) : null,
        ExternalIds = PersonRequests.ByScheme(ExternalIds ?? []),
        Roles = Title is null && Organisation is null ? Occupations : [new(null, Title, Organisation)],
    };
}

/// <summary>What changed of a person; absent keeps, null clears. With <c>EffectiveFrom</c> title and organisation hold from that day, without it they put the last ones right.</summary>
public sealed record PersonPatch(
    [Lasting] Optional<Name> Name = default, [SingleLine] Optional<string> Title = default, [SingleLine] Optional<string> Organisation = default, PartialDate? EffectiveFrom = null,
    Optional<bool?> Unlisted = default, [SingleLine] Optional<string> Email = default, [SingleLine] Optional<string> Phone = default, Optional<Gender?> Gender = default,
    Optional<IReadOnlyList<ExternalId>> ExternalIds = default)
{
    /// <summary>The row after it.</summary>
    public Person Row(Person was) => was.Called(Name.Value?.Text ?? was.Name) with
    {
        Unlisted = Unlisted.Or(was.Unlisted) ?? false,
        Email = Email.Or(was.Email),
        Phone = Phone.Or(was.Phone),
        Gender = Gender.IsGiven ? Gender.Value is { } gender ? Words.Of(gender) : null : was.Gender,
        ExternalIds = ExternalIds.IsGiven ? PersonRequests.ByScheme(ExternalIds.Value ?? []) : was.ExternalIds,
        Roles = Title.IsGiven || Organisation.IsGiven ? Roles(was.Roles) : was.Roles,
    };

    private IReadOnlyList<EventStore.PersonRole> Roles(IReadOnlyList<EventStore.PersonRole> was)
    {
        var last = was.Count > 0 ? was[^1] : null;
        if (EffectiveFrom is not { } from) return [.. was.SkipLast(1), new(last?.From, Title.Or(last?.Title), Organisation.Or(last?.Organisation))];
        var before = was.Where(r => r.From is null || PartialDate.Parse(r.From).First < from.First).ToList();
        var after = was.Where(r => r.From is not null && PartialDate.Parse(r.From).First > from.First);
        last = before.LastOrDefault();
        return [.. before, new(from.ToString(), Title.Or(last?.Title), Organisation.Or(last?.Organisation)), .. after];
    }
}

/// <summary>The person that this one turned out to be.</summary>
public sealed record MergeRequest(Guid Into);

/// <summary>What writing about a person came to.</summary>
public sealed record PersonWritten(Guid Id, long Position, DateTimeOffset RecordedAt)
{
    internal static PersonWritten Of(WriteOutcome.Recorded recorded)
    {
        var id = recorded.Act.Event switch
        {
            PersonRegistered e => e.Person,
            PersonUpdated e => e.Person,
            PersonMerged e => e.Person,
            var other => throw new UnreachableException($"{other.GetType().Name} is not about what was asked."),
        };
        return new(id.Value, recorded.Position, recorded.Act.RecordedAt);
    }
}

internal static class PersonRequests
{
    public static Dictionary<string, string> ByScheme(IReadOnlyList<ExternalId> ids) =>
        ids.GroupBy(i => i.Scheme, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Identifier, StringComparer.Ordinal);
}
