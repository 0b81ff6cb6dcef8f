using Governance.Api.EventStore;
using Governance.Api.Features.Changes;
using Governance.Api.Features.Webhooks.Delivery;
using Governance.Api.Http.Binding;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Api.Features.Webhooks;

/// <summary>What a request about a subscriber must keep to, besides its form.</summary>
internal sealed class WebhookRequestRules(Targets targets)
{
    /// <summary>The words of what there is to tell of.</summary>
    public static IReadOnlyList<string> Types { get; } =
        [.. EventTypes.Domain.Where(type => type.IsSubclassOf(typeof(RegisterEvent))).Select(Words.OfType).Append(EffectEntry.Word).Order(StringComparer.Ordinal)];

    /// <summary>Every fault of a new subscriber or a changed one.</summary>
    /// <param name="head">Where the cluster stands.</param>
    public async Task<IReadOnlyList<Fault>> FaultsAsync(string? url, IReadOnlyList<string>? types, long? after, long head, CancellationToken ct)
    {
        var faults = new List<Fault>();
        if (url is not null && await targets.FaultOfAsync(url, ct) is { } fault) faults.Add(new("url", fault));
        faults.AddRange((types ?? []).Index().Where(type => !Types.Contains(type.Item, StringComparer.Ordinal)).Select(type => new Fault($"types[{type.Index}]", FaultMessages.UnknownWord(type.Item, Types))));
        if (after > head) faults.Add(Ahead(head));
        return faults;
    }

    /// <summary>A position that the cluster has not come to.</summary>
    public static Fault Ahead(long head) => new("after", FaultMessages.WholeWithin(0, head));
}
