using System.Globalization;
using Governance.Api.Http.Binding;

namespace Governance.Api.Features.Compare;

/// <summary>Moments as people give them in a form: by the clock where the cluster is.</summary>
internal static class PointInTimeInput
{
    private static readonly string[] forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>As the form has it.</summary>
    public static string Written(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).ToString(forms[1], CultureInfo.InvariantCulture);

    /// <summary>Reads one, with or without an offset; null where there is none. What cannot be read is a fault.</summary>
    public static DateTimeOffset? Read(string path, string? text, TimeZoneInfo zone, List<Fault> faults)
    {
        if (text is null) return null;
        if (Instants.TryParse(text, out var instant)) return instant;
        if (DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 1000 and <= 2999)
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        faults.Add(new(path, new("Skal være et tidspunkt, som 2024-01-31T12:00.", "Must be a date and a time, such as 2024-01-31T12:00.")));
        return null;
    }
}
