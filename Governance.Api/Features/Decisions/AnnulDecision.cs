using Governance.Api.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Decisions;

/// <summary>Makes a decision invalid from the start, as known from now.</summary>
/// <param name="By">The decision that says so.</param>
public sealed record AnnulDecision(WriteRequest Request, DecisionId Id, string Reason, DecisionId? By) : DecisionCommand(Request)
{
    /// <inheritdoc/>
    public override DecisionOutcome Enter(Register register) => register.Annul(Id, Reason, By);
}
