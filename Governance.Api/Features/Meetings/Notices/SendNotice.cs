using Governance.Api.Clusters;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.Meetings.Planning;
using Governance.Domain.Meetings;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>Sends the notice of a meeting to those who are called to it, with the agenda as it stands; without <c>Mail</c> only the case numbers are taken.</summary>
public sealed record SendNotice(WriteRequest Request, MeetingId Meeting, string? Message, bool Mail) : MeetingCommand(Request, Meeting)
{
    /// <inheritdoc/>
    public override MeetingVerdict Judge(MeetingScene scene)
    {
        var away = scene.Proceedings.Absences.Select(a => a.Person).ToHashSet();
        var called = Invited.Of(scene.History, scene.Meeting, away).Where(i => !i.IsAway).Select(i => i.Person);
        return ProceedingsRules.Send(scene.History, scene.Meeting, scene.Proceedings, Mail ? [.. called] : [], Message);
    }
}

/// <summary>Records it; what is then to be mailed goes out by itself.</summary>
public static class SendNoticeHandler
{
    public static Task<WriteOutcome> HandleAsync(SendNotice command, ClusterWriter writer, Calendar calendar, SavedProceedings saved, CancellationToken ct) =>
        MeetingActs.RecordAsync(command, writer, calendar, saved, ct);
}
