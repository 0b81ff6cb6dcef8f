namespace Governance.Api.Hosting.Telemetry;

/// <summary>How far one who follows the log is behind it, as a health check's data, from which the metrics are made.</summary>
internal static class Lag
{
    public const string Behind = "behind";
    public const string Seconds = "seconds";

    /// <param name="behind">How many are behind.</param>
    /// <param name="by">The farthest of them.</param>
    public static IReadOnlyDictionary<string, object> Data(long behind, TimeSpan by) =>
        new Dictionary<string, object>(StringComparer.Ordinal) { [Behind] = (double)behind, [Seconds] = Math.Max(0, by.TotalSeconds) };
}
