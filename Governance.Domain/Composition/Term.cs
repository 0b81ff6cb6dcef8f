using System.Text.Json.Serialization;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Composition;

/// <summary>Where a term comes from.</summary>
[JsonConverter(typeof(KebabCase<TermSource>))]
public enum TermSource
{
    /// <summary>A decision says it.</summary>
    Decided,

    /// <summary>It is worked out from the term length in the body's composition rules.</summary>
    Rule,
}

/// <summary>What somebody is elected for. <c>Through</c> is the last day, inclusive.</summary>
public sealed record Term(PartialDate Through, TermSource Source)
{
    /// <summary>The term decided; else the rule's from a day on, where there is one; else none.</summary>
    public static Term? Of(PartialDate? decided, CompositionRules rules, PartialDate from) =>
        decided is { } through ? new(through, TermSource.Decided) : rules.TermLength is { } length ? new(length.LastDay(from), TermSource.Rule) : null;
}
