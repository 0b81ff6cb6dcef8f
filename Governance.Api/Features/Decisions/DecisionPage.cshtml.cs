using Governance.Api.Features.Compare;
using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Decisions;
using Governance.Domain.Views;

namespace Governance.Api.Features.Decisions;

/// <summary>One decision: what it says, what it changed, and what became of it.</summary>
public sealed class DecisionPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<ReadAt>(site, views, answers)
{
    /// <summary>The decision in full.</summary>
    public DecisionView Decision { get; private set; } = null!;

    /// <summary>The same in a line, with the names of its day.</summary>
    public DecisionLine Line { get; private set; } = null!;

    /// <summary>The decisions that it follows up.</summary>
    public IReadOnlyList<DecisionLink> Follows { get; private set; } = [];

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, ReadAt asked)
    {
        var id = new DecisionId(Id);
        if (DecisionView.Of(view, id, new WordDiff(ct: HttpContext.RequestAborted).Between) is not { } decision) return false;
        (Decision, Line) = (decision, DecisionLine.Of(view, id)!);
        Follows = [.. view.Head(id)!.Follows.Select(view.Link).OfType<DecisionLink>()];
        return true;
    }
}
