using Governance.Api.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Decisions;

/// <summary>Enters a new decision.</summary>
public sealed record RecordDecision(WriteRequest Request, Decision Decision) : DecisionCommand(Request)
{
    /// <inheritdoc/>
    public override DecisionOutcome Enter(Register register) => register.Record(Decision);
}
