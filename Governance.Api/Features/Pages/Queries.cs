using Microsoft.Extensions.Primitives;

namespace Governance.Api.Features.Pages;

/// <summary>Queries as forms send them.</summary>
internal static class Queries
{
    /// <summary>Without the fields that were left empty.</summary>
    public static IQueryCollection Given(this IQueryCollection query) =>
        query.All(q => !StringValues.IsNullOrEmpty(q.Value)) ? query
        : new QueryCollection(query.Where(q => !StringValues.IsNullOrEmpty(q.Value)).ToDictionary(q => q.Key, q => q.Value, StringComparer.OrdinalIgnoreCase));
}
