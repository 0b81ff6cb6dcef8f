using Governance.Api.Features.Pages;
using Governance.Api.Http.Answers;
using Governance.Api.Http.Binding;
using Governance.Api.Http.Problems;
using Governance.Domain.Views;

namespace Governance.Api.Features.Compare;

/// <summary>Which two days a page compares, in either order; absent: a year ago, and the day that is looked at. The moments of knowledge are by the clock where the cluster is, unless they have an offset.</summary>
public sealed record ComparePageQuestion(DateOnly? From = null, DateOnly? To = null, string? FromKnownAt = null, string? ToKnownAt = null);

/// <summary>Two days beside each other, and what differs.</summary>
[Costs(ReadCost.Processor)]
public sealed class ComparePage(Site site, ClusterViews views, AnswerCache answers) : ClusterPage<ComparePageQuestion>(site, views, answers)
{
    /// <summary>The side of the earlier day.</summary>
    public Side From { get; private set; } = null!;

    /// <summary>The side of the later day.</summary>
    public Side To { get; private set; } = null!;

    /// <summary>What differs.</summary>
    public Comparison Found { get; private set; } = null!;

    /// <summary>The same, topic by topic; those without a difference left out.</summary>
    public IReadOnlyList<Differences> Topics { get; private set; } = [];

    /// <summary>How many differences there are.</summary>
    public int Count => Topics.Sum(t => t.Lines.Count);

    /// <summary>Whether the sides are known as of other moments than all there is.</summary>
    public bool IsOfKnowledge => From.KnownAt is not null || To.KnownAt is not null;

    /// <summary>Comparisons that are often wanted.</summary>
    public IReadOnlyList<Preset> Presets { get; private set; } = [];

    /// <inheritdoc/>
    protected override Task<Problem?> ShowAsync(Seen seen, ComparePageQuestion asked, CancellationToken ct) => Task.FromResult(Show(seen, asked, ct));

    private Problem? Show(Seen seen, ComparePageQuestion asked, CancellationToken ct)
    {
        Site.IsOfDay = false;
        var (view, zone) = (seen.View, Site.Zone);
        var faults = new List<Fault>();
        var (fromKnown, toKnown) = (PointInTimeInput.Read("?fromKnownAt", asked.FromKnownAt, zone, faults), PointInTimeInput.Read("?toKnownAt", asked.ToKnownAt, zone, faults));
        if (faults.Count > 0) return Problem.Malformed(faults);

        var to = view with { AsOf = asked.To ?? view.AsOf, History = toKnown is null ? view.History : seen.Live.KnownAt(toKnown) };
        var from = view with { AsOf = asked.From ?? Preset.YearBefore(to.AsOf), History = fromKnown is null ? view.History : seen.Live.KnownAt(fromKnown) };
        if (from.AsOf > to.AsOf) (from, to, fromKnown, toKnown) = (to, from, toKnown, fromKnown);
        Found = Comparison.Between(from, to, new WordDiff(ct: ct).Between);
        (From, To) = (Side.Of(Site, from, fromKnown, Found, isFirst: true), Side.Of(Site, to, toKnown, Found, isFirst: false));
        Topics = Differences.Of(Site, Found);
        Presets = Preset.All(Site, view);
        return null;
    }
}
