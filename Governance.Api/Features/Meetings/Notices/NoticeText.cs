using System.Text;
using Governance.Domain.Clusters;
using Governance.Domain.Meetings;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Meetings.Notices;

/// <summary>What is said to those who are called to a meeting, in their language.</summary>
/// <param name="Title">What the meeting is called in a calendar.</param>
public sealed record NoticeText(string Title, string Subject, string Body)
{
    /// <summary>What an act says: the notice, another time or place, or that it is called off.</summary>
    public static NoticeText Of(Viewpoint view, Meeting meeting, RegisterEvent act)
    {
        var plan = meeting.Plan;
        var body = (view.History.AsOf(plan.Day) ?? view.Last)!.Bodies[plan.Body];
        var title = plan.Title is { } called ? called : view.Language == Language.En ? $"{view.NameOf(body.Names.Current)}: meeting {plan.Number}" : $"{view.NameOf(body.Names.Current)}: møte {plan.Number}";
        var subject = (act, meeting.Sequence) switch
        {
            (MeetingCancelled, _) => Say($"Avlyst: {title}", $"Cancelled: {title}"),
            (NoticeSent, 0) => Say($"Innkalling til {title}, {Day(plan.Day)}", $"Notice of {title}, {Day(plan.Day)}"),
            (NoticeSent, _) => Say($"Oppdatert innkalling til {title}, {Day(plan.Day)}", $"Updated notice of {title}, {Day(plan.Day)}"),
            _ => Say($"Endret: {title}, {Day(plan.Day)}", $"Changed: {title}, {Day(plan.Day)}"),
        };
        var text = new StringBuilder();
        if (act is MeetingCancelled cancelled)
        {
            text.AppendLine(Say("Møtet er avlyst.", "The meeting is cancelled."));
            if (cancelled.Reason is { } reason) text.AppendLine().AppendLine(reason);
        }
        else
        {
            text.AppendLine($"{Capital(Day(plan.Day))} {Say("kl.", "at")} {Time(plan.StartsAt)}–{Time(plan.EndsAt)}");
            if (plan.Place is { } place) text.AppendLine(place);
            if (plan.Link is { } link) text.AppendLine(link);
            if ((act as NoticeSent ?? meeting.Notice) is { } notice) Append(text, notice);
        }
        return new(title, subject, text.ToString().ReplaceLineEndings("\n"));

        string Say(string nb, string en) => view.Language == Language.En ? en : nb;
        string Day(DateOnly day) => Wording.Date(PartialDate.Of(day), view.Language);
        string Time(TimeOnly time) => view.Language == Language.En ? $"{time:HH':'mm}" : $"{time:HH'.'mm}";

        void Append(StringBuilder to, NoticeSent notice)
        {
            if (notice.Message is { } message) to.AppendLine().AppendLine(message);
            to.AppendLine().AppendLine(Say("Saksliste", "Agenda")).AppendLine();
            foreach (var item in notice.Items)
            {
                to.Append(item.Number).Append(' ').AppendLine(item.Title);
                if (item.Text is { } said) to.AppendLine(said);
                if (item.Proposal is { } proposal) to.Append(Say("Forslag til vedtak: ", "Proposed decision: ")).AppendLine(proposal);
                foreach (var paper in item.Papers) to.Append(Say("Vedlegg: ", "Paper: ")).AppendLine(paper.Name);
                to.AppendLine();
            }
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
