using Npgsql;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>Statements with their values.</summary>
internal static class Commands
{
    public static NpgsqlCommand Command(this NpgsqlDataSource database, string sql, params object?[] values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
