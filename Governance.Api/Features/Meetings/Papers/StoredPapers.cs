using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using Governance.Api.EventStore;
using Governance.Domain.Meetings;
using Npgsql;

namespace Governance.Api.Features.Meetings.Papers;

/// <summary>Why a paper was not taken.</summary>
public enum PaperFault
{
    /// <summary>It is larger than it may be.</summary>
    TooLarge,

    /// <summary>It is of no kind that is taken.</summary>
    UnknownType,
}

/// <summary>The papers in the database. Neither reading nor writing holds more than a piece of one in memory.</summary>
public sealed class StoredPapers(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Most bytes of a paper.</summary>
    public const long Largest = 25 << 20;

    /// <summary>Most bytes of what one comes in: a form has a little around it.</summary>
    public const long LargestUpload = Largest + (64 << 10);

    private const int Piece = 1 << 20;

    /// <summary>Takes one in as it comes, all or nothing.</summary>
    public async Task<(Paper? Paper, PaperFault? Fault)> AddAsync(string cluster, Guid id, MeetingId meeting, string name, string actor, PipeReader body, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var begin = connection.ForCluster(cluster, "insert into gov_papers (tenant_id, id, meeting, name, media_type, size, hash, added_by, added_at) values ($1, $2, $3, $4, '', 0, '', $5, $6)", cluster, id, meeting.Value, name, actor, clock.GetUtcNow())) await begin.ExecuteNonQueryAsync(ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (size, number, mediaType) = (0L, 0, (string?)null);
        for (var isMore = true; isMore;)
        {
            var read = await body.ReadAtLeastAsync(Piece, ct);
            var piece = read.Buffer.Slice(0, Math.Min(Piece, read.Buffer.Length)).ToArray();
            isMore = !read.IsCompleted || read.Buffer.Length > piece.Length;
            body.AdvanceTo(read.Buffer.GetPosition(piece.Length));
            if (number == 0 && (mediaType = PaperTypes.Of(piece.AsSpan(0, Math.Min(piece.Length, PaperTypes.Beginning)))) is null) return (null, PaperFault.UnknownType);
            if ((size += piece.Length) > Largest) return (null, PaperFault.TooLarge);
            if (piece.Length == 0) continue;
            hash.AppendData(piece);
            await using var add = connection.ForCluster(cluster, "insert into gov_paper_pieces (tenant_id, paper, number, bytes) values ($1, $2, $3, $4)", cluster, id, number++, piece);
            await add.ExecuteNonQueryAsync(ct);
        }
        var sum = hash.GetHashAndReset();
        await using (var end = connection.ForCluster(cluster, "update gov_papers set media_type = $3, size = $4, hash = $5 where tenant_id = $1 and id = $2", cluster, id, mediaType!, size, sum)) await end.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return (new(id, name, mediaType!, size, Convert.ToHexStringLower(sum)), null);
    }

    /// <summary>Writes the bytes of one out, a piece at a time.</summary>
    public async Task WriteAsync(string cluster, Guid id, Stream to, CancellationToken ct)
    {
        for (var number = 0; ; number++)
        {
            await using var command = database.ForCluster(cluster, "select bytes from gov_paper_pieces where tenant_id = $1 and paper = $2 and number = $3", cluster, id, number);
            if (await command.ScalarAsync<byte[]>(ct) is not { } piece) return;
            await to.WriteAsync(piece, ct);
        }
    }

    /// <summary>Whether its bytes are there: they may be erased, while the log keeps their hash.</summary>
    public async Task<bool> HasAsync(string cluster, Guid id, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, "select true from gov_papers where tenant_id = $1 and id = $2", cluster, id);
        return await command.ScalarAsync<bool>(ct);
    }

    /// <summary>Erases one for good.</summary>
    public async Task RemoveAsync(string cluster, Guid id, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, "delete from gov_papers where tenant_id = $1 and id = $2", cluster, id);
        await command.ExecuteNonQueryAsync(ct);
    }
}
