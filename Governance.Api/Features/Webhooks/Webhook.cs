using System.Text.Json.Serialization;
using Governance.Api.Features.Changes;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Npgsql;

namespace Governance.Api.Features.Webhooks;

/// <summary>Whether a subscriber is sent anything.</summary>
[JsonConverter(typeof(KebabCase<WebhookState>))]
public enum WebhookState
{
    /// <summary>It is sent what comes.</summary>
    Active,

    /// <summary>An admin has paused it.</summary>
    Paused,

    /// <summary>We have stopped: the subscriber is gone, or was away for too long.</summary>
    Stopped,
}

/// <summary>A subscriber to a cluster's feed, and how far it has been told.</summary>
/// <param name="Types">The registrations it is told of; none named is all.</param>
/// <param name="Previous">The secret before, while it still signs.</param>
/// <param name="Revision">How often an admin has changed it.</param>
/// <param name="Attempts">How often what comes next has been tried in vain while the subscriber was away.</param>
/// <param name="Refusals">How often the subscriber has refused what comes next.</param>
/// <param name="Lease">The number of the turn whose it is.</param>
public sealed record Webhook(
    Guid Id, string Cluster, string Url, string? Description, IReadOnlyList<string> Types, Audience Audience, Language Lang, WebhookState State, Secret Secret, Secret? Previous, DateTimeOffset? PreviousUntil,
    Place Place, int Revision, int Attempts, int Refusals, DateTimeOffset? FailingSince, TimeSpan? FailingFor, DeliveryFault? Fault, int? Status, DateTimeOffset DueAt, long Lease, DateTimeOffset CreatedAt, string CreatedBy)
{
    /// <summary>The columns that <see cref="Read"/> reads, in its order.</summary>
    internal const string Columns = """
        id, cluster, url, description, types, audience, lang, state, secret, case when previous_until > clock_timestamp() then previous_secret end, previous_until,
        position, took, revision, attempts, refusals, failing_since, clock_timestamp() - failing_since, fault, status, due_at, lease, created_at, created_by
        """;

    /// <summary>Whether it is to be told of what is of a type. What it may not see has none, and is passed over.</summary>
    public bool Wants(string? type) => type is not null && (Types.Count == 0 || Types.Contains(type, StringComparer.Ordinal));

    internal static Webhook Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetFieldValue<string[]>(4), Word<Audience>(row.GetString(5)), Word<Language>(row.GetString(6)), Word<WebhookState>(row.GetString(7)),
        new(row.GetFieldValue<byte[]>(8)), row.IsDBNull(9) ? null : new(row.GetFieldValue<byte[]>(9)), Time(row, 10), new(row.GetInt64(11), TookCursor.Read(row.GetString(12))!), row.GetInt32(13), row.GetInt32(14), row.GetInt32(15),
        Time(row, 16), row.IsDBNull(17) ? null : row.GetFieldValue<TimeSpan>(17), Text(row, 18) is { } fault ? Word<DeliveryFault>(fault) : null, row.IsDBNull(19) ? null : row.GetInt32(19), Time(row, 20)!.Value,
        row.GetInt64(21), Time(row, 22)!.Value, row.GetString(23));

    internal static T Word<T>(string word) where T : struct, Enum => Words.TryParse<T>(word, out var value) ? value : throw new InvalidOperationException($"No {typeof(T).Name} is called {word}.");

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
