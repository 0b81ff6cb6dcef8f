using Governance.Api.EventStore;
using Npgsql;

namespace Governance.Api.Features.Privacy;

/// <summary>Shows what is private of people, and notes in the same statement who was shown it: nothing is shown unnoted. A table, since a statement that reads a document cannot store another.</summary>
public sealed class PrivateReads(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>All that is held on a person, for the person.</summary>
    public const string SubjectAccess = "subject-access";

    /// <summary>The whole log with its people.</summary>
    public const string Archive = "archive";

    private const string ShowSql = $"""
        with shown as (select id, data from mt_doc_person where tenant_id = $1 and id = any($2)),
        noted as (
          insert into gov_private_reads (tenant_id, read_at, actor, person, what)
            select $1, $3, $4, n.id, n.what
              from (select id, coalesce($5, array_remove(array[case when data ? 'email' then 'email' end, case when data ? 'phone' then 'phone' end,
                      case when data ? 'gender' then 'gender' end, case when data->'externalIds' <> '{"{}"}' then 'external-ids' end], null)) as what
                      from shown where not (data->'erased')::boolean) n
              where cardinality(n.what) > 0)
        select data from shown
        """;

    /// <summary>These people with all that is private of them.</summary>
    /// <param name="what">What it is noted as; without it the private fields that have a value.</param>
    public async Task<IReadOnlyList<Person>> ShowAsync(string cluster, string actor, Guid[] people, string? what, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, ShowSql, cluster, people, clock.GetUtcNow(), actor, new NpgsqlParameter<string[]?> { TypedValue = what is null ? null : [what] });
        await using var reader = await command.RowsAsync(ct);
        var found = new List<Person>();
        while (await reader.ReadAsync(ct)) found.Add(Person.Read(reader));
        return found;
    }

    /// <summary>Notes that everybody's is about to be shown.</summary>
    public async Task NoteAllAsync(string cluster, string actor, string what, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, "insert into gov_private_reads (tenant_id, read_at, actor, what) values ($1, $2, $3, array[$4])", cluster, clock.GetUtcNow(), actor, what);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What was noted, the latest first; of these people alone if they are named, with what concerned everybody.</summary>
    /// <param name="before">Those noted before this one.</param>
    public async Task<IReadOnlyList<PrivateRead>> ListAsync(string cluster, Guid[]? people, long? before, int limit, CancellationToken ct)
    {
        await using var command = database.ForCluster(cluster, """
            select r.id, r.read_at, r.actor, coalesce(k.data->>'name', nullif(a.data->>'name', '')), r.person, r.what
              from gov_private_reads r left join mt_doc_apikey k on k.id = r.actor left join mt_doc_account a on a.id = r.actor
             where r.tenant_id = $1 and ($2::uuid[] is null or r.person = any($2) or r.person is null) and ($3::bigint is null or r.id < $3) order by r.id desc limit $4
            """, cluster, new NpgsqlParameter<Guid[]?> { TypedValue = people }, new NpgsqlParameter<long?> { TypedValue = before }, limit);
        await using var reader = await command.RowsAsync(ct);
        var found = new List<PrivateRead>();
        while (await reader.ReadAsync(ct))
            found.Add(new(reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetGuid(4), reader.GetFieldValue<string[]>(5)));
        return found;
    }
}

/// <summary>Somebody was shown what is private of a person, or of everybody where none is named.</summary>
/// <param name="Actor">The id of the key or account.</param>
/// <param name="What"><c>email</c>, <c>phone</c>, <c>gender</c>, <c>external-ids</c>; <c>subject-access</c> or <c>archive</c> is all of it.</param>
public sealed record PrivateRead(long Number, DateTimeOffset At, string Actor, string? ActorName, Guid? Person, IReadOnlyList<string> What);
