using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Features.Decisions;
using Governance.Domain.Decisions;

namespace Governance.Api.Features.Recording.Forms;

/// <summary>What comes of a document on a state of the cluster: what stands in the way, or the outcome that recording it would have.</summary>
/// <param name="Command">What records it; null where its form is at fault.</param>
public sealed record Examined(Complaints Complaints, DecisionOutcome.Accepted? Accepted, Func<WriteRequest, DecisionCommand>? Command)
{
    private const int LongestTitle = 150;

    /// <summary>Takes a document as POST would take it.</summary>
    public static Examined Of(Register register, LiveCluster live, JsonObject document, DecisionId? corrects)
    {
        var (decision, reason, complaints) = Judging.Read(document, corrects is not null);
        if (decision is null) return new(complaints, null, null);
        Func<WriteRequest, DecisionCommand> command = corrects is { } id ? request => new CorrectDecision(request, id, decision, reason!) : request => new RecordDecision(request, decision);
        return (corrects is { } other ? register.Correct(other, decision, reason!) : register.Record(decision)) switch
        {
            DecisionOutcome.Accepted accepted => new(Complaints.None, accepted, command),
            DecisionOutcome.Refused refused => new(Judging.Of(refused.Violations, document, live), null, command),
            var outcome => throw new System.Diagnostics.UnreachableException($"{outcome.GetType().Name} is no outcome."),
        };
    }

    /// <summary>Gives a decision without a title that of its first change.</summary>
    public static void SuggestTitle(Register register, LiveCluster live, JsonObject document, DecisionId? corrects, DateOnly today)
    {
        if (document.ContainsKey("title") || NewReferences.Changes(document).Count == 0) return;
        var tried = (JsonObject)document.DeepClone();
        tried["title"] = "–";
        if (Of(register, live, tried, corrects).Accepted is not { } accepted) return;
        var sentences = Preview.Of(live, accepted, today, Domain.Values.Language.Nb).Sentences;
        var title = sentences[0].TrimEnd('.') + (sentences.Count > 1 ? " m.m." : "");
        document["title"] = title.Length <= LongestTitle ? title : title[..LongestTitle] + "…";
    }
}
