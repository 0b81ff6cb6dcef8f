using System.Text.Json.Nodes;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Recording.Drafts;

/// <summary>A decision that is being written. A document; once recorded only the decision's id is left in it, so that whoever comes back finds it.</summary>
/// <param name="Corrects">The decision it puts right, where it is a correction.</param>
/// <param name="Document">As POST takes it, with what is half filled in. May name persons, who are taken out when they are erased.</param>
/// <param name="Version">Counts up each time it is saved, from 1.</param>
/// <param name="Sent">The form it was last saved from: the same form sent twice is saved once.</param>
/// <param name="StartedBy">What the person is called who began it.</param>
/// <param name="SavedBy">What the person is called who saved it last.</param>
/// <param name="Decision">What it became, once recorded.</param>
public sealed record Draft(
    Guid Id, string Cluster, DecisionId? Corrects, JsonObject Document, int Version, Guid Sent, string StartedBy, string SavedBy, DateTimeOffset SavedAt, DecisionId? Decision)
{
    /// <summary>The day on which it looks up names: the first it takes effect, a correction the day before.</summary>
    public static DateOnly Day(JsonObject document, DateOnly today, bool corrects)
    {
        var day = Date("effectiveFrom") ?? Date("decidedOn") ?? today;
        return corrects && day > DateOnly.MinValue ? day.AddDays(-1) : day;

        DateOnly? Date(string word) => Domain.Time.PartialDate.TryParse(Entries.Entry.TextOf(document[word]), null, out var date) ? date.First : null;
    }
}
