using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Recording.Words;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Meetings;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Meetings.Planning;

/// <summary>Another time, place or guests for a planned meeting.</summary>
[RequiresRole(Role.Secretary)]
public sealed class ReschedulePage(Site site, ClusterViews views, IMessageBus bus) : RequestPage<Rescheduling>(site, views, MemberWords.Plan)
{
    /// <summary>The meeting.</summary>
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>Shows what was said last.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync(ct) ?? Show(Kept());

    /// <summary>Says it anew.</summary>
    public async Task<IActionResult> OnPostAsync(long position, CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        var document = Typed();
        var (request, complaints) = Read(document);
        if (request is null) return Show(document, position, complaints);
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, new RescheduleMeeting(Once(position, document.ToJsonString()), Meeting.Id, request), ct);
        return Hindrance(outcome, position, document) ?? Go($"/meetings/{Meeting.Id}/agenda", "done", ("done", "rescheduled"));
    }

    private async Task<IActionResult?> LookAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (!Seen.View.History.PlannedMeetings.TryGetValue(new(Id), out var meeting)) return new AnswerResult(Problem.NotFound);
        Meeting = meeting;
        return null;
    }

    private JsonObject Kept()
    {
        var plan = Meeting.Plan;
        var kept = new JsonObject
        {
            ["day"] = $"{plan.Day:yyyy-MM-dd}",
            ["startsAt"] = $"{plan.StartsAt:HH':'mm}",
            ["endsAt"] = $"{plan.EndsAt:HH':'mm}",
        };
        if (plan.Place is { } place) kept["place"] = place;
        if (plan.Link is { } link) kept["link"] = link;
        if (plan.Guests.Count > 0) kept["guests"] = new JsonArray([.. plan.Guests.Select(g => JsonValue.Create(g.ToString()))]);
        return kept;
    }
}
