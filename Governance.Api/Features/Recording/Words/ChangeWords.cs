using System.Diagnostics;
using System.Reflection;
using Governance.Api.Http.Binding;
using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Recording.Words;

/// <summary>A kind of change as a form offers it.</summary>
/// <param name="Word">As in the API.</param>
/// <param name="Label">What the secretary picks.</param>
public sealed record ChangeWord(string Word, Phrase Label);

/// <summary>Kinds of change that are found together.</summary>
public sealed record ChangeGroup(Phrase Label, IReadOnlyList<ChangeWord> Changes);

/// <summary>All the kinds of change, in groups, as each says of itself.</summary>
public static class ChangeWords
{
    private static readonly Dictionary<string, (RecordShape Shape, ChangeLabelAttribute Label)> byWord = ((UnionShape)Shapes.Of(typeof(Change))).Variants.ToDictionary(
        kind => kind.Key, kind => (kind.Value, kind.Value.Record.GetCustomAttribute<ChangeLabelAttribute>() ?? throw new UnreachableException($"{kind.Key} has no label.")), StringComparer.Ordinal);

    /// <summary>The groups, and the kinds in each, those that are picked most first.</summary>
    public static IReadOnlyList<ChangeGroup> Groups { get; } =
    [
        .. byWord.GroupBy(kind => kind.Value.Label.Area).OrderBy(area => area.Key).Select(area =>
            new ChangeGroup(Of(area.Key), [.. area.OrderBy(kind => kind.Value.Label.Order).Select(kind => new ChangeWord(kind.Key, kind.Value.Label.Label))])),
    ];

    /// <summary>What a kind of change is called; its own word where there is none such.</summary>
    public static Phrase Of(string word) => byWord.TryGetValue(word, out var found) ? found.Label.Label : new(word, word);

    /// <summary>The record of a kind of change; null where there is none such.</summary>
    public static Type? RecordOf(string word) => byWord.TryGetValue(word, out var found) ? found.Shape.Record : null;

    private static Phrase Of(ChangeArea area) => area switch
    {
        ChangeArea.Seats => new("Medlemmer og plasser", "Members and seats"),
        ChangeArea.Bodies => new("Organer", "Bodies"),
        ChangeArea.Mandates => new("Mandater", "Mandates"),
        ChangeArea.Cluster => new("Partnere og klynge", "Partners and cluster"),
        _ => throw new UnreachableException($"No words for {area}."),
    };
}
