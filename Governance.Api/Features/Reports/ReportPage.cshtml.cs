using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Views;

namespace Governance.Api.Features.Reports;

/// <summary>What changed in the organisation in a year, ready for the annual report.</summary>
[Costs(ReadCost.Processor)]
public sealed class ReportPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<ReadAt>(site, views, answers)
{
    /// <summary>The report.</summary>
    public AnnualReport Report { get; private set; } = null!;

    /// <summary>The year before, if the cluster had begun.</summary>
    public int? Previous { get; private set; }

    /// <summary>The year after, if it has come or something is decided for it.</summary>
    public int? Next { get; private set; }

    /// <summary>Where the report is in another form, to be taken along.</summary>
    public string Download(ReportForm form) => Site.To.Api($"/reports/annual/{Report.Year}", ("format", Domain.Values.Words.Of(form)));

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, ReadAt asked)
    {
        Site.IsOfDay = false;
        if (!int.TryParse((string)RouteData.Values["year"]!, out var year) || year is < AnnualReport.FirstYear or > AnnualReport.LastYear) return false;
        Report = AnnualReport.Of(view, year);
        var (first, last) = (view.History.Founding!.FoundedOn.First.Year, Math.Max(Site.Today.Year, ChangeDay.All(view, new()) is [.., var day] ? day.Date.First.Year : 0));
        (Previous, Next) = (year > first ? Math.Min(year - 1, last) : null, year < last ? Math.Max(year + 1, first) : null);
        return true;
    }
}
