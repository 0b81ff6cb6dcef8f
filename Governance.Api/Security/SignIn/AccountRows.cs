using Npgsql;

namespace Governance.Api.Security.SignIn;

/// <summary>How an account is read from its row.</summary>
internal static class AccountRows
{
    public const string Columns =
        "id, login, issuer, name, grants, password_hash is not null, totp_on, cardinality(recovery), locked_until, disabled_at, created_at, created_by, stamp";

    /// <summary>How many columns these are: others may follow.</summary>
    public const int Count = 13;

    public static Account Read(NpgsqlDataReader row) => new(
        row.GetString(0), Text(row, 1), Text(row, 2), row.GetString(3), [.. row.GetFieldValue<string[]>(4).Select(Grant.Parse)], row.GetBoolean(5), row.GetBoolean(6), row.GetInt32(7),
        Time(row, 8), Time(row, 9), row.GetFieldValue<DateTimeOffset>(10), row.GetString(11), row.GetInt64(12));

    /// <summary>The account that a statement answers, if any.</summary>
    public static async Task<Account?> OneAsync(this NpgsqlDataSource database, string sql, CancellationToken ct, params object?[] values)
    {
        await using var command = database.Command(sql, values);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? Read(row) : null;
    }

    public static NpgsqlCommand Command(this NpgsqlDataSource database, string sql, params object?[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
