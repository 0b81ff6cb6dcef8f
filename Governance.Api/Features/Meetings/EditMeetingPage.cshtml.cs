using System.Text.Json.Nodes;
using Governance.Api.Features.Pages;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Meetings;

/// <summary>A meeting entered before, to be entered anew.</summary>
[RequiresRole(Role.Secretary)]
public sealed class EditMeetingPage(Site site, ClusterViews views, IMessageBus bus) : MeetingForm(site, views, bus)
{
    /// <summary>The meeting as entered last.</summary>
    public MeetingRecorded Meeting { get; private set; } = null!;

    /// <summary>Shows what was entered.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync(ct) ?? Show(Kept(), was: Kept());

    /// <summary>Enters it anew.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct) => await LookAsync(ct) ?? await EnterAsync(Kept(), Id, position, ct);

    private async Task<IActionResult?> LookAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (!Seen.View.History.Meetings.TryGetValue(new(Id), out var found) || Seen.View.History.PlannedMeetings.ContainsKey(new(Id))) return new AnswerResult(Problem.NotFound);
        Meeting = found.Meeting;
        return null;
    }

    /// <summary>What was entered, as the form takes it.</summary>
    private JsonObject Kept()
    {
        var kept = new JsonObject
        {
            ["body"] = Meeting.Body.ToString(),
            ["number"] = Meeting.Number,
            ["heldOn"] = Meeting.HeldOn.ToString(),
            ["place"] = Meeting.Place,
            ["attendance"] = Meeting.Attendance.Count == 0 ? null : new JsonArray([.. Meeting.Attendance.Select(Kept)]),
            ["minutes"] = Meeting.Minutes,
            ["visibility"] = Words.Of(Meeting.Visibility),
        };
        foreach (var (word, _) in kept.Where(k => k.Value is null).ToList()) kept.Remove(word);
        return kept;
    }

    private JsonObject Kept(Attendance attendance)
    {
        var aliases = Seen.View.History.Aliases;
        var row = new JsonObject { ["person"] = aliases.GetValueOrDefault(attendance.Person, attendance.Person).ToString(), ["present"] = attendance.Present };
        if (attendance.Note is { } note) row["note"] = note;
        return row;
    }
}
