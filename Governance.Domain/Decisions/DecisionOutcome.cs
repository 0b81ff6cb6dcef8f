using System.Collections.Immutable;
using Governance.Domain.Clusters;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions;

/// <summary>What came of a decision handed in: an entry to append, or everything that is wrong with it.</summary>
public abstract record DecisionOutcome
{
    private DecisionOutcome()
    {
    }

    /// <summary>It holds on the whole timeline.</summary>
    public sealed record Accepted(Entry Entry) : DecisionOutcome;

    /// <summary>It cannot be true; nothing is changed.</summary>
    public sealed record Refused(ImmutableArray<Violation> Violations) : DecisionOutcome;
}

/// <summary>A decision ready to append at the position after the history it was checked against.</summary>
/// <param name="Facts">One for each change, in their order; none for an annulment.</param>
/// <param name="Persons">Persons to register in the same transaction.</param>
/// <param name="Kept">Ids that a correction takes over from the revision before.</param>
/// <param name="Named">What the names in it were read as: on a newer state they must mean the same.</param>
public sealed record Entry(
    DecisionId Decision, RegisterEvent Act, ImmutableArray<Fact> Facts, ImmutableArray<NewPerson> Persons, ImmutableArray<Guid> Kept, ImmutableDictionary<string, Guid> Named)
{
    /// <summary>The history with it, as if recorded right after <paramref name="before"/>.</summary>
    public ClusterHistory After(ClusterHistory before) => before.With(new RecordedAct(before.Position + 1, before.RecordedAt.AddMicroseconds(1), null, Act, Facts));
}

/// <summary>A person to register: what the decision says of them.</summary>
public sealed record NewPerson(PersonId Id, Name Name, string? Title, string? Organisation);
