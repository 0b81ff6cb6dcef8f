namespace Governance.Domain.Values;

/// <summary>At least one of these sets of members, by their words in JSON, must be given whole: <c>[Needs("seat", "body role")]</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(params string[] alternatives) : Attribute
{
    /// <summary>Each a set of members with blanks between.</summary>
    public IReadOnlyList<string> Alternatives { get; } = alternatives;
}

/// <summary>These two members, by their words in JSON, contradict each other: one at most is given.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotBothAttribute(string one, string other) : Attribute
{
    /// <summary>The one.</summary>
    public string One { get; } = one;

    /// <summary>The other.</summary>
    public string Other { get; } = other;
}

/// <summary>No two things in it bear the same <c>ref</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OneOfEachRefAttribute : Attribute;

/// <summary>The list may be given as its only item, without brackets.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OneOrManyAttribute : Attribute;

/// <summary>The texts of the list have so many words together at most.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MostWordsAttribute(int words) : Attribute
{
    /// <summary>How many.</summary>
    public int Words => words;
}

/// <summary>What is given replaces what was there, and is never cleared: null is refused.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LastingAttribute : Attribute;

/// <summary>A date that may be unknown, or known as the latest that it can have been.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class UncertainAttribute : Attribute;

/// <summary>The text is an absolute http(s) address, safe to link to.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WebAddressAttribute : Attribute;

/// <summary>The text is one line that shows as it is written: no line breaks, and no characters that cannot be seen.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SingleLineAttribute : Attribute;

/// <summary>The members of this record stand among the members of the one that holds it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InlineAttribute : Attribute;
