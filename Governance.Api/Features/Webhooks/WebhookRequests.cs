using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Webhooks;

/// <summary>A subscriber to add. <c>Types</c> are what to tell of: registrations, and took-effect for what was recorded beforehand, on its day; all if absent; audience <c>reader</c> is told of what is internal too; <c>After</c> is the position to begin after, if absent the newest.</summary>
public sealed record NewWebhook(
    [WebAddress] string Url, string? Description = null, IReadOnlyList<string>? Types = null, Audience Audience = Audience.Public, Language Lang = Language.Nb, bool Enabled = true, long? After = null);

/// <summary>What to change of a subscriber; absent keeps. <c>Enabled</c> pauses it, or has it go on from where it stands.</summary>
public sealed record WebhookPatch(
    [WebAddress] string? Url = null, Optional<string> Description = default, IReadOnlyList<string>? Types = null, Audience? Audience = null, Language? Lang = null, bool? Enabled = null);

/// <summary>Where to go on: after an earlier position to send again what came since, after a later one to pass over what stands between. 0 is before the first act.</summary>
public sealed record ReplayRequest(long After);

/// <summary>In which language what went wrong is told.</summary>
public sealed record WebhookQuestion([Description("The language of messages.")] Language Lang = Language.Nb);

/// <summary>A piece of the dead letters.</summary>
public sealed record DeadLetterQuestion(
    [Description("The number after which to begin.")] long? After = null, [Description("How many at most.")][Range(1, 500)] int Limit = 100, [Description("The language of messages.")] Language Lang = Language.Nb);
