namespace Governance.Api.Reporting;

/// <summary>A table of the reporting schema, and the column that says what a row is about; null where that is the cluster.</summary>
internal sealed class Table(string name, string? key)
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

    public string Name => name;

    public string? Key => key;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Table> All = [Bodies, Names, Mandates, Seats, Appointments, Partners, Decisions, ClusterNames, Strategies];
}
