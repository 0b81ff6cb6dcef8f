using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Governance.Domain.Decisions;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

/// <summary>Where a decision stands.</summary>
[JsonConverter(typeof(KebabCase<DecisionStatus>))]
public enum DecisionStatus
{
    /// <summary>As first entered.</summary>
    Recorded,

    /// <summary>Entered wrongly at first; the last revision holds.</summary>
    Corrected,

    /// <summary>Invalid from the start.</summary>
    Annulled,
}

/// <summary>A decision as first entered, or as a correction has it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Reason">Why it was corrected; null for the first.</param>
/// <param name="ImportedAs">What the document calls the decision that the revision was imported from; null where it was not.</param>
public sealed record Revision(
    int Number, long Position, DateTimeOffset RecordedAt, string? Actor, DecisionHead Head, ImmutableArray<Fact> Facts, IReadOnlyList<ChangeRef> Refs,
    IReadOnlyList<PersonId> Registered, string? Reason, string? ImportedAs = null);

/// <summary>A decision's annulment.</summary>
public sealed record Annulment(long Position, DateTimeOffset RecordedAt, string? Actor, string Reason, DecisionId? By);

/// <summary>A decision with all its revisions. A correction after an annulment reinstates it.</summary>
public sealed record RecordedDecision(DecisionId Id, ImmutableList<Revision> Revisions, Annulment? Annulment)
{
    /// <summary>The revision that holds, or held until it was annulled.</summary>
    public Revision Current => Revisions[^1];

    /// <summary>Position of the first revision: its place among the decisions of a day.</summary>
    public long Position => Revisions[0].Position;

    /// <summary>Where it stands.</summary>
    public DecisionStatus Status => Annulment is not null ? DecisionStatus.Annulled : Revisions.Count > 1 ? DecisionStatus.Corrected : DecisionStatus.Recorded;

    /// <summary>The facts that hold because of it: none when annulled.</summary>
    public ImmutableArray<Fact> Facts => Annulment is null ? Current.Facts : [];

    /// <summary>All the ids its revisions registered persons under.</summary>
    public IEnumerable<PersonId> Registered => Revisions.SelectMany(r => r.Registered);
}
