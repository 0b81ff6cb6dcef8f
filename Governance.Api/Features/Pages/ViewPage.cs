using Governance.Api.Http.Answers;
using Governance.Api.Http.Problems;
using Governance.Domain.Views;

namespace Governance.Api.Features.Pages;

/// <summary>A page of a cluster that is made from what is in memory alone.</summary>
/// <typeparam name="TAsked">What the page takes from its address besides what all pages take.</typeparam>
public abstract class ViewPage<TAsked>(Site site, ClusterViews views, AnswerCache answers) : ClusterPage<TAsked>(site, views, answers) where TAsked : class
{
    /// <inheritdoc/>
    protected sealed override Task<Problem?> ShowAsync(Seen seen, TAsked asked, CancellationToken ct) => Task.FromResult(Show(seen.View, asked) ? null : Problem.NotFound);

    /// <summary>Takes what the page shows from what the caller sees; false where there is nothing at this address.</summary>
    protected abstract bool Show(Viewpoint view, TAsked asked);
}
