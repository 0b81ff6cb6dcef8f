using Governance.Api.Http.Answers;
using Governance.Domain.Clusters;

namespace Governance.Api.Clusters;

/// <summary>What day it is where a cluster is.</summary>
public sealed class Calendar(TimeProvider clock)
{
    /// <summary>The time zone of a cluster that names none.</summary>
    public const string DefaultZone = "Europe/Oslo";

    /// <summary>The civil day now in the cluster's time zone.</summary>
    public CivilDay Day(ClusterHistory history) => CivilDay.At(clock.GetUtcNow(), ZoneOf(history));

    /// <summary>The time zone of a cluster; that of Oslo where it is not founded.</summary>
    public static TimeZoneInfo ZoneOf(ClusterHistory? history) => TimeZoneInfo.FindSystemTimeZoneById(history?.Founding?.TimeZone ?? DefaultZone);

    /// <summary>The civil day now in a time zone by its IANA name.</summary>
    public CivilDay Day(string zone) => CivilDay.At(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <summary>The date now in the cluster's time zone.</summary>
    public DateOnly Today(ClusterHistory history) => Day(history).Date;
}
