using Governance.Domain.Clusters;
using Governance.Domain.Meetings;

namespace Governance.Domain.Decisions;

/// <summary>Finds the free texts of acts that are no decisions: those that can be redacted, and where a person's name may stand.</summary>
public static class ActTexts
{
    /// <summary>All that an act holds; each stands in its event where people name it.</summary>
    public static IEnumerable<PlacedText> Of(RecordedAct act) =>
        from text in Texts(act.Event)
        where text.Text is not null
        select new PlacedText(text.Path, text.Text, act.Position, null, text.Path);

    private static IEnumerable<(string Path, string? Text)> Texts(RegisterEvent act) => act switch
    {
        ClusterFounded e => [("note", e.Note)],
        ClusterCorrected e => [("note", e.Note)],
        MeetingRecorded e => [("number", e.Number), ("place", e.Place), ("minutes", e.Minutes), .. e.Attendance.Select((a, i) => ($"attendance[{i}].note", a.Note))],
        MeetingEvent e => MeetingTexts.Of(e),
        FindingAccepted e => [("note", e.Note)],
        TextRedacted e => [("reason", e.Reason)],
        _ => [],
    };
}
