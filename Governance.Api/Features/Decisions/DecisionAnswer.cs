using Governance.Api.Clusters;
using Governance.Api.Features.Findings;
using Governance.Api.Http.Answers;
using Governance.Domain.Clusters;
using Governance.Domain.Findings;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Decisions;

/// <summary>What a decision came to when it was entered, corrected or annulled.</summary>
/// <param name="Changes">In the order of the request, with every id they made or touched.</param>
/// <param name="Findings">Those it brings.</param>
public sealed record DecisionAnswer(
    Guid Id, long Position, DateTimeOffset RecordedAt, IReadOnlyList<ChangeMade> Changes, IReadOnlyList<FindingAnswer> Findings)
{
    /// <summary>The answer to the act at a position: the same whenever it is asked for.</summary>
    public static DecisionAnswer Of(LiveCluster cluster, long position, DateOnly today, Language language)
    {
        var (before, after) = (cluster.AtPosition(position - 1), cluster.AtPosition(position));
        var act = after.Acts[^1];
        var id = act.Event switch
        {
            DecisionRecorded e => e.Decision,
            DecisionCorrected e => e.Decision,
            DecisionAnnulled e => e.Decision,
            _ => throw new ArgumentException($"Position {position} is no decision's.", nameof(position)),
        };
        var made = act.Event is DecisionAnnulled ? [] : ChangesMade.Of(new(after, today, cluster.Persons, Audience.Reader, language), after.Decisions[id].Current);
        var day = act.Facts.Length > 0 ? Later(today, act.Facts.Max(f => f.From.First)) : today;
        var findings = FindingList.Brought(before, after, day, cluster.Persons);
        return new(id.Value, position, act.RecordedAt, made, [.. findings.Select(f => FindingAnswer.Of(f, language))]);
    }

    /// <summary>Where the decision is found, and at which position the cluster then stood.</summary>
    public void Describe(HttpResponse response, string cluster)
    {
        response.Headers.Location = $"/api/clusters/{cluster}/decisions/{Id}";
        response.Headers.ETag = $"\"{Position}\"";
        response.Headers[Answer.PositionHeader] = Position.ToString();
        response.Headers.CacheControl = "no-store";
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
