using Governance.Api.Store;
using System.Data;
using System.Runtime.CompilerServices;
using Governance.Api.EventStore.Archive;
using Governance.Api.EventStore.Heads;
using Npgsql;

namespace Governance.Api.EventStore;

public sealed partial class EventLog
{
    /// <summary>All of a cluster as of one moment: heading, events, people, end. Nothing where there is no such cluster.</summary>
    /// <param name="signer">Signs where it stands.</param>
    public async IAsyncEnumerable<ArchiveLine> ReadArchiveAsync(string cluster, HeadSigner? signer = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (!(await HeadsAsync(connection, [cluster], ct)).TryGetValue(cluster, out var head)) yield break;
        var (events, people, others) = (0L, 0L, 0L);
        await using (var batch = new NpgsqlBatch(connection, snapshot) { BatchCommands = { RowLevelSecurity.Only(cluster), Command("select id, coalesce(type, '') from mt_streams where tenant_id = $1", cluster), Command(RowsSql, cluster), Command(PeopleSql + " order by id", cluster) } })
        await using (var reader = await batch.RowsAsync(ct))
        {
            var streamTypes = new Dictionary<Guid, string>();
            while (await reader.ReadAsync(ct)) streamTypes[reader.GetGuid(0)] = reader.GetString(1);
            yield return new ArchiveLine.Heading(cluster, head.Position, head.RecordedAt, signer?.Sign(cluster, head));
            await reader.NextResultAsync(ct);
            await foreach (var hashed in RowsAsync(reader, cluster, ct))
            {
                events++;
                yield return new ArchiveLine.Event(hashed.Row, streamTypes[hashed.Row.Stream]);
            }
            await reader.NextResultAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                people++;
                yield return new ArchiveLine.Somebody(Person.Read(reader));
            }
        }
        await foreach (var line in MeetingArchive.ReadAsync(connection, cluster, ct))
        {
            others++;
            yield return line;
        }
        yield return new ArchiveLine.End(events, people, others);
    }

    /// <summary>Rebuilds a cluster that is not there, with its times, positions and chain: all of it if every hash fits and <paramref name="keep"/> says so, else nothing. Null where the cluster is there.</summary>
    /// <param name="progress">Told how many events are in.</param>
    public async Task<Verification?> RestoreAsync(ArchiveLine.Heading heading, IAsyncEnumerable<ArchiveLine> lines, bool keep, IProgress<long>? progress = null, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if ((await HeadsAsync(connection, [heading.Cluster], ct)).Count > 0) return null;
        var verifier = new ClusterVerifier(heading.Cluster, types);
        var done = 0L;
        try
        {
            await foreach (var chunk in WholeActsAsync(lines, RegisterStream.Of(heading.Cluster), ct))
            {
                await using var session = sessions.Within(transaction, heading.Cluster);
                var restoring = new Restoring(session, types, RegisterStream.Of(heading.Cluster));
                foreach (var line in chunk)
                {
                    if (line is ArchiveLine.Somebody { Person: var person }) session.Store(person with { Position = heading.Position });
                    if (line is ArchiveLine.Written { Proceedings: var proceedings }) session.Insert(proceedings);
                    if (line is not ArchiveLine.Event stored) continue;
                    var hashed = HashedRow.Of(stored.Row);
                    verifier.Add(hashed);
                    restoring.Add(stored, hashed.Unreadable is null ? hashed.DataHash : null);
                    done++;
                }
                restoring.Append();
                await session.SaveChangesAsync(ct);
                await MeetingArchive.WriteAsync(connection, heading.Cluster, chunk, ct);
                progress?.Report(done);
            }
        }
        catch (Exception fault) when (fault.IsRefused())
        {
            // Unless somebody has founded it meanwhile, the archive is to blame.
            await transaction.RollbackAsync(ct);
            return await HeadAsync(heading.Cluster, ct) is null ? throw new BrokenArchiveException("The events of a stream do not follow each other.") : null;
        }
        var verification = await FinishAsync(connection, heading.Cluster, verifier, ct);
        if (keep && verification.Holds) await transaction.CommitAsync(ct);
        return verification;
    }

    /// <summary>So many lines together, an act never parted.</summary>
    private static async IAsyncEnumerable<List<ArchiveLine>> WholeActsAsync(IAsyncEnumerable<ArchiveLine> lines, Guid register, [EnumeratorCancellation] CancellationToken ct)
    {
        var part = new List<ArchiveLine>();
        await foreach (var line in lines.WithCancellation(ct))
        {
            part.Add(line);
            if (line is not ArchiveLine.PaperPiece && (part.Count < EventsAtOnce || line is ArchiveLine.Event { Row.Stream: var stream } && stream != register)) continue;
            yield return part;
            part = [];
        }
        yield return part;
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
