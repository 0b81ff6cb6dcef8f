using System.CommandLine;
using Governance.Domain.Clusters;

namespace Governance.Api.Cli;

/// <summary>Where a role holds: one cluster or all, and one has to say which.</summary>
internal sealed class ClusterChoice
{
    private readonly Option<string?> _cluster = new("--cluster") { Description = "Where it holds." };
    private readonly Option<bool> _all = new("--all-clusters") { Description = "That it holds everywhere." };

    public void AddTo(Command verb)
    {
        verb.Add(_cluster);
        verb.Add(_all);
        verb.Validators.Add(given =>
        {
            if (given.GetValue(_cluster) is null != given.GetValue(_all)) given.AddError("Give either --cluster or --all-clusters.");
            if (given.GetValue(_cluster) is { } cluster && !ClusterSlug.TryParse(cluster, out _)) given.AddError($"'{cluster}' is no cluster's id.");
        });
    }

    /// <summary>The cluster; nothing for all.</summary>
    public string? Of(ParseResult parsed) => parsed.GetValue(_cluster);
}
