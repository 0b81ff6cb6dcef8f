using Governance.Api.Clusters;
using Governance.Api.EventStore;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Api.Security;
using Governance.Domain.Clusters;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.People;

/// <summary>An erasure asked for: another admin's delete confirms it.</summary>
public sealed record ErasureAsked(Guid Id, DateTimeOffset AskedAt);

/// <summary>An erasure done. <c>Texts</c> are those where the name still stands, by decision, for redaction.</summary>
public sealed record ErasureDone(Guid Id, long Position, DateTimeOffset RecordedAt, IReadOnlyList<TextsFound> Texts);

/// <summary>Texts of a decision, as its redaction takes them.</summary>
public sealed record TextsFound(Guid Decision, string? CaseNumber, string Title, IReadOnlyList<string> Texts);

/// <summary>Erases a person, when two admins have asked for it: seats and appointments stay.</summary>
internal static class ErasePerson
{
    public static async Task<IResult> HandleAsync(
        string cluster, Guid id, Caller caller, PersonWrites people, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        var (asked, name) = (default(DateTimeOffset), "");
        var outcome = await people.ChangeAsync(WriteRequests.Of(http, cluster, caller), id, row =>
        {
            (asked, name) = (row.ErasureAskedAt ?? clock.GetUtcNow(), row.Name);
            if (row.ErasureAskedBy is null) return new(new PersonUpdated(new(id)), []) { People = [row with { ErasureAskedBy = caller.ActorId, ErasureAskedAt = asked }] };
            return row.ErasureAskedBy == caller.ActorId ? null : new(new PersonErased(new(id)), []) { People = [new Person(id, "") { Erased = true }] };
        }, ct);
        if (outcome is WriteOutcome.Recorded recorded)
        {
            http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
            var act = recorded.Cluster.History.Acts[(int)recorded.Position - 1];
            if (act.Event is PersonErased) return TypedResults.Json(new ErasureDone(id, recorded.Position, act.RecordedAt, Texts(recorded.Cluster.History, name)), Json.Options);
        }
        return outcome is WriteOutcome.Recorded or WriteOutcome.Unchanged
            ? TypedResults.Json(new ErasureAsked(id, asked), Json.Options, statusCode: StatusCodes.Status202Accepted)
            : WriteProblems.Of(outcome, null);
    }

    private static IReadOnlyList<TextsFound> Texts(ClusterHistory history, string name) =>
        [.. from decision in history.Decisions.Values
            let texts = DecisionTexts.Of(decision).Where(t => t.Text.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(t => t.Path).ToList()
            where texts.Count > 0
            orderby decision.Position
            select new TextsFound(decision.Id.Value, decision.Current.Head.CaseNumber, decision.Current.Head.Title, texts)];
}
