using System.Runtime.CompilerServices;
using System.Text.Json;
using Governance.Domain.Meetings;
using Npgsql;

namespace Governance.Api.EventStore.Archive;

/// <summary>What is kept of meetings beside the log, out of the database and into it, a piece at a time.</summary>
internal static class MeetingArchive
{
    /// <summary>All of a cluster's, in the transaction that is open.</summary>
    public static async IAsyncEnumerable<ArchiveLine> ReadAsync(NpgsqlConnection connection, string cluster, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var json in await AllAsync(connection, cluster, "select data::text from mt_doc_proceedings where tenant_id = $1 order by id", row => row.GetString(0), ct))
            yield return new ArchiveLine.Written(JsonSerializer.Deserialize<Proceedings>(json, EventJson.Options)!);
        var papers = await AllAsync(connection, cluster, "select id, meeting, name, media_type, size, hash, added_by, added_at from gov_papers where tenant_id = $1 order by id", Paper, ct);
        foreach (var paper in papers)
        {
            yield return new ArchiveLine.PaperHead(paper);
            for (var number = 0; ; number++)
            {
                await using var command = connection.ForCluster(cluster, "select bytes from gov_paper_pieces where tenant_id = $1 and paper = $2 and number = $3", cluster, paper.Id, number);
                if (await command.ScalarAsync<byte[]>(ct) is not { } bytes) break;
                yield return new ArchiveLine.PaperPiece(paper.Id, number, bytes);
            }
        }
    }

    /// <summary>Puts the papers among some lines in.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, string cluster, IEnumerable<ArchiveLine> lines, CancellationToken ct)
    {
        foreach (var line in lines)
        {
            await using var command = line switch
            {
                ArchiveLine.PaperHead { Paper: var p } => connection.ForCluster(cluster,
                    "insert into gov_papers (tenant_id, id, meeting, name, media_type, size, hash, added_by, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                    cluster, p.Id, p.Meeting, p.Name, p.MediaType, p.Size, p.Hash, p.AddedBy, p.AddedAt),
                ArchiveLine.PaperPiece piece => connection.ForCluster(cluster, "insert into gov_paper_pieces (tenant_id, paper, number, bytes) values ($1, $2, $3, $4)", cluster, piece.Paper, piece.Number, piece.Bytes),
                _ => null,
            };
            if (command is not null) await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static StoredPaper Paper(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetInt64(4), row.GetFieldValue<byte[]>(5), row.GetString(6), row.GetFieldValue<DateTimeOffset>(7));

    private static async Task<IReadOnlyList<T>> AllAsync<T>(NpgsqlConnection connection, string cluster, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = connection.ForCluster(cluster, sql, cluster);
        await using var rows = await command.RowsAsync(ct);
        var all = new List<T>();
        while (await rows.ReadAsync(ct)) all.Add(read(rows));
        return all;
    }
}
