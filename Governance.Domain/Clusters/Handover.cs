using Governance.Domain.Bodies;
using Governance.Domain.Composition;

namespace Governance.Domain.Clusters;

/// <summary>Two appointments that stand side by side on a day where only one can: of two persons to one seat, or of one person to two. Those whose days are known to the month or year alone may follow each other within it.</summary>
/// <param name="Seat">Of the earlier one.</param>
public sealed record Handover(BodyId Body, SeatId Seat, Appointment Earlier, Appointment Later)
{
    /// <summary>Whether the earlier one ends, as far as a timeline tells, on a day that may have come before the later one's first.</summary>
    public bool IsPossible(Cluster last) =>
        last.Bodies[Body].Departures.TryGetValue((Seat, Earlier.Person, Earlier.From.First), out var until) && until.Previous.Earliest < Later.From.Last;
}
