using System.Text.Json.Nodes;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Meetings.Items;

/// <summary>The decision that an item leads to, as recording takes it.</summary>
public static class Adoption
{
    /// <summary>A draft with the body, the meeting, the number and the date in place, and the item's title and text where it has none; what is closed to the public is internal.</summary>
    /// <param name="number">The item's case number; null until it has one.</param>
    /// <param name="text">What was decided, in words; null for the draft's own text, or the proposal.</param>
    public static JsonObject Over(JsonObject draft, Meeting meeting, MeetingItem item, string? number, string? text)
    {
        var document = (JsonObject)draft.DeepClone();
        document["decidedBy"] = meeting.Plan.Body.ToString();
        document["decidedOn"] = $"{meeting.Plan.Day:yyyy-MM-dd}";
        document["meeting"] = meeting.Plan.Number;
        document.Remove("caseNumber");
        document.Remove("decidedByText");
        if (number is not null) document["caseNumber"] = number;
        if (!document.ContainsKey("title")) document["title"] = item.Title;
        if (text is not null) document["text"] = text;
        else if (!document.ContainsKey("text") && item.Proposal is { } proposal) document["text"] = proposal;
        if (item.ClosedBy is not null && !document.ContainsKey("visibility")) document["visibility"] = "internal";
        if (!document.ContainsKey("changes")) document["changes"] = new JsonArray();
        return document;
    }
}
