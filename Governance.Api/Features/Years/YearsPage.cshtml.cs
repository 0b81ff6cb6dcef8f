using Governance.Api.Features.Chart;
using Governance.Api.Features.Pages;
using Governance.Api.Http;
using Governance.Api.Http.Answers;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Years;

/// <summary>The organisation drawn on one of the days on which something changed, with the way to those before and after.</summary>
public sealed class YearsPage(Site site, ClusterViews views, AnswerCache answers) : ViewPage<ReadAt>(site, views, answers)
{
    private const int Most = 100;

    private static readonly Phrase change = new("endring", "change");
    private static readonly Phrase changes = new("endringer", "changes");

    private int at;

    /// <summary>The days on which something changed, oldest first.</summary>
    public IReadOnlyList<ChangeDay> Days { get; private set; } = [];

    /// <summary>The last of them up to the day that is looked at; null before the first.</summary>
    public ChangeDay? Day => at < 0 ? null : Days[at];

    /// <summary>The one before; null at the first.</summary>
    public ChangeDay? Previous => at > 0 ? Days[at - 1] : null;

    /// <summary>The one after; null at the last.</summary>
    public ChangeDay? Next => at + 1 < Days.Count ? Days[at + 1] : null;

    /// <summary>Its place among them, as the slider has it.</summary>
    public int Place => Math.Max(at, 0);

    /// <summary>What changed on it.</summary>
    public IReadOnlyList<TimelineEntry> Changes { get; private set; } = [];

    /// <summary>The bodies on the day that is looked at.</summary>
    public Structure Structure { get; private set; } = null!;

    /// <summary>The same drawn, with those marked that changed.</summary>
    public OrganisationChart Chart { get; private set; } = null!;

    /// <summary>A day with what it has, in words: <c>15. juni 2022, 12 endringer</c>.</summary>
    public string Said(ChangeDay day) => $"{Wording.Date(day.Date, Site.Language)}, {Wording.Count(day.Changes, change, changes, Site.Language)}";

    /// <summary>This page on one of the days.</summary>
    public string On(ChangeDay day) => Site.Here(asOf: day.Date.First);

    /// <inheritdoc/>
    protected override bool Show(Viewpoint view, ReadAt asked)
    {
        Days = ChangeDay.All(view, new());
        at = Days.Count(d => d.Date.First <= view.AsOf) - 1;
        Structure = Structure.Of(view);
        if (Day is { Date.First: var day }) Changes = Timeline.Of(view, new(day, day), null, Most)!.Entries;
        Chart = OrganisationChart.Of(view, Structure, Site.ClusterName!, Changes.Select(c => c.Body?.Id).OfType<Domain.Bodies.BodyId>().ToHashSet());
        return true;
    }
}
