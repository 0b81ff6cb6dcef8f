using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Views;

namespace Governance.Api.Features.Partners;

/// <summary>A partner, and the seats that speak for it.</summary>
public sealed class PartnerPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<ReadAt>(site, views, answers)
{
    /// <summary>The partner.</summary>
    public PartnerView Partner { get; private set; } = null!;

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, ReadAt asked)
    {
        if (PartnerView.Of(view, new(Id)) is not { } partner) return false;
        Partner = partner;
        return true;
    }
}
