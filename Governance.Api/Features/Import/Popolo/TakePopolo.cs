using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Takes an organisation in from a Popolo document: founds the cluster if it is new, adds to it, or records what has changed since the document was last taken in.</summary>
/// <param name="Hash">The request's hash.</param>
/// <param name="Visibility">Of bodies and decisions that say nothing of it.</param>
/// <param name="Language">In which the changes of an update are told.</param>
/// <param name="Progress">Told how many decisions are read.</param>
public sealed record TakePopolo(
    WriteRequest Request, ClusterSlug Slug, PopoloDocument Document, byte[] Hash, Visibility? Visibility, Language Language, IProgress<long>? Progress = null) : ClusterCommand(Request);

/// <summary>What became of an import of Popolo: how the document was understood last, what it came to where it stands or is in already, and the changes of an update.</summary>
public sealed record PopoloWritten(WriteOutcome Written, PopoloTaken? Taken, ImportAnswer? Answer, IReadOnlyList<ChangeMade>? Changes);

/// <summary>Takes in all of it, or nothing; malformed where it cannot be understood beside what is there.</summary>
public static class TakePopoloHandler
{
    public static async Task<PopoloWritten> HandleAsync(TakePopolo command, ClusterWriter writer, EventLog log, Calendar calendar, CancellationToken ct)
    {
        PopoloImport import = null!;
        PopoloTaken? taken = null;
        var start = 0L;
        var written = await writer.WriteAsync(command.Request, async live =>
        {
            import = await ImportAsync();
            (taken, var faults) = import.For(live.History);
            start = live.Position;
            return taken is null ? new Verdict.Malformed(faults) : import.Acts(taken).Judge(live.History, command.Progress).Verdict;
        }, ct);
        switch (written)
        {
            case WriteOutcome.Recorded recorded:
                // A repeated request is not decided on again, or on what it has made.
                var (then, answer, changes) = (import ?? await ImportAsync()).At(recorded.Cluster, recorded.Position, command.Language, taken is not null && start < recorded.Position ? (taken, start) : null);
                return new(written, then, answer, changes);
            case WriteOutcome.Unchanged unchanged:
                return new(written, taken, import.Acts(taken!).Judge(unchanged.Cluster.History).Answer, taken!.IsUpdate ? [] : null);
            default:
                return new(written, taken, null, null);
        }

        async Task<PopoloImport> ImportAsync() =>
            new(command.Slug, command.Document, command.Hash, calendar, command.Visibility, await log.ReadPeopleAsync(command.Slug.Value, ct: ct));
    }
}
