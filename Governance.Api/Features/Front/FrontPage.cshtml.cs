using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Views;

namespace Governance.Api.Features.Front;

/// <summary>A cluster's front page: what it is, how it is organised, and what has changed.</summary>
public sealed class FrontPage(Site site, ClusterViews views, AnswerCache answers) : ClusterPage<ReadAt>(site, views, answers)
{
    /// <summary>The cluster itself.</summary>
    public ClusterView Cluster { get; private set; } = null!;

    /// <summary>Its bodies, its partners and what is to come.</summary>
    public Structure Structure { get; private set; } = null!;

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, ReadAt asked)
    {
        (Cluster, Structure) = (ClusterView.Of(view)!, Structure.Of(view));
        return true;
    }
}
