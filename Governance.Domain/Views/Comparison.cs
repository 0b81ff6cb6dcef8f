using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>What differs between two viewpoints: between two days, two moments of knowledge, or both. Lists are empty where nothing does.</summary>
/// <param name="Swaps">Names that went from one body to another, besides the renamings themselves.</param>
/// <param name="Added">Bodies that are there only in the second; what differs inside them stands here alone, and so with those gone.</param>
/// <param name="Members">Who came, left or changed role, by body.</param>
public sealed record Comparison(
    ComparedSide From, ComparedSide To, Renaming? ClusterRenamed, StrategyChange? Strategy, IReadOnlyList<Swap> Swaps,
    IReadOnlyList<BodyAlone> Added, IReadOnlyList<BodyAlone> Gone, IReadOnlyList<BodyChange<NamePair>> Renamed, IReadOnlyList<BodyChange<BodyKind>> KindChanged,
    IReadOnlyList<BodyChange<Visibility>> VisibilityChanged, IReadOnlyList<BodyChange<BodyPlace>> Moved, IReadOnlyList<MandateChange> Mandates,
    IReadOnlyList<CompositionChange> Members, PartnerChanges Partners)
{
    /// <summary>Other rules of composition, by body.</summary>
    public required IReadOnlyList<BodyChange<CompositionRules>> Rules { get; init; }

    /// <summary>What changed from one viewpoint to another; both have the same audience and language.</summary>
    /// <param name="diff">How two texts differ.</param>
    public static Comparison Between(Viewpoint from, Viewpoint to, TextDiff diff)
    {
        var sides = new Sides(from, to);
        return new(
            ComparedSide.Of(from), ComparedSide.Of(to), sides.ClusterRenamed, sides.Strategy, Swap.Among(to, sides.Renamed), sides.Added, sides.Gone, sides.Renamed,
            sides.KindChanged, sides.VisibilityChanged, sides.Moved, sides.Mandates(diff), Composed.Changes(sides), PartnersCompared.Between(from, to))
        {
            Rules = sides.Rules,
        };
    }
}

/// <summary>One side of a comparison: the day, and the position of the register as it was known.</summary>
public sealed record ComparedSide(DateOnly AsOf, long Position)
{
    internal static ComparedSide Of(Viewpoint view) => new(view.AsOf, view.History.Position);
}

/// <summary>How a text became another: its words as they stand, the removed ones before those that took their place.</summary>
public delegate IReadOnlyList<TextSegment> TextDiff(string before, string after);

/// <summary>A stretch of text.</summary>
public sealed record TextSegment(string Text, SegmentKind Kind);

/// <summary>Where a stretch of text stands.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(KebabCase<SegmentKind>))]
public enum SegmentKind
{
    /// <summary>In both.</summary>
    Same,

    /// <summary>In the second alone.</summary>
    Added,

    /// <summary>In the first alone.</summary>
    Removed,
}

/// <summary>The names something bears at once.</summary>
public sealed record NamePair(Name Name, Name? NameEn)
{
    internal static NamePair Of(BodyOnDay body) => new(body.Name, body.NameEn);

    internal bool Same(NamePair other) => Name.Text == other.Name.Text && NameEn?.Text == other.NameEn?.Text;
}

/// <summary>Other names, from one side to the other.</summary>
public sealed record Renaming(NamePair Before, NamePair After, string Sentence);

/// <summary>Another strategy in force; absent where there is none.</summary>
public sealed record StrategyChange(StrategyOnDay? Before, StrategyOnDay? After, string Sentence);

/// <summary>A body that is there on one side alone, as it stands there.</summary>
public sealed record BodyAlone(BodyOnDay Body, string Sentence);

/// <summary>Something about a body that is there on both sides; the body stands by its second name.</summary>
public sealed record BodyChange<T>(BodyLink Body, T Before, T After, string Sentence);

/// <summary>Where a body belongs: under which, none at the top, and advisory to which.</summary>
public sealed record BodyPlace(BodyLink? Parent, IReadOnlyList<BodyLink> AdvisoryTo);

/// <summary>Another mandate; absent where there is none. The text is purpose, points and deliverable, a line each.</summary>
public sealed record MandateChange(BodyLink Body, MandateOnDay? Before, MandateOnDay? After, IReadOnlyList<TextSegment> Text, string Sentence);
