using Wolverine.Attributes;

namespace Governance.Api.Features.Privacy.Retention;

/// <summary>What is past its time is to be deleted.</summary>
public sealed record Prune;

/// <summary>Deletes it.</summary>
public static partial class PruneHandler
{
    private const int LongestSeconds = 3600;

    [MessageTimeout(LongestSeconds)]
    public static async Task HandleAsync(Prune _, Pruning pruning, ILogger logger, CancellationToken ct)
    {
        Pruned(logger, await pruning.PruneAsync(ct));
    }

    [LoggerMessage(LogLevel.Information, "Deleted {Rows} rows whose time was over")]
    private static partial void Pruned(ILogger logger, int rows);
}
