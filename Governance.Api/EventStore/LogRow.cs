using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>A row of the log as it stands, before upcasting: what verification and export need. Data and headers are JSON in UTF-8.</summary>
public sealed record LogRow(
    Guid Id, Guid Stream, long Version, string Type, string? DotnetType, DateTimeOffset RecordedAt, string? User, string? Correlation, string? Causation,
    byte[] Data, byte[] Headers)
{
    internal const string Columns = "id, stream_id, version, type, mt_dotnet_type, timestamp, user_name, correlation_id, causation_id, data, coalesce(headers, '{}') as headers";

    internal static LogRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), row.GetString(3), Text(row, 4), row.GetFieldValue<DateTimeOffset>(5),
        Text(row, 6), Text(row, 7), Text(row, 8), row.GetFieldValue<byte[]>(9), row.GetFieldValue<byte[]>(10));

    internal static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
