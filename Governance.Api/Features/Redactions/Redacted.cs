using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Governance.Api.EventStore;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Redactions;

/// <summary>Events with a mark in the place of some of their texts.</summary>
internal static partial class Redacted
{
    /// <summary>What stands in the place of a text.</summary>
    public const string Mark = Redaction.Mark;

    /// <summary>An event with the mark at these places, such as <c>head.links[0].title</c>.</summary>
    public static Redaction Of(EventTypes types, Guid id, ClusterEvent data, IReadOnlyList<string> members)
    {
        var json = JsonNode.Parse(EventTypes.ToCanonical(data, new ArrayBufferWriter<byte>()))!;
        foreach (var member in members) Put(json, member);
        return new(id, types.Read(types.AliasOf(data.GetType()), Encoding.UTF8.GetBytes(json.ToJsonString())), [.. members.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The act that says so: of a decision, or of the act at a position.</summary>
    public static TextRedacted By(IReadOnlyList<Redaction> redactions, DecisionId? decision, long? act, IReadOnlyList<string> texts, string reason) =>
        new(decision, texts, [.. redactions.Select(r => r.Event)], reason, act, [.. redactions.Select(r => EventTypes.HashOf(r.Data, new()))], [.. redactions.Select(r => r.Members)]);

    /// <summary>Puts the mark wherever one of these texts stands alone; answers whether one does.</summary>
    /// <param name="put">Puts it in the place of the node itself.</param>
    public static bool Replace(JsonNode? node, IReadOnlySet<string> gone, Action<string>? put = null)
    {
        if (put is not null && gone.Contains(Recording.Entries.Entry.TextOf(node)))
        {
            put(Mark);
            return true;
        }

        var found = false;
        foreach (var (word, value) in (node as JsonObject ?? []).ToList()) found |= Replace(value, gone, mark => node![word] = mark);
        foreach (var (i, item) in (node as JsonArray ?? []).ToList().Index()) found |= Replace(item, gone, mark => node![i] = mark);
        return found;
    }

    /// <summary>The text at such a place; null where there is none.</summary>
    public static string? At(JsonNode json, string member) => Steps(member).Aggregate((JsonNode?)json, Step) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static void Put(JsonNode json, string member)
    {
        var steps = Steps(member);
        var at = steps.SkipLast(1).Aggregate((JsonNode?)json, Step)!;
        if (char.IsAsciiDigit(steps[^1][0])) at[int.Parse(steps[^1])] = Mark;
        else at[steps[^1]] = Mark;
    }

    private static JsonNode? Step(JsonNode? json, string step) => json switch
    {
        JsonArray items when char.IsAsciiDigit(step[0]) && int.Parse(step) < items.Count => items[int.Parse(step)],
        JsonObject members => members[step],
        _ => null,
    };

    private static List<string> Steps(string member) => [.. StepPattern().Matches(member).Select(m => m.Value)];

    [GeneratedRegex("[a-zA-Z]+|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex StepPattern();
}
