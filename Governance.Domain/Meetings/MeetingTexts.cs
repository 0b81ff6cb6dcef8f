namespace Governance.Domain.Meetings;

/// <summary>Finds the free texts of what is recorded of a meeting, each by its place in the event.</summary>
internal static class MeetingTexts
{
    public static IEnumerable<(string Path, string? Text)> Of(MeetingEvent act) => act switch
    {
        MeetingPlanned e => [("number", e.Number), ("title", e.Title), ("place", e.Place), ("link", e.Link)],
        MeetingRescheduled e => [("place", e.Place), ("link", e.Link)],
        MeetingCancelled e => [("reason", e.Reason)],
        NoticeSent e => [("message", e.Message), .. e.Items.SelectMany((item, i) => Item(item, i))],
        MeetingHeld e => [("remarks", e.Remarks), .. e.Items.SelectMany((item, i) => Item(item, i))],
        _ => [],
    };

    private static IEnumerable<(string, string?)> Item(AgendaEntry item, int i) =>
        [($"items[{i}].title", item.Title), ($"items[{i}].text", item.Text), ($"items[{i}].proposal", item.Proposal), ($"items[{i}].closedBy", item.ClosedBy), .. Papers(item.Papers, i)];

    private static IEnumerable<(string, string?)> Item(TreatedItem item, int i) =>
    [
        ($"items[{i}].title", item.Title), ($"items[{i}].text", item.Text), ($"items[{i}].proposal", item.Proposal), ($"items[{i}].conclusion", item.Conclusion),
        ($"items[{i}].remarks", item.Remarks), ($"items[{i}].closedBy", item.ClosedBy), .. Papers(item.Papers, i),
    ];

    private static IEnumerable<(string, string?)> Papers(IReadOnlyList<Paper> papers, int i) => papers.Select((paper, n) => ($"items[{i}].papers[{n}].name", (string?)paper.Name));
}
