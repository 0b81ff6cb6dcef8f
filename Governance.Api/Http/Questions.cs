using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Governance.Domain.Values;

namespace Governance.Api.Http;

/// <summary>The day and the state of knowledge that an answer is for, and its language; absent means today, all that is known, and Norwegian.</summary>
public sealed record ReadAt(
    [Description("The day to show the organisation on; absent: today where the cluster is.")] DateOnly? AsOf = null,
    [Description("Show only what was recorded by this instant; absent: all.")] DateTimeOffset? KnownAt = null,
    [Description("The language of sentences and messages.")] Language Lang = Language.Nb);

/// <summary>As <see cref="ReadAt"/>, where no day is asked for.</summary>
public sealed record ReadKnown(
    [Description("Show only what was recorded by this instant; absent: all.")] DateTimeOffset? KnownAt = null,
    [Description("The language of sentences and messages.")] Language Lang = Language.Nb)
{
    /// <summary>The same, seen from today.</summary>
    public ReadAt Today => new(null, KnownAt, Lang);
}

/// <summary>The position that an answer must at least know of.</summary>
public sealed record ReadSince([Description("Wait, at most 5 seconds, until this position is known here: read what you wrote.")] long? MinPosition = null);

/// <summary>A piece of a list: so many after that item.</summary>
public sealed record Page(
    [Description("The next of the piece before.")] string? After = null,
    [Description("How many at most."), Range(1, 500)] int Limit = 100);

/// <summary>Whether a write is only tried out, and the language of what is said of it.</summary>
public sealed record Rehearsal(
    [Description("Only say what would happen; nothing is stored.")] bool DryRun = false,
    [Description("The language of sentences and messages.")] Language Lang = Language.Nb);

/// <summary>A list on a day, and which piece of it.</summary>
public sealed record ListQuestion([Inline] ReadAt At, [Inline] Page Page);

/// <summary>A list of all that is known, and which piece of it.</summary>
public sealed record KnownListQuestion([Inline] ReadKnown At, [Inline] Page Page);
