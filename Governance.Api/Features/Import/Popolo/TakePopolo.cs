using Governance.Api.Clusters;
using Governance.Domain.Clusters;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Takes an organisation in from a Popolo document: founds the cluster if it is new, or adds to it.</summary>
/// <param name="Hash">The request's hash.</param>
/// <param name="Progress">Told how many decisions are read.</param>
public sealed record TakePopolo(WriteRequest Request, ClusterSlug Slug, PopoloDocument Document, byte[] Hash, IProgress<long>? Progress = null) : ClusterCommand(Request);

/// <summary>What became of an import of Popolo: how the document was understood last, and what it came to where it stands or is in already.</summary>
public sealed record PopoloWritten(WriteOutcome Written, PopoloTaken? Taken, ImportAnswer? Answer);

/// <summary>Takes in all of it, or nothing; malformed where it cannot be understood beside what is there.</summary>
public static class TakePopoloHandler
{
    public static async Task<PopoloWritten> HandleAsync(TakePopolo command, ClusterWriter writer, Calendar calendar, CancellationToken ct)
    {
        var import = new PopoloImport(command.Slug, command.Document, command.Hash, calendar);
        PopoloTaken? taken = null;
        var written = await writer.WriteAsync(command.Request, live =>
        {
            (taken, var faults) = import.For(live.History);
            return taken is null ? new Verdict.Malformed(faults) : import.Acts(taken).Judge(live.History, command.Progress).Verdict;
        }, ct);
        if (written is WriteOutcome.Recorded recorded)
        {
            taken = import.TakenAt(recorded.Cluster, recorded.Position);
            return new(written, taken, import.Acts(taken).At(recorded.Cluster, recorded.Position));
        }
        return new(written, taken, written is WriteOutcome.Unchanged unchanged ? import.Acts(taken!).Judge(unchanged.Cluster.History).Answer : null);
    }
}
