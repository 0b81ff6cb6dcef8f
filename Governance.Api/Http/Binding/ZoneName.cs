namespace Governance.Api.Http.Binding;

/// <summary>A time zone by its IANA name, such as <c>Europe/Oslo</c>.</summary>
public sealed record ZoneName(string Id)
{
    /// <summary>The zone of that name; null where there is none.</summary>
    public static ZoneName? Find(string id) => id.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) ? new(id) : null;
}
