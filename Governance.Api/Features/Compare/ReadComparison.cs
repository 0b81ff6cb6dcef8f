using System.ComponentModel;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Compare;

/// <summary>Which two days, each as known at some moment.</summary>
public sealed record CompareQuestion(
    [Description("The first day.")] DateOnly From,
    [Description("The second day; absent: today where the cluster is.")] DateOnly? To = null,
    [Description("The first side as it was known at this instant; absent: as knownAt says.")] DateTimeOffset? FromKnownAt = null,
    [Description("The second side as it was known at this instant; absent: as knownAt says.")] DateTimeOffset? ToKnownAt = null,
    [Description("Both sides as they were known at this instant; absent: all that is known.")] DateTimeOffset? KnownAt = null,
    [Description("The language of sentences and names.")] Language Lang = Language.Nb);

/// <summary>What differs between two days, or between two moments of knowledge of them.</summary>
internal static class ReadComparison
{
    public static Task<IResult> HandleAsync(
        string cluster, QueryParameters<CompareQuestion> asked, QueryParameters<ReadSince> since, ClusterViews views, Reads reads, HttpContext http, CancellationToken ct)
    {
        var question = asked.Value;
        var second = new ReadAt(question.To, question.ToKnownAt ?? question.KnownAt, question.Lang);
        return views.AnswerAsync(http, cluster, since.Value, second, (version, freshness, live, to) =>
            reads.JsonAsync(http, version, freshness, question, (question, live, to), static (asked, stop) =>
            {
                var from = asked.to with { AsOf = asked.question.From, History = asked.live.KnownAt(asked.question.FromKnownAt ?? asked.question.KnownAt) };
                return Comparison.Between(from, asked.to, new WordDiff(ct: stop).Between);
            }), ct);
    }
}
