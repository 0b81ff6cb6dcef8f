using Governance.Api.Clusters;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Redactions;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Decisions;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Microsoft.AspNetCore.Mvc;
using Wolverine;

namespace Governance.Api.Features.Decisions;

/// <summary>A text of a decision that may be redacted.</summary>
/// <param name="Path">Its place, as the redaction takes it.</param>
internal sealed record Redactable(string Path, Phrase Label, string Text, bool IsChosen);

/// <summary>Texts of a decision to take out of the register for good, with what will come of that.</summary>
[RequiresRole(Role.Admin)]
internal sealed class RedactPage(Site site, ClusterViews views, IMessageBus bus) : WorkPage(site, views)
{
    /// <summary>The decision.</summary>
    public DecisionLink Decision { get; private set; } = null!;

    /// <summary>Its texts that are not redacted, those that hold first.</summary>
    public IReadOnlyList<Redactable> Texts { get; private set; } = [];

    /// <summary>Those of them that were chosen.</summary>
    public IReadOnlyList<Redactable> Chosen => [.. Texts.Where(t => t.IsChosen)];

    /// <summary>Whether something was to be chosen, and was not.</summary>
    public bool ChoseNothing { get; private set; }

    /// <summary>The reason that was typed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What is wrong with the reason.</summary>
    public Phrase? Fault { get; private set; }

    /// <summary>What others recorded since this was shown.</summary>
    public IReadOnlyList<Registration> Since { get; private set; } = [];

    /// <summary>Shows the texts, and what would come of redacting those chosen.</summary>
    public async Task<IActionResult> OnGetAsync(string[] text, bool look, CancellationToken ct)
    {
        if (await LookAsync(text, ct) is { } refusal) return refusal;
        ChoseNothing = look && Chosen.Count == 0;
        return Page();
    }

    /// <summary>Redacts those chosen.</summary>
    public async Task<IActionResult> OnPostAsync(string[] text, string? reason, long position, CancellationToken ct)
    {
        if (await LookAsync(text, ct) is { } refusal) return refusal;
        Reason = reason?.Trim() ?? "";
        if (Chosen.Count == 0) return Go($"/decisions/{Id}");
        if (Reason.Length == 0) Fault = new("Skriv hvorfor.", "Say why.");
        else if (Chosen.Any(c => Reason.Contains(c.Text, StringComparison.OrdinalIgnoreCase))) Fault = new("Her står det du vil sladde. Skriv det uten.", "Here stands what you want to redact. Write it without.");
        if (Fault is not null) return Page();

        var asked = new RedactionRequest([.. Chosen.Select(c => c.Path)], Reason);
        var command = new RedactDecision(Once(position, string.Join(' ', asked.Texts.Append(Reason))), new(Id), asked);
        var outcome = await bus.InvokeForTenantAsync<WriteOutcome>(Cluster, command, ct);
        if (outcome is WriteOutcome.Recorded) return Go($"/decisions/{Id}", "done", ("done", "redacted"));
        if (outcome is not WriteOutcome.Stale) return new AnswerResult(WriteProblems.Of(outcome, position));
        Since = RecordedSince(position);
        return Page();
    }

    private async Task<IActionResult?> LookAsync(string[] chosen, CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (Seen.View.Link(new DecisionId(Id)) is not { } decision) return new AnswerResult(Problem.NotFound);
        Decision = decision;
        var recorded = Seen.View.History.Decisions[decision.Id];
        Texts = [.. DecisionTexts.Of(recorded).Where(t => t.Text != Redacted.Mark).DistinctBy(t => t.Path).OrderBy(t => t.Path.StartsWith("revisions[", StringComparison.Ordinal))
            .Select(t => new Redactable(t.Path, TextNames.Of(recorded, t.Path), t.Text, chosen.Contains(t.Path, StringComparer.Ordinal)))];
        Site.Keep(Chosen.Select(c => ("text", (string?)c.Path)));
        return null;
    }
}
