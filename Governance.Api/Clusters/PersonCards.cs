using Governance.Api.EventStore;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Clusters;

/// <summary>What of a person's row is kept in memory: contact and external ids are not.</summary>
internal static class PersonCards
{
    /// <summary>The card of a row.</summary>
    public static PersonCard Of(Person row) => new(
        new(row.Id), Name.Of(row.Name), [.. row.Roles.Select(r => new Occupation(r.From is null ? null : PartialDate.Parse(r.From), r.Title, r.Organisation))])
    {
        IsMerged = row.MergedInto is not null,
        Unlisted = row.Unlisted,
        Erased = row.Erased,
        Gender = row.Gender is { } word && Words.TryParse<Gender>(word, out var gender) ? gender : null,
    };
}
