using Governance.Domain.Clusters;
using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>What an event is made of, as its row has it.</summary>
internal readonly record struct StoredRow(Guid Id, Guid Stream, long Version, string Type, DateTimeOffset RecordedAt, string? Correlation, string? Causation, byte[] Data, byte[] Headers)
{
    public const string Columns = "id, stream_id, version, type, timestamp, correlation_id, causation_id, data, coalesce(headers, '{}') as headers";

    public static StoredRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4),
        LogRow.Text(row, 5), LogRow.Text(row, 6), row.GetFieldValue<byte[]>(7), row.GetFieldValue<byte[]>(8));

    public StoredEvent ToEvent(EventTypes types)
    {
        var data = types.Read(Type, Data);
        // Of an act's links only the last is gone on from.
        var headers = EventHeaders.Parse(Headers, hashes: data is RegisterEvent, people: false);
        return new StoredEvent(headers.Position, headers.Index, Id, Stream, Version, data, RecordedAt, headers.Actor)
        {
            Decision = headers.Decision,
            Revision = headers.Revision,
            EffectiveFrom = headers.EffectiveFrom,
            DecidedOn = headers.DecidedOn,
            Correlation = Correlation,
            Causation = Causation,
            Chain = headers.Chain,
        };
    }
}
