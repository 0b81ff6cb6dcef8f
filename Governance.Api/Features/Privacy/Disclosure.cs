using System.Text.Json.Nodes;
using Governance.Api.Features.Meetings.Items;
using Governance.Api.Features.People;
using Governance.Api.Features.Recording.Drafts;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Views;

namespace Governance.Api.Features.Privacy;

/// <summary>Gathers all that is held on a person.</summary>
public sealed class Disclosure(PrivateReads reads, SavedDrafts drafts, SavedProceedings proceedings, HeldAccounts accounts, TimeProvider clock)
{
    /// <summary>All of it, noted as shown to <paramref name="actor"/>; null where there is no such person.</summary>
    public async Task<SubjectAccess?> OfAsync(string cluster, Viewpoint view, Guid id, string actor, CancellationToken ct)
    {
        var (history, ids) = (view.History, Subject.Of(view.History, id));
        var rows = (await reads.ShowAsync(cluster, actor, ids, PrivateReads.SubjectAccess, ct)).Where(r => !r.Erased).OrderBy(r => Array.IndexOf(ids, r.Id)).ToList();
        if (PersonView.Of(view, new(ids[0])) is not { } person) return null;
        var named = new NamesInText(PersonErasure.NamesOf(rows));
        return new(
            ids[0], cluster, clock.GetUtcNow(), history.Position, [.. rows.Select(HeldEntry.Of)], PersonField.Held(rows, view.Language), person.Seats, person.Acting,
            [.. Meetings(view, ids), .. await WrittenAsync(cluster, view, ids, ct)], Texts(view, named),
            [.. (await drafts.OpenAsync(cluster, ct)).Where(d => Strings(d.Document).Any(s => named.StandIn(s) || ids.Any(i => s == i.ToString()))).Select(d => new HeldDraft(d.Id, d.SavedBy, d.SavedAt))],
            [.. history.Acts.Where(a => Concerns(a.Event, ids)).Select(a => Registration.Of(view, a))],
            await accounts.OfAsync(cluster, PersonErasure.EmailsOf(rows), ct), await reads.ListAsync(cluster, ids, null, int.MaxValue, ct));
    }

    private static IReadOnlyList<HeldMeeting> Meetings(Viewpoint view, Guid[] ids) =>
        [.. from act in view.History.Acts
            let meeting = act.Event as MeetingRecorded
            where meeting is not null
            from attendance in meeting.Attendance
            where ids.Contains(attendance.Person.Value)
            select new HeldMeeting(meeting.Meeting.Value, act.Position, view.Link(view.Last!.Bodies[meeting.Body]), meeting.Number, meeting.HeldOn, attendance.Present, attendance.Note),
         .. from act in view.History.Acts
            let held = act.Event as MeetingHeld
            where held is not null
            let plan = view.History.PlannedMeetings[held.Meeting].Plan
            from attendance in held.Attendance
            where ids.Contains(attendance.Person.Value)
            select new HeldMeeting(held.Meeting.Value, act.Position, view.Link(view.Last!.Bodies[plan.Body]), plan.Number, PartialDate.Of(held.HeldOn), attendance.Spells.Count > 0, null)];

    /// <summary>The notices of absence and the conflicts of interest that are written for meetings, with their reasons.</summary>
    private async Task<IReadOnlyList<HeldMeeting>> WrittenAsync(string cluster, Viewpoint view, Guid[] ids, CancellationToken ct) =>
        [.. from written in await proceedings.AllAsync(cluster, ct)
            where view.History.PlannedMeetings.ContainsKey(new(written.Id))
            let meeting = view.History.PlannedMeetings[new(written.Id)]
            let away = written.Absences.Where(a => ids.Contains(a.Person.Value)).Select(a => (Present: false, a.Reason))
            let steppedOut = written.Items.SelectMany(i => i.Recusals).Where(r => ids.Contains(r.Person.Value)).Select(r => (Present: true, r.Reason))
            from held in away.Concat(steppedOut)
            select new HeldMeeting(meeting.Id.Value, meeting.Position, view.Link(view.Last!.Bodies[meeting.Plan.Body]), meeting.Plan.Number, PartialDate.Of(meeting.Plan.Day), held.Present, held.Reason)];

    private static IReadOnlyList<HeldText> Texts(Viewpoint view, NamesInText named) =>
    [
        .. from decision in view.History.Decisions.Values
           orderby decision.Position
           from text in DecisionTexts.Of(decision)
           where named.StandIn(text.Text)
           select new HeldText(Where(view, decision.Position), text.Path, text.Text, decision.Id.Value, null),
        .. from act in view.History.Acts
           from text in ActTexts.Of(act)
           where named.StandIn(text.Text)
           select new HeldText(Where(view, act.Position), text.Path, text.Text, null, act.Position),
    ];

    private static string Where(Viewpoint view, long position) => Registration.Of(view, view.History.Acts[(int)position - 1]).Sentence!;

    private static bool Concerns(RegisterEvent act, Guid[] ids) => act switch
    {
        PersonRegistered e => ids.Contains(e.Person.Value),
        PersonUpdated e => ids.Contains(e.Person.Value),
        PersonMerged e => ids.Contains(e.Person.Value),
        PersonErased e => ids.Contains(e.Person.Value),
        DecisionRecorded e => e.Registered.Any(p => ids.Contains(p.Value)),
        DecisionCorrected e => e.Registered.Any(p => ids.Contains(p.Value)),
        _ => false,
    };

    private static IEnumerable<string> Strings(JsonNode? json) => json switch
    {
        JsonObject members => members.SelectMany(m => Strings(m.Value)),
        JsonArray items => items.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
