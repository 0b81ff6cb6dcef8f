using Governance.Api.Clusters;
using Governance.Domain.Clusters;

namespace Governance.Api.Features.Import;

/// <summary>Takes a whole history in: founds the cluster if it is new, or adds to it.</summary>
/// <param name="Hash">The request's hash.</param>
/// <param name="Progress">Told how many decisions are read.</param>
public sealed record TakeImport(WriteRequest Request, ClusterSlug Slug, ImportRequest Document, byte[] Hash, IProgress<long>? Progress = null) : ClusterCommand(Request);

/// <summary>What became of an import, and what it came to where it stands or is in already.</summary>
public sealed record ImportWritten(WriteOutcome Written, ImportAnswer? Answer);

/// <summary>Takes in all of it, or nothing.</summary>
public static class TakeImportHandler
{
    public static async Task<ImportWritten> HandleAsync(TakeImport command, ClusterWriter writer, Calendar calendar, CancellationToken ct)
    {
        var import = new ImportHistory(command.Slug, command.Document, command.Hash, calendar);
        var written = await writer.WriteAsync(command.Request, live => import.Judge(live.History, command.Progress).Verdict, ct);
        return new(written, written switch
        {
            WriteOutcome.Recorded recorded => import.At(recorded.Cluster, recorded.Position),
            WriteOutcome.Unchanged unchanged => import.Judge(unchanged.Cluster.History).Answer,
            _ => null,
        });
    }
}
