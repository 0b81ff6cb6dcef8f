using System.Diagnostics;
using Governance.Domain.Meetings;
using Governance.Domain.Time;

namespace Governance.Domain.Views;

/// <summary>What is recorded of a meeting in sentences.</summary>
internal static class MeetingSentences
{
    public static string Of(Viewpoint view, MeetingEvent act)
    {
        var plan = view.History.PlannedMeetings.GetValueOrDefault(act.Meeting)?.Plan ?? act as MeetingPlanned;
        var (number, body) = (plan?.Number ?? "", plan is null ? Vocabulary.SomeBody.In(view.Language) : Body(view, plan));
        return act switch
        {
            MeetingPlanned e => Say($"Møte {number} i {body} ble planlagt til {Day(e.Day)}.", $"Meeting {number} of {body} was planned for {Day(e.Day)}."),
            MeetingRescheduled e => Say($"Møte {number} i {body} ble lagt til {Day(e.Day)}.", $"Meeting {number} of {body} was set for {Day(e.Day)}."),
            MeetingCancelled => Say($"Møte {number} i {body} ble avlyst.", $"Meeting {number} of {body} was cancelled."),
            NoticeSent e => Say($"Det ble kalt inn til møte {number} i {body} med {Wording.Count(e.Items.Count, new("sak", "item"), new("saker", "items"), view.Language)}.", $"Notice was given of meeting {number} of {body} with {Wording.Count(e.Items.Count, new("sak", "item"), new("saker", "items"), view.Language)}."),
            MeetingHeld => Say($"Møte {number} i {body} ble holdt.", $"Meeting {number} of {body} was held."),
            MinutesApproved => Say($"Protokollen fra møte {number} i {body} ble godkjent.", $"The minutes of meeting {number} of {body} were approved."),
            MinutesPublished => Say($"Protokollen fra møte {number} i {body} ble offentliggjort.", $"The minutes of meeting {number} of {body} were made public."),
            _ => throw new UnreachableException($"No sentence for {act.GetType().Name}."),
        };

        string Say(string nb, string en) => view.Say(nb, en);

        string Day(DateOnly day) => Wording.Date(PartialDate.Of(day), view.Language);
    }

    private static string Body(Viewpoint view, MeetingPlanned plan) =>
        (view.History.AsOf(plan.Day) ?? view.Last)?.Bodies.GetValueOrDefault(plan.Body) is { } body ? view.NameOf(body.Names.Current) : Vocabulary.SomeBody.In(view.Language);
}
