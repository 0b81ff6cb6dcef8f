using Governance.Api.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Decisions;

/// <summary>Puts a decision right, as known from now.</summary>
public sealed record CorrectDecision(WriteRequest Request, DecisionId Id, Decision Decision, string Reason) : DecisionCommand(Request)
{
    /// <inheritdoc/>
    public override DecisionOutcome Enter(Register register) => register.Correct(Id, Decision, Reason);
}
