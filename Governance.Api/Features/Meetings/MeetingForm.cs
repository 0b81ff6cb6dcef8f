using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Recording.Entries;
using Governance.Api.Features.Recording.Forms;
using Governance.Api.Features.Recording.Words;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Wolverine;

namespace Governance.Api.Features.Meetings;

/// <summary>A page with the form of a meeting.</summary>
public abstract class MeetingForm(Site site, ClusterViews views, IMessageBus bus) : RequestPage<NewMeeting>(site, views, MemberWords.Meeting)
{
    private const string FillWord = "fill";
    private const string Attendance = "attendance";

    private static readonly Phrase unknown = new("Velg fra listen. Er personen ny, må hun eller han registreres under Personer først.", "Choose from the list. Somebody new must be registered under People first.");

    /// <inheritdoc/>
    protected override Option Fill => new(FillWord, new("Hent organets medlemmer", "Fetch the body's members"));

    /// <summary>Enters what was typed, over what there is; or only fills in who sits in the body.</summary>
    protected async Task<IActionResult> EnterAsync(JsonObject kept, Guid? id, long position, CancellationToken ct)
    {
        var document = With(kept, Changed());
        if (Request.Form["do"] == FillWord) return Filled(document, kept, position);
        var sent = (JsonObject)document.DeepClone();
        if (id is { } known) sent["id"] = known.ToString();
        var (request, complaints) = Read(sent);
        if (request is null) return Show(document, position, new(complaints.All.Select(c => c.Path.EndsWith(".person", StringComparison.Ordinal) ? c with { Message = unknown } : c)), kept);
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, new RecordMeeting(Once(position, sent.ToJsonString()), request), ct);
        return Hindrance(outcome, position, document, kept) ?? Go($"/meetings/{MeetingWritten.Of((WriteOutcome.Recorded)outcome).Id}", "done", ("done", "meeting"));
    }

    /// <summary>Adds those who sat in the body on the day.</summary>
    private PageResult Filled(JsonObject document, JsonObject kept, long position)
    {
        var (text, history) = (Entry.TextOf(document["body"]), Seen.View.History);
        if (!PartialDate.TryParse(Entry.TextOf(document["heldOn"]), null, out var day)) return Show(document, position, new([new("heldOn", new("Skriv dagen først.", "Write the day first."))]), kept);
        if (text.Length == 0) return Show(document, position, new([new("body", new("Velg organet først.", "Choose the body first."))]), kept);
        var (body, violations) = MeetingRules.Check(history, text, day, [], Site.Today);
        if (body is not { } found || violations.Length > 0) return Show(document, position, Judging.Of(violations, [], Seen.Live), kept);

        var state = history.AsOf(day.Last)!;
        var rows = document[Attendance] as JsonArray ?? [];
        var there = rows.Select(r => Entry.TextOf(r!["person"])).ToHashSet(StringComparer.Ordinal);
        var sitting = state.Seats(state.Bodies[found], day.Last).Select(s => s.Holder?.Person).OfType<PersonId>().Select(p => history.Aliases.GetValueOrDefault(p, p).ToString());
        JsonNode?[] added = [.. sitting.Where(there.Add).Select(p => new JsonObject { ["person"] = p, ["present"] = true })];
        document[Attendance] = new JsonArray([.. rows.Select(r => r?.DeepClone()), .. added]);
        return Show(document, position, null, kept);
    }
}
