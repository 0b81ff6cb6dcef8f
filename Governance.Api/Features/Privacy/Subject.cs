using Governance.Domain.Clusters;

namespace Governance.Api.Features.Privacy;

/// <summary>The one whom data is about.</summary>
internal static class Subject
{
    /// <summary>The entries of a person: the one that merges leave, then those merged into it.</summary>
    public static Guid[] Of(ClusterHistory history, Guid id)
    {
        var stays = history.Aliases.GetValueOrDefault(new(id), new(id));
        return [stays.Value, .. history.Aliases.Where(a => a.Value == stays).Select(a => a.Key.Value)];
    }
}
