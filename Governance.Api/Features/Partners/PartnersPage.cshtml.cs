using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Views;

namespace Governance.Api.Features.Partners;

/// <summary>The partners of a day.</summary>
public sealed class PartnersPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<ReadAt>(site, views, answers)
{
    /// <summary>Those that take part, by name.</summary>
    public IReadOnlyList<PartnerOnDay> Partners { get; private set; } = [];

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, ReadAt asked)
    {
        Partners = PartnerList.Of(view).Partners;
        return true;
    }
}
