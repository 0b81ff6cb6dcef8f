using Governance.Domain.Values;
using Npgsql;

namespace Governance.Api.Security;

/// <summary>The keys in the database.</summary>
public sealed class ApiKeys(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Columns = "id, name, role, cluster, created_at, created_by, expires_at, revoked_at";

    /// <summary>Makes a key; its secret is nowhere but in the answer.</summary>
    public async Task<(ApiKey Key, string Secret)> CreateAsync(string name, Grant grant, DateTimeOffset? expiresAt, string createdBy, CancellationToken ct) =>
        (await CreateAsync(Token.NewId(), name, grant, expiresAt, createdBy, ct))!.Value;

    /// <summary>Makes a key of that id; nothing where there is one already.</summary>
    public async Task<(ApiKey Key, string Secret)?> CreateAsync(string id, string name, Grant grant, DateTimeOffset? expiresAt, string createdBy, CancellationToken ct)
    {
        var secret = ApiKey.NewSecret();
        await using var command = database.CreateCommand(
            $"""
            insert into gov_api_keys (id, name, hash, role, cluster, created_at, created_by, expires_at)
              values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning {Columns}
            """);
        object?[] values = [id, name, Token.Hash(secret), Words.Of(grant.Role), grant.Cluster, clock.GetUtcNow(), createdBy, expiresAt?.ToUniversalTime()];
        foreach (var value in values) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (Read(reader), secret) : null;
    }

    /// <summary>Makes the first admin key, once in the life of a database.</summary>
    /// <returns>Its secret; nothing when it was made before.</returns>
    public async Task<string?> CreateBootstrapAsync(CancellationToken ct) =>
        (await CreateAsync(ApiKey.Bootstrap, "Bootstrap", new Grant(Role.Admin, null), null, ApiKey.Bootstrap, ct))?.Secret;

    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select {Columns} from gov_api_keys order by created_at, id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var keys = new List<ApiKey>();
        while (await reader.ReadAsync(ct)) keys.Add(Read(reader));
        return keys;
    }

    public async Task<ApiKey?> FindAsync(byte[] hash, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select {Columns} from gov_api_keys where hash = $1");
        command.Parameters.Add(new() { Value = hash });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Read(reader) : null;
    }

    /// <summary>Ends a key for good; one already ended keeps its time.</summary>
    /// <returns>Whether there is such a key.</returns>
    public async Task<bool> RevokeAsync(string id, CancellationToken ct)
    {
        await using var command = database.CreateCommand("update gov_api_keys set revoked_at = coalesce(revoked_at, $2) where id = $1");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    private static ApiKey Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), new Grant(Enum.Parse<Role>(row.GetString(2), ignoreCase: true), row.IsDBNull(3) ? null : row.GetString(3)),
        row.GetFieldValue<DateTimeOffset>(4), row.GetString(5), Time(row, 6), Time(row, 7));

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
