using Governance.Api.Features.Chart;
using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Front;

/// <summary>A cluster's front page: what it is, how it is organised, and what has changed.</summary>
public sealed class FrontPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<ReadAt>(site, views, answers)
{
    /// <summary>The cluster itself.</summary>
    public ClusterView Cluster { get; private set; } = null!;

    /// <summary>Its bodies, its partners and what is to come.</summary>
    public Structure Structure { get; private set; } = null!;

    /// <summary>The bodies drawn.</summary>
    public OrganisationChart Chart { get; private set; } = null!;

    /// <summary>What happened last.</summary>
    public IReadOnlyList<TimelineEntry> Latest { get; private set; } = [];

    /// <summary>How many lines of each list are shown here.</summary>
    public int Most => 8;

    /// <summary>How much there is of what, in words.</summary>
    public string Counts => string.Join(", ",
        Count(Cluster.Counts.Bodies, new("organ", "body"), new("organer", "bodies")), Count(Cluster.Counts.Seats, new("plass", "seat"), new("plasser", "seats")),
        Count(Cluster.Counts.Vacant, new("av dem ledig", "of them vacant"), new("av dem ledige", "of them vacant")), Count(Cluster.Counts.Persons, new("person", "person"), new("personer", "people")));

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, ReadAt asked)
    {
        (Cluster, Structure, Latest) = (ClusterView.Of(view)!, Structure.Of(view), Domain.Views.Latest.Of(view, Most));
        Chart = OrganisationChart.Of(view, Structure, Site.ClusterName!);
        return true;
    }

    private string Count(int number, Phrase one, Phrase many) => Wording.Count(number, one, many, Site.Language);
}
