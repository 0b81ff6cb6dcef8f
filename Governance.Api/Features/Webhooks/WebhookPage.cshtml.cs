using System.Globalization;
using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Api.Security;
using Governance.Domain.Values;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Api.Features.Webhooks;

/// <summary>A subscriber: how it is doing, what was sent to it, what it refused, and what an admin may do about it.</summary>
[RequiresRole(Role.Admin)]
internal sealed class WebhookPage(Site site, ClusterViews views, WebhookRows webhooks, Subscriptions subscriptions, Trials trials, DeliveryAttempts attempts, DeadLetters letters) : WorkPage(site, views)
{
    private const int MostShown = 50;

    /// <summary>It as it stands.</summary>
    public Webhook Webhook { get; private set; } = null!;

    /// <summary>The same as its admins see it.</summary>
    public WebhookView View { get; private set; } = null!;

    /// <summary>The latest attempts, the newest first.</summary>
    public IReadOnlyList<DeliveryView> Deliveries { get; private set; } = [];

    /// <summary>What it refused every time, in order.</summary>
    public IReadOnlyList<DeadLetterView> Refused { get; private set; } = [];

    /// <summary>What further dead letters are asked for by.</summary>
    public long? Next { get; private set; }

    /// <summary>What came of an attempt just made.</summary>
    public DeliveryView? Tried { get; private set; }

    /// <summary>Whether its secret was renewed just now, and is shown.</summary>
    public bool IsRenewed { get; private set; }

    /// <summary>Why it cannot go on after the number that was typed.</summary>
    public Phrase? Fault { get; private set; }

    /// <summary>The number that was typed.</summary>
    public string? After { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(long? after, CancellationToken ct) => await LookAsync(ct) ?? await ShownAsync(after ?? 0, ct);

    /// <summary>Pauses it, or has it go on.</summary>
    public async Task<IActionResult> OnPostRunAsync(bool enabled, CancellationToken ct)
    {
        await subscriptions.ChangeAsync(Cluster, Id, new(Enabled: enabled), ct);
        return await LookAsync(ct) ?? Go($"/webhooks/{Id}", "main");
    }

    /// <summary>Sends a ping.</summary>
    public Task<IActionResult> OnPostTestAsync(CancellationToken ct) => TryAsync(() => trials.PingAsync(Webhook, ct), ct);

    /// <summary>Sends once more what it refused.</summary>
    public Task<IActionResult> OnPostRetryAsync(long number, CancellationToken ct) => TryAsync(() => trials.RetryAsync(Webhook, number, ct), ct);

    /// <summary>Lets go what it refused.</summary>
    public async Task<IActionResult> OnPostLetGoAsync(long number, CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        await letters.RemoveAsync(Cluster, Id, number, ct);
        return Go($"/webhooks/{Id}", "refused");
    }

    /// <summary>Makes a new secret, unless that was done since the page was shown.</summary>
    public async Task<IActionResult> OnPostSecretAsync(int revision, CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        if (await webhooks.RenewSecretAsync(Cluster, Id, revision, ct) is not { } renewed) return Go($"/webhooks/{Id}");
        (Webhook, IsRenewed) = (renewed, true);
        return await ShownAsync(0, ct);
    }

    /// <summary>Has it go on after another number of the register.</summary>
    public async Task<IActionResult> OnPostReplayAsync(string? after, CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        After = after?.Trim();
        if (!long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) Fault = FaultMessages.WholeWithin(0, Seen.Live.Position);
        else Fault = (await subscriptions.ReplayAsync(Cluster, Id, number, ct)).Faults is [var fault, ..] ? fault.Message : null;
        return Fault is null ? Go($"/webhooks/{Id}", "main") : await ShownAsync(0, ct);
    }

    /// <summary>Removes it.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        await webhooks.RemoveAsync(Cluster, Id, ct);
        return Go("/webhooks", "main");
    }

    private async Task<IActionResult> TryAsync(Func<Task<DeliveryAttempt?>> attempt, CancellationToken ct)
    {
        if (await LookAsync(ct) is { } refusal) return refusal;
        if (await attempt() is { } made) Tried = DeliveryView.Of(made, Site.Language);
        return await ShownAsync(0, ct);
    }

    private async Task<IActionResult?> LookAsync(CancellationToken ct)
    {
        if (await SeeAsync(ct) is { } refusal) return refusal;
        if (await webhooks.FindAsync(Cluster, Id, ct) is not { } webhook) return new AnswerResult(Problem.NotFound);
        Webhook = webhook;
        return null;
    }

    private async Task<IActionResult> ShownAsync(long after, CancellationToken ct)
    {
        View = WebhookView.Of(Webhook, Seen.Live.Position, Site.Language);
        Deliveries = [.. (await attempts.ListAsync(Cluster, Id, ct)).Select(a => DeliveryView.Of(a, Site.Language))];
        var found = await letters.ListAsync(Cluster, Id, after, MostShown + 1, ct);
        Refused = [.. found.Take(MostShown).Select(l => DeadLetterView.Of(l, Site.Language))];
        Next = found.Count > MostShown ? Refused[^1].Number : null;
        return Page();
    }
}
