using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>People to and from rows of <c>gov_people</c>.</summary>
internal static class PersonRows
{
    public const string Columns = "id, name, unlisted, email, phone, gender, external_ids, roles, merged_into, erasure_asked_by, erasure_asked_at, erased";

    // What is absent becomes null in the row.
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The last row of each person; null for none.</summary>
    public static byte[]? Write(IEnumerable<Person> people)
    {
        var rows = new Dictionary<Guid, Person>();
        foreach (var person in people) rows[person.Id] = person;
        return rows.Count == 0 ? null : JsonSerializer.SerializeToUtf8Bytes(rows.Values, Json);
    }

    public static Person Read(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1))
    {
        Unlisted = row.GetBoolean(2),
        Email = Text(row, 3),
        Phone = Text(row, 4),
        Gender = Text(row, 5),
        ExternalIds = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetFieldValue<byte[]>(6), Json)!,
        Roles = JsonSerializer.Deserialize<List<PersonRole>>(row.GetFieldValue<byte[]>(7), Json)!,
        MergedInto = row.IsDBNull(8) ? null : row.GetGuid(8),
        ErasureAskedBy = Text(row, 9),
        ErasureAskedAt = row.IsDBNull(10) ? null : row.GetFieldValue<DateTimeOffset>(10),
        Erased = row.GetBoolean(11),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
