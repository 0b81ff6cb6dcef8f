using Governance.Api.Hosting;

namespace Governance.Api.Features.Webhooks.Delivery;

/// <summary>
/// When something is tried again, and when not; the configuration <c>Governance:Webhooks</c> sets the figures.
/// Messages go in order, one at a time to each subscriber, and each goes out at least once, always under the same id.
/// A subscriber that is away (not reached, too slow, 5xx, 429, a redirect, or a 4xx that is about the address or the login) holds its own messages back:
/// the same one is tried again after ever longer pauses, or as long as Retry-After asks, until it gets through and the rest follow in order.
/// A 5xx counts as being away, be it over one message alone: losing nothing goes before haste, and an admin can pass over the message by a replay from a later position.
/// Away for longer than <see cref="GiveUpAfter"/>, it is stopped where it stands; once an admin enables it again it goes on from there.
/// A message that the subscriber refuses as such (400, 413, 415, 422 and their like) is tried <see cref="Tries"/> times and then laid aside as a dead letter, and the next one goes out.
/// 410 Gone stops the subscription at once.
/// </summary>
public sealed record DeliveryRules
{
    /// <summary>How long one attempt may take, from the look-up of the name to the answer's status.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause after the first attempt in vain; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause, but for what Retry-After asks.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a subscriber may be away before it is stopped.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How often a message that is refused is sent before it becomes a dead letter.</summary>
    public int Tries { get; init; } = 5;

    /// <summary>How many subscribers a cluster may have.</summary>
    public int MostPerCluster { get; init; } = 50;

    /// <summary>How many subscribers a node sends to at once; 0 where it leaves that to other nodes.</summary>
    public int AtOnce { get; init; } = 64;

    /// <summary>How long the secret before signs too, after a new one is made.</summary>
    public TimeSpan SecretOverlap { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Whether subscribers on private networks, and without TLS, are allowed: <c>Governance:AllowPrivateWebhookTargets</c>.</summary>
    public bool AllowPrivate { get; init; }

    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    /// <summary>The rules as configured.</summary>
    /// <exception cref="CannotStartException">They could not be kept.</exception>
    public static DeliveryRules Of(IConfiguration configuration)
    {
        var rules = (configuration.GetSection("Governance:Webhooks").Get<DeliveryRules>() ?? new()) with { AllowPrivate = configuration.GetValue<bool>("Governance:AllowPrivateWebhookTargets") };
        TimeSpan[] lengths = [rules.Timeout, rules.FirstPause, rules.LongestPause, rules.GiveUpAfter, rules.SecretOverlap];
        return lengths.All(length => length > TimeSpan.Zero && length < Longest) && rules is { Tries: > 0, AtOnce: >= 0 }
            ? rules
            : throw new CannotStartException("Governance:Webhooks: every length of time must be more than nothing and less than a month, Tries 1 or more, AtOnce 0 or more.");
    }

    /// <summary>What follows from an attempt.</summary>
    public Consequence After(Webhook webhook, DeliveryOutcome outcome) => outcome.Fault switch
    {
        null => new Consequence.Delivered(),
        DeliveryFault.Gone => new Consequence.Stop(),
        DeliveryFault.Refused when webhook.Refusals + 1 >= Tries => new Consequence.LayAside(),
        DeliveryFault.Refused => new Consequence.Wait(Pause(webhook.Refusals, null)),
        _ when webhook.FailingFor >= GiveUpAfter => new Consequence.Stop(),
        _ => new Consequence.Wait(Pause(webhook.Attempts, outcome.RetryAfter)),
    };

    /// <summary>Up to a fifth longer or shorter, so that subscribers of one server do not all come at once.</summary>
    private TimeSpan Pause(int before, TimeSpan? asked)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(before, 30));
        var spread = (pause < LongestPause ? pause : LongestPause) * (0.8 + (0.4 * Random.Shared.NextDouble()));
        return asked is { } wanted && wanted > spread ? (wanted < LongestRetryAfter ? wanted : LongestRetryAfter) : spread;
    }
}

/// <summary>What follows from an attempt.</summary>
public abstract record Consequence
{
    private Consequence()
    {
    }

    /// <summary>The next message can go.</summary>
    public sealed record Delivered : Consequence;

    /// <summary>The same message is tried again after a pause.</summary>
    public sealed record Wait(TimeSpan Pause) : Consequence;

    /// <summary>The message becomes a dead letter, and the next one can go.</summary>
    public sealed record LayAside : Consequence;

    /// <summary>Nothing more is sent until an admin says so.</summary>
    public sealed record Stop : Consequence;
}
