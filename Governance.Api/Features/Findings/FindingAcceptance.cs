using Governance.Api.Clusters;
using Governance.Domain.Clusters;
using Governance.Domain.Findings;

namespace Governance.Api.Features.Findings;

/// <summary>Writes that a finding is known and accepted, for as long as it lasts.</summary>
public sealed class FindingAcceptance(ClusterWriter writer, Calendar calendar)
{
    /// <summary>Accepts a finding that there is today; absent where there is none.</summary>
    public Task<WriteOutcome> AcceptAsync(WriteRequest request, Guid id, string note, CancellationToken ct) => writer.WriteAsync(request, live =>
    {
        var found = FindingList.Of(live.History, calendar.Today(live.History), live.Persons);
        return found.Open.Concat(found.Accepted).Any(f => f.Id == id) ? new Verdict.Write(new FindingAccepted(id, note), []) : new Verdict.Absent();
    }, ct);
}
