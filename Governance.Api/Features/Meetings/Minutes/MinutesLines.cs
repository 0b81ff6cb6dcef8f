using Governance.Api.Features.Meetings.Planning;
using Governance.Domain.Meetings;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Meetings.Minutes;

/// <summary>How a line of minutes stands in a document.</summary>
public enum LineKind
{
    /// <summary>The title of it all.</summary>
    Title,

    /// <summary>The heading of a part.</summary>
    Heading,

    /// <summary>The heading of an item.</summary>
    Item,

    /// <summary>Running text.</summary>
    Text,

    /// <summary>One of several.</summary>
    Bullet,
}

/// <summary>A line of minutes.</summary>
public sealed record MinutesLine(LineKind Kind, string Text);

/// <summary>Minutes as the lines that a document of them has, in one language.</summary>
public static class MinutesLines
{
    /// <summary>All of them, from the title on.</summary>
    public static IEnumerable<MinutesLine> Of(MinutesView minutes, Language language)
    {
        yield return new(LineKind.Title, Say($"Møteprotokoll {minutes.Number}, {minutes.Body.Name}", $"Minutes of meeting {minutes.Number}, {minutes.Body.Name}"));
        var hours = minutes.StartedAt is { } from ? Say($", kl. {MeetingWords.Clock(from)}–{MeetingWords.Clock(minutes.EndedAt ?? "")}", $", {from}–{minutes.EndedAt}") : "";
        yield return new(LineKind.Text, $"{Say("Holdt", "Held")} {Wording.Date(PartialDate.Of(minutes.HeldOn), language)}{hours}{(minutes.Place is { } place ? $", {place}" : "")}");
        foreach (var (isPresent, heading) in new[] { (true, Say("Til stede", "Present")), (false, Say("Forfall", "Absent")) })
        {
            var some = minutes.Attendance.Where(a => a.Spells.Count > 0 == isPresent).ToList();
            if (some.Count == 0) continue;
            yield return new(LineKind.Heading, heading);
            foreach (var one in some) yield return new(LineKind.Bullet, Attended(one, isPresent));
        }
        yield return new(LineKind.Heading, Say("Saker", "Items"));
        foreach (var line in minutes.Items.SelectMany(Item)) yield return line;
        if (minutes.Remarks is { } remarks)
        {
            yield return new(LineKind.Heading, Say("Merknader", "Remarks"));
            yield return new(LineKind.Text, remarks);
        }
        if (minutes.ApprovedOn is { } approved)
        {
            yield return new(LineKind.Heading, Say("Godkjenning", "Approval"));
            yield return new(LineKind.Text, $"{Say("Godkjent", "Approved")} {Wording.Date(PartialDate.Of(approved), language)} {(minutes.ApprovedAt is { } at ? Say($"i møte {at}", $"at meeting {at}") : Say("av ", "by ") + Named(minutes.ApprovedBy ?? []))}.");
            yield return new(LineKind.Text, $"SHA-256: {minutes.Hash}");
        }

        string Say(string nb, string en) => language == Language.En ? en : nb;

        string Named(IReadOnlyList<NamedPerson> people) => Wording.List([.. people.Select(p => p.Name)], language);

        string Attended(AttendanceView one, bool isPresent)
        {
            var role = one.Role is { } held ? Vocabulary.Of(held).In(language) : Say("gjest", "guest");
            var other = one.StandsInFor is { } stoodFor ? Say($", møtte for {stoodFor.Name}", $", for {stoodFor.Name}") : "";
            return $"{one.Person.Name}, {role}{other}{(isPresent ? $", {MeetingWords.Spells(one.Spells, language)}" : "")}";
        }

        IEnumerable<MinutesLine> Item(MinutesItemView item)
        {
            yield return new(LineKind.Item, $"{item.Number} {item.Title}");
            if (item.ClosedBy is { } ground) yield return new(LineKind.Text, Say($"Lukket etter {ground}.", $"Closed by {ground}."));
            if (item.Text is { } text) yield return new(LineKind.Text, text);
            if (item.SteppedOut.Count > 0) yield return new(LineKind.Text, Say($"{Named(item.SteppedOut)} fratrådte som inhabil.", $"{Named(item.SteppedOut)} stepped out because of a conflict of interest."));
            if (item.Votes is { } votes) yield return new(LineKind.Text, $"{Say("Votering:", "Votes:")} {MeetingWords.Of(votes).In(language)}.");
            yield return new(LineKind.Text, $"{(item.Kind == ItemKind.Decision ? Say("Vedtak", "Decision") : Say("Konklusjon", "Conclusion"))}: {MeetingWords.Of(item.Outcome).In(language)}.");
            if (item.Conclusion is { } conclusion) yield return new(LineKind.Text, conclusion);
            foreach (var change in item.Changes) yield return new(LineKind.Bullet, change);
            if (item.Remarks is { } remark) yield return new(LineKind.Text, $"{Say("Protokolltilførsel:", "Remark:")} {remark}");
            if (item.Papers.Count > 0) yield return new(LineKind.Text, $"{Say("Vedlegg:", "Papers:")} {string.Join(", ", item.Papers.Select(p => p.Name))}");
        }
    }
}
