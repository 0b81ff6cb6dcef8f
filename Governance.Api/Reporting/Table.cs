using System.Text.Json;
using System.Text.Json.Serialization;

namespace Governance.Api.Reporting;

/// <summary>A table of the reporting schema, and the column that says what a row is about; null where that is the cluster.</summary>
internal sealed record Table(string Name, string? Key)
{
    public static readonly Table Bodies = new("bodies", "id");
    public static readonly Table Names = new("names", "id");
    public static readonly Table Mandates = new("mandates", "body_id");
    public static readonly Table Seats = new("seats", "id");
    public static readonly Table Appointments = new("appointments", "seat_id");
    public static readonly Table Partners = new("partners", "id");
    public static readonly Table Decisions = new("decisions", "id");
    public static readonly Table ClusterNames = new("cluster_names", null);
    public static readonly Table Strategies = new("strategies", null);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Table> All = [Bodies, Names, Mandates, Seats, Appointments, Partners, Decisions, ClusterNames, Strategies];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What the table says of a thing: members in snake case are its columns.</summary>
    /// <param name="lapses">The first day on which it is no longer so, where time alone ends it.</param>
    public Slice Says<TColumns>(Guid key, TColumns columns, DateOnly? lapses = null) => new(this, key, JsonSerializer.Serialize(columns, Json), lapses);
}

/// <summary>What a table says of one thing on a day. <c>Values</c> are the columns in JSON.</summary>
internal readonly record struct Slice(Table Table, Guid Key, string Values, DateOnly? Lapses);

/// <summary>What a table says of one thing from a day until another, exclusive; without it, until further notice.</summary>
internal sealed record Row(Table Table, Guid Key, string Values, DateOnly From, DateOnly? Until);

/// <summary>A row, and from when until when, exclusive, it was known to be so.</summary>
internal sealed record KnownRow(Row Row, DateTimeOffset From, DateTimeOffset? Until);
