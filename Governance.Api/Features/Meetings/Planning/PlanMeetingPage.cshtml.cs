using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Security;
using Governance.Domain.Meetings;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>A meeting to plan.</summary>
[RequiresRole(Role.Secretary)]
public sealed class PlanMeetingPage(Site site, ClusterViews views, IMessageBus bus) : RequestPage<MeetingPlan>(site, views, MemberWords.Plan)
{
    /// <summary>Shows the form, with the body that met last.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        var last = Seen.View.History.PlannedMeetings.Values.MaxBy(m => m.Position)?.Plan;
        var document = new JsonObject();
        if (last is not null && Seen.View.State?.LivingBody(last.Body) is { } body)
            (document["body"], document["startsAt"], document["endsAt"], document["place"]) = (body.Name.Text, $"{last.StartsAt:HH':'mm}", $"{last.EndsAt:HH':'mm}", last.Place);
        foreach (var (word, _) in document.Where(m => m.Value is null).ToList()) document.Remove(word);
        return Show(document);
    }

    /// <summary>Plans it.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        var document = Typed();
        var (request, complaints) = Read(document);
        if (request is null) return Show(document, position, complaints);
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, new PlanMeeting(Once(position, document.ToJsonString()), request), ct);
        return Hindrance(outcome, position, document) ?? Go($"/meetings/{((MeetingEvent)((WriteOutcome.Recorded)outcome).Act.Event).Meeting}/agenda", "done", ("done", "planned"));
    }
}
