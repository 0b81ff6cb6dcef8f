namespace Governance.Api.EventStore;

/// <summary>Whether the rows of a cluster's people are as the acts wrote them that wrote them last.</summary>
internal sealed class PeopleVerifier
{
    private readonly Dictionary<Guid, (long Position, string? Hash)> written = [];   // without a hash by acts of before they kept one

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them were written last by acts that do not say what they wrote.</summary>
    public int Unproved { get; private set; }

    /// <summary>A row of the log, in order.</summary>
    public void Add(HashedRow row)
    {
        if (row.Headers is not { } headers) return;
        foreach (var (id, hash) in headers.People ?? new Dictionary<Guid, string>()) written[id] = (headers.Position, hash);
        if (!headers.IsSalted)
            foreach (var id in row.Persons) written[id] = (headers.Position, null);
    }

    /// <summary>A person's row, once the log is in: tells what is wrong with it, at the position of the act that wrote it last.</summary>
    public IEnumerable<(long Position, string What)> Check(PersonRow row)
    {
        Count++;
        if (!written.Remove(row.Id, out var act))
        {
            yield return (0, $"person {row.Id}: no act wrote this row");
            yield break;
        }
        if (act.Hash is null) Unproved++;
        else if (row.Hash != act.Hash) yield return (act.Position, $"person {row.Id}: the row is not what the act wrote");
        if (row.Column != row.Position) yield return (act.Position, $"person {row.Id}: the column and the row have different positions");
        if (act.Hash is not null && row.Position < act.Position) yield return (act.Position, $"person {row.Id}: the row says that it is of act {row.Position}");
    }

    /// <summary>Persons that have no row, once all rows are in.</summary>
    public IEnumerable<(long Position, string What)> Missing => written.Select(w => (w.Value.Position, $"person {w.Key}: there is no row"));
}

/// <summary>A person's row as the database has it.</summary>
/// <param name="Hash">As an act would keep it; null where it has no key.</param>
/// <param name="Column">The position beside it.</param>
internal sealed record PersonRow(Guid Id, string? Hash, long Position, long Column)
{
    /// <summary>Reads id, data and position.</summary>
    internal static PersonRow Read(Npgsql.NpgsqlDataReader row)
    {
        var data = row.GetFieldValue<byte[]>(1);
        using var json = System.Text.Json.JsonDocument.Parse(data);
        var salt = json.RootElement.TryGetProperty("salt"u8, out var key) && key.ValueKind == System.Text.Json.JsonValueKind.String ? key.GetString() : null;
        var position = json.RootElement.TryGetProperty("position"u8, out var said) && said.ValueKind == System.Text.Json.JsonValueKind.Number && said.TryGetInt64(out var number) ? number : 0;
        return new(row.GetGuid(0), salt is null ? null : HashOf(data, salt), position, row.GetInt64(2));
    }

    private static string? HashOf(byte[] data, string salt)
    {
        try
        {
            return PersonHash.Of(data, salt);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
