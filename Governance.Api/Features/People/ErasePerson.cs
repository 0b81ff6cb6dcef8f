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
        var asked = default(DateTimeOffset);
        List<string> names = [];
        var outcome = await people.ChangeAsync(WriteRequests.Of(http, cluster, caller), id, (row, aliases) =>
        {
            asked = row.ErasureAskedAt ?? ToMicroseconds(clock.GetUtcNow());
            names = [.. aliases.Select(a => a.Name).Append(row.Name).Distinct(StringComparer.OrdinalIgnoreCase)];
            if (row.ErasureAskedBy is null) return new(new PersonUpdated(new(id)), []) { People = [row with { ErasureAskedBy = caller.ActorId, ErasureAskedAt = asked }] };
            return row.ErasureAskedBy == caller.ActorId ? null : new(new PersonErased(new(id)), []) { People = [Cleared(row), .. aliases.Select(Cleared)] };
        }, ct);
        if (outcome is WriteOutcome.Recorded recorded)
        {
            http.Response.Headers[Answer.PositionHeader] = recorded.Position.ToString();
            var act = recorded.Cluster.History.Acts[(int)recorded.Position - 1];
            if (act.Event is PersonErased) return TypedResults.Json(new ErasureDone(id, recorded.Position, act.RecordedAt, Texts(recorded.Cluster.History, names)), Json.Options);
        }
        return outcome is WriteOutcome.Recorded or WriteOutcome.Unchanged
            ? TypedResults.Json(new ErasureAsked(id, asked), Json.Options, statusCode: StatusCodes.Status202Accepted)
            : WriteProblems.Of(outcome, null);
    }

    /// <summary>As precisely as the database keeps it.</summary>
    private static DateTimeOffset ToMicroseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private static Person Cleared(Person row) => new(row.Id, "") { MergedInto = row.MergedInto, Erased = true };

    private static IReadOnlyList<TextsFound> Texts(ClusterHistory history, IReadOnlyList<string> names) =>
        [.. from decision in history.Decisions.Values
            let texts = DecisionTexts.Of(decision).Where(t => names.Any(n => t.Text.Contains(n, StringComparison.OrdinalIgnoreCase))).Select(t => t.Path).ToList()
            where texts.Count > 0
            orderby decision.Position
            select new TextsFound(decision.Id.Value, decision.Current.Head.CaseNumber, decision.Current.Head.Title, texts)];
}
