using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.People;

namespace Governance.Domain.Views;

/// <summary>One decision in full: as it may be handed in again, what it made, its revisions, and the bodies it touches before and after.</summary>
/// <param name="Decision">The revision that holds, in the form that a correction takes.</param>
/// <param name="Before">The bodies it touches the day before its first effect; absent when it changes nothing or is annulled.</param>
/// <param name="After">The same on the day of its last effect.</param>
public sealed record DecisionView(
    DecisionId Id, long Position, DateTimeOffset RecordedAt, DecisionStatus Status, Decision Decision, IReadOnlyList<ChangeMade> Made,
    IReadOnlyList<RevisionLine> Revisions, AnnulmentLine? Annulment, BodiesOnDay? Before, BodiesOnDay? After)
{
    /// <summary>A decision; null if there is none, or none that may be told of.</summary>
    /// <param name="diff">How two texts differ.</param>
    public static DecisionView? Of(Viewpoint view, DecisionId id, TextDiff diff)
    {
        if (view.Head(id) is null || view.History.Decisions[id] is not { } decision) return null;
        var first = decision.Revisions[0];
        return new(
            id, first.Position, first.RecordedAt, decision.Status, Form(view, decision.Current), ChangesMade.Of(view, decision.Current),
            [.. decision.Revisions.Select((r, i) => RevisionLine.Of(view, r, RevisionDifference.Of(view, decision, i, diff)))], decision.Annulment is { } annulment ? AnnulmentLine.Of(view, annulment) : null,
            BodiesOnDay.Before(view, decision.Facts), BodiesOnDay.After(view, decision.Facts));
    }

    /// <summary>A revision as it was handed in, without what may not be seen; who may not be named stands as a person to be named.</summary>
    internal static Decision Form(Viewpoint view, Revision revision)
    {
        if (view.Audience == Audience.Reader) return Recall.Of(revision);
        var hidden = Values.Name.Of(Vocabulary.UnlistedPerson.In(view.Language));
        // A note is the secretary's own, whatever the decision's visibility.
        return Recall.Of(revision, id => view.Sees(id, revision), id => view.Names(id) ? new PersonReference.Existing(id.ToString()) : new PersonReference.New(hidden)) with { Note = null };
    }
}

/// <summary>One revision of a decision; who made it, why, how it read and what it put right are for readers.</summary>
/// <param name="Revision">From 1.</param>
public sealed record RevisionLine(int Revision, long Position, DateTimeOffset RecordedAt, string? Actor, string? Reason, Decision? Decision,
    IReadOnlyList<RevisionDifference> Differences)
{
    internal static RevisionLine Of(Viewpoint view, Revision revision, IReadOnlyList<RevisionDifference> differences) => view.Audience == Audience.Reader
        ? new(revision.Number, revision.Position, revision.RecordedAt, revision.Actor, revision.Reason, Recall.Of(revision), differences)
        : new(revision.Number, revision.Position, revision.RecordedAt, null, null, null, []);
}

/// <summary>A decision's annulment; who made it and why are for readers.</summary>
/// <param name="By">The decision that annulled it.</param>
public sealed record AnnulmentLine(long Position, DateTimeOffset RecordedAt, string? Actor, string? Reason, DecisionLink? By)
{
    internal static AnnulmentLine Of(Viewpoint view, Annulment annulment)
    {
        var by = annulment.By is { } id ? view.Link(id) : null;
        return view.Audience == Audience.Reader
            ? new(annulment.Position, annulment.RecordedAt, annulment.Actor, annulment.Reason, by)
            : new(annulment.Position, annulment.RecordedAt, null, null, by);
    }
}
