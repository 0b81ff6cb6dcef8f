using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;

namespace Governance.Api.EventStore;

/// <summary>What is kept of a person, outside the log: a document. Contact, gender, external ids and who asked for erasure are private.</summary>
public sealed record Person(Guid Id, string Name)
{
    /// <summary>A seat then shows as filled, without the name.</summary>
    public bool Unlisted { get; init; }

    /// <summary>Private.</summary>
    public string? Email { get; init; }

    /// <summary>Private.</summary>
    public string? Phone { get; init; }

    /// <summary>Private: only counted, for gender balance.</summary>
    public string? Gender { get; init; }

    /// <summary>Private: identifier by scheme.</summary>
    public IReadOnlyDictionary<string, string> ExternalIds { get; init; } = new Dictionary<string, string>();

    /// <summary>Title and organisation over time, the earliest first.</summary>
    public IReadOnlyList<PersonRole> Roles { get; init; } = [];

    /// <summary>The person this one is an alias of.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The actor who asked for erasure; another one confirms it.</summary>
    public string? ErasureAskedBy { get; init; }

    /// <summary>When erasure was asked for.</summary>
    public DateTimeOffset? ErasureAskedAt { get; init; }

    /// <summary>Private: what they were called before, the earliest first; looked for in texts when they ask what is held on them, and when they are erased.</summary>
    public IReadOnlyList<string>? FormerNames { get; init; }

    /// <summary>All that was known is cleared; only the id is left.</summary>
    public bool Erased { get; init; }

    /// <summary>The position of the act that wrote this last; 0 in an archive, which does not tell of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Position { get; init; }

    /// <summary>Secret: the key of the hash by which the act that wrote this last proves it, in hex; new each time. Absent in rows of before.</summary>
    public string? Salt { get; init; }

    /// <summary>All that they are and were called.</summary>
    [JsonIgnore]
    public IEnumerable<string> Names => [Name, .. FormerNames ?? []];

    /// <summary>Called otherwise from now on.</summary>
    public Person Called(string name) => name == Name ? this : this with { Name = name, FormerNames = [.. (FormerNames ?? []).Append(Name).Where(n => n != name).Distinct(StringComparer.Ordinal)] };

    /// <summary>Reads a row whose one column is the document.</summary>
    internal static Person Read(NpgsqlDataReader row) => JsonSerializer.Deserialize<Person>(row.GetFieldValue<byte[]>(0), EventJson.Options)!;
}

/// <summary>A person's title and organisation from a date on, always when there is none.</summary>
public sealed record PersonRole(string? From, string? Title, string? Organisation);
