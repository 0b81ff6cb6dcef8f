using System.Security.Cryptography;
using System.Text.Json;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Meetings.Minutes;

/// <summary>The hash of all that minutes say: SHA-256 of the canonical JSON of the meeting, its record, and which revision of which decision it led to. People are ids there, so that an erased name leaves it as it is.</summary>
public static class MinutesHash
{
    /// <summary>Of the version entered last, in lower-case hex.</summary>
    public static string Of(ClusterHistory history, Meeting meeting)
    {
        var decisions = meeting.Held!.Items.Select(i => ProceedingsRules.DecisionOf(history.AtPosition(meeting.HeldPosition), meeting, i.Number)).OfType<RecordedDecision>();
        var said = new { plan = meeting.Plan, held = meeting.Held, decisions = decisions.Select(d => new { id = d.Id.Value, revision = d.Current.Number, position = d.Current.Position }).ToList() };
        return Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Of(JsonSerializer.SerializeToUtf8Bytes(said, EventJson.Options))));
    }
}
