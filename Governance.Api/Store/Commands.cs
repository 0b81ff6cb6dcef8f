using Npgsql;

namespace Governance.Api.Store;

/// <summary>Statements with positional parameters, on connections of their own.</summary>
public static class Commands
{
    /// <param name="values">In the order of <c>$1</c>, <c>$2</c> …; null is the database's.</param>
    public static NpgsqlCommand Command(this NpgsqlDataSource database, string sql, params ReadOnlySpan<object?> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }

    /// <returns>How many rows it changed.</returns>
    public static async Task<int> ExecuteAsync(this NpgsqlDataSource database, string sql, CancellationToken ct, params object?[] values)
    {
        await using var command = database.Command(sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
