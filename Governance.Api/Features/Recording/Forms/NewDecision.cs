using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;
using Governance.Domain.Time;
using Entry = Governance.Api.Features.Recording.Entries.Entry;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>What a new decision begins with, so that little is left to type in the meeting.</summary>
public static class NewDecision
{
    /// <summary>Today, by the body that decided last, with the number that comes next.</summary>
    public static JsonObject Begin(LiveCluster live, DateOnly today)
    {
        var document = new JsonObject { ["decidedOn"] = today.ToString("yyyy-MM-dd"), ["changes"] = new JsonArray() };
        var last = live.History.Decisions.Values.Where(d => d.Annulment is null && d.Current.Head.DecidedBy is not null).MaxBy(d => d.Position)?.Current.Head.DecidedBy;
        if (last is { } id && live.History.AsOf(today)?.LivingBody(id) is { } body) document["decidedBy"] = body.Name.Text;
        Number(document, live, suggested: "", today);
        return document;
    }

    /// <summary>Suggests another case number where the one that was suggested still stands, for the body and the year that now stand there.</summary>
    public static void Number(JsonObject document, LiveCluster live, string suggested, DateOnly today)
    {
        if (Entry.TextOf(document["caseNumber"]) != suggested) return;
        document.Remove("caseNumber");
        var day = PartialDate.TryParse(Entry.TextOf(document["decidedOn"]), null, out var date) ? date.First : today;
        if (CaseSeries.Next(live.History, Body(live.History, Entry.TextOf(document["decidedBy"]), day), day.Year) is { } number) document["caseNumber"] = number;
    }

    private static BodyId? Body(ClusterHistory history, string text, DateOnly day) =>
        text.Length == 0 ? null
        : Guid.TryParse(text, out var id) ? new(id)
        : (history.AsOf(day)?.Bearing(Domain.Values.Name.Of(text)) ?? []).FirstOrDefault(b => b.IsLiving)?.Id;
}
