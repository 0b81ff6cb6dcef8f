namespace Governance.Domain.Decisions;

/// <summary>A free text in the log, and where it stands.</summary>
/// <param name="Path">Its place as people name it: <c>text</c>, <c>changes[0].points[1]</c>; in an earlier revision <c>revisions[0].text</c>.</param>
/// <param name="Position">The position of the event that holds it.</param>
/// <param name="Index">That event's place among the decision's facts, from 1; null for the register's own event.</param>
/// <param name="Member">Its place in that event's data, with dots and brackets.</param>
public sealed record PlacedText(string Path, string Text, long Position, int? Index, string Member);
