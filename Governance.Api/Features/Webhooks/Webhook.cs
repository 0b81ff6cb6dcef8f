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
/// <param name="Previous">The secret before, while it still signs.</param>
/// <param name="Revision">How often an admin has changed it.</param>
/// <param name="Attempts">How often what comes next has been tried in vain while the subscriber was away.</param>
/// <param name="Refusals">How often the subscriber has refused what comes next.</param>
/// <param name="Lease">The number of the turn whose it is.</param>
public sealed record Webhook(
    WebhookSettings Settings, WebhookState State, Secret? Previous, DateTimeOffset? PreviousUntil, DeliveryCursor Place,
    int Revision, int Attempts, int Refusals, DateTimeOffset? FailingSince, TimeSpan? FailingFor, DeliveryFault? Fault, int? Status, DateTimeOffset DueAt, long Lease)
{
    /// <summary>The columns of the row, after which come its settings.</summary>
    internal const string Columns = """
        w.state, w.previous_until > clock_timestamp(), w.previous_until, w.position, w.took, w.revision, w.attempts, w.refusals, w.failing_since, clock_timestamp() - w.failing_since, w.fault, w.status, w.due_at, w.lease
        """;

    public Guid Id => Settings.Id;

    public string Cluster => Settings.Cluster;

    public string Url => Settings.Url;

    public string? Description => Settings.Description;

    public IReadOnlyList<string> Types => Settings.Types;

    public Audience Audience => Settings.Audience;

    public Language Lang => Settings.Lang;

    public Secret Secret => new(Settings.Secret);

    public DateTimeOffset CreatedAt => Settings.CreatedAt;

    public string CreatedBy => Settings.CreatedBy;

    /// <summary>Whether it is to be told of what is of a type. What it may not see has none, and is passed over.</summary>
    public bool Wants(string? type) => type is not null && (Types.Count == 0 || Types.Contains(type, StringComparer.Ordinal));

    internal static Webhook Read(NpgsqlDataReader row) => Read(row, WebhookSettings.Read(row.GetFieldValue<byte[]>(14)));

    internal static Webhook Read(NpgsqlDataReader row, WebhookSettings settings) => new(
        settings, Word<WebhookState>(row.GetString(0)), settings.PreviousSecret is { } previous && !row.IsDBNull(1) && row.GetBoolean(1) ? new(previous) : null, Time(row, 2), new(row.GetInt64(3), EffectCursor.Read(row.GetString(4))!),
        row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), Time(row, 8), row.IsDBNull(9) ? null : row.GetFieldValue<TimeSpan>(9), row.IsDBNull(10) ? null : Word<DeliveryFault>(row.GetString(10)), row.IsDBNull(11) ? null : row.GetInt32(11),
        Time(row, 12)!.Value, row.GetInt64(13));

    internal static T Word<T>(string word) where T : struct, Enum => Words.TryParse<T>(word, out var value) ? value : throw new InvalidOperationException($"No {typeof(T).Name} is called {word}.");

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
