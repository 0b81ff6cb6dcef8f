using System.Text.Json;
using Governance.Api.EventStore;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Webhooks;

/// <summary>What an admin has set of a subscriber: where it is, and what it is told. A document; how far it has been told stands in a table beside it, which each attempt writes under a lease.</summary>
/// <param name="Types">The registrations it is told of; none named is all.</param>
/// <param name="Audience">A reader is told of what is internal too.</param>
/// <param name="Secret">Signs what is sent; shown once, when it is made.</param>
public sealed record WebhookSettings(
    Guid Id, string Cluster, string Url, string? Description, IReadOnlyList<string> Types, Audience Audience, Language Lang, byte[] Secret, DateTimeOffset CreatedAt, string CreatedBy)
{
    /// <summary>The secret before, which signs too for a while.</summary>
    public byte[]? PreviousSecret { get; init; }

    /// <summary>With what is given of it.</summary>
    public WebhookSettings With(WebhookPatch patch) => this with
    {
        Url = patch.Url ?? Url,
        Description = patch.Description.IsGiven ? patch.Description.Value : Description,
        Types = patch.Types ?? Types,
        Audience = patch.Audience ?? Audience,
        Lang = patch.Lang ?? Lang,
    };

    /// <summary>Reads the document.</summary>
    internal static WebhookSettings Read(byte[] json) => JsonSerializer.Deserialize<WebhookSettings>(json, EventJson.Options)!;
}
