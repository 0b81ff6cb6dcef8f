using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Takes an organisation in from a Popolo document: founds the cluster if it is new, adds to it, or records what has changed since the document was last taken in.</summary>
/// <param name="Hash">The request's hash.</param>
/// <param name="Visibility">Of bodies and decisions that say nothing of it.</param>
/// <param name="Language">In which the changes of an update are told.</param>
/// <param name="Progress">Told how many decisions are read.</param>
public sealed record TakePopolo(
    WriteRequest Request, ClusterSlug Slug, PopoloDocument Document, byte[] Hash, Visibility? Visibility, Language Language, IProgress<long>? Progress = null) : ClusterCommand(Request);

/// <summary>What became of an import of Popolo: how the document was understood last, what it came to where it stands or is in already, and what an update changed.</summary>
public sealed record PopoloWritten(WriteOutcome Written, PopoloTaken? Taken, ImportAnswer? Answer, PopoloChanges? Changes);

/// <summary>Takes in all of it, or nothing; malformed where it cannot be understood beside what is there.</summary>
public static class TakePopoloHandler
{
    public static async Task<PopoloWritten> HandleAsync(TakePopolo command, ClusterWriter writer, EventLog log, Calendar calendar, CancellationToken ct)
    {
        PopoloImport? import = null;
        var written = await writer.WriteAsync(command.Request, async live => (import = await ImportAsync()).Judge(live, command.Progress), ct);
        switch (written)
        {
            case WriteOutcome.Recorded recorded:
                var (then, answer, changes) = (import ?? await ImportAsync()).At(recorded.Cluster, recorded.Position, command.Language);
                return new(written, then, answer, changes);
            case WriteOutcome.Unchanged when import?.Judged is { } judged:
                return new(written, judged.Taken, judged.Answer, judged.Taken.IsUpdate ? PopoloChanges.None : null);
            default:
                return new(written, import?.Judged?.Taken, null, null);
        }

        async Task<PopoloImport> ImportAsync() =>
            new(command.Slug, command.Document, command.Hash, calendar, command.Visibility, await log.ReadPeopleAsync(command.Slug.Value, ct: ct));
    }
}
