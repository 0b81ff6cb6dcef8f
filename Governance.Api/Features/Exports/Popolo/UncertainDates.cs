using System.Text.Json.Nodes;
using Governance.Domain.Time;

namespace Governance.Api.Features.Exports.Popolo;

/// <summary>Dates that are unknown, or known only to have been then at the latest: Popolo has no form for them, so they stand under <c>extra.edtf</c> as EDTF has them.</summary>
internal static class UncertainDates
{
    private static readonly string[] members = ["founding_date", "dissolution_date", "start_date", "end_date"];

    /// <summary>Puts them apart in each record, and in its other names.</summary>
    public static void Apart(JsonArray records)
    {
        foreach (var record in records.Select(r => r!.AsObject()))
        {
            foreach (var member in members.Where(m => record[m] is { } date && !PartialDate.TryParse(date.GetValue<string>(), null, out _)))
            {
                var extra = In(record, "extra");
                In(extra, "edtf")[member] = record[member]!.DeepClone();
                record.Remove(member);
            }
            if (record["other_names"] is JsonArray names) Apart(names);
        }
    }

    private static JsonObject In(JsonObject record, string member)
    {
        if (record[member] is JsonObject there) return there;
        var made = new JsonObject();
        record[member] = made;
        return made;
    }
}
