using System.Text.Json.Serialization;
using Governance.Domain.Clusters;
using Governance.Domain.Values;

namespace Governance.Domain.Views;

/// <summary>The changes in the organisation that took effect in a year, what else was decided in it, and how much there was when it began and when it ended.</summary>
/// <param name="Title">What it is called: <c>Organisatoriske endringer 2022</c>.</param>
/// <param name="Cluster">The cluster's name when the year ended; its id before it was founded.</param>
/// <param name="Sections">What took effect in the year: all of them, in the order of <see cref="ReportTopic"/>.</param>
/// <param name="OtherYears">What was decided in the year and takes effect in another one.</param>
/// <param name="Meetings">How many meetings each body held in the year.</param>
/// <param name="WithoutChanges">Decisions of the year that change nothing in the organisation.</param>
public sealed record AnnualReport(int Year, string Title, string Cluster, CountsOnDay Start, CountsOnDay End, IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<ReportLine> OtherYears, IReadOnlyList<DecisionLink> WithoutChanges, IReadOnlyList<MeetingsHeld> Meetings)
{
    /// <summary>The first year that there is a report of.</summary>
    public const int FirstYear = 1000;

    /// <summary>The last year that there is a report of.</summary>
    public const int LastYear = 2999;

    /// <summary>The report that a viewpoint has of a year; its own day does not matter.</summary>
    public static AnnualReport Of(Viewpoint view, int year)
    {
        var (eve, last) = (view with { AsOf = new DateOnly(year, 1, 1).AddDays(-1) }, view with { AsOf = new DateOnly(year, 12, 31) });
        var all = Timeline.Steps(view, new()).Where(s => s.Fact.From.First.Year == year || IsDecidedIn(view, s.Fact, year)).ToLookup(s => s.Fact.From.First.Year == year);
        var steps = all[true].ToLookup(s => ReportLine.TopicOf(s.Fact.Event));
        return new(
            year, view.Say($"Organisatoriske endringer {year}", $"Organisational changes {year}"), last.State is { } state ? view.NameOf(state.Names.Current) : view.History.Id,
            CountsOnDay.Of(eve), CountsOnDay.Of(last), [.. Enum.GetValues<ReportTopic>().Select(topic => ReportSection.Of(view, topic, steps[topic]))],
            [.. all[false].Select(s => ReportLine.Of(view, s))],
            [.. view.History.Decisions.Values.Where(d => d.Annulment is null && d.Facts.Length == 0 && d.Current.Head.DecidedOn.First.Year == year).OrderBy(d => d.Current.Head.DecidedOn.First).ThenBy(d => d.Position)
                .Select(d => view.Link(d.Id)).OfType<DecisionLink>()],
            MeetingsHeld.In(view, year));
    }

    /// <summary>When an internal decision was made is not told.</summary>
    private static bool IsDecidedIn(Viewpoint view, Fact fact, int year) => fact.DecidedOn.First.Year == year && view.Head(fact.Decision) is not null;
}

/// <summary>What a change is about: a section of an annual report, or of a timeline.</summary>
[JsonConverter(typeof(KebabCase<ReportTopic>))]
public enum ReportTopic
{
    /// <summary>Other names of the cluster and its bodies.</summary>
    Renames,

    /// <summary>Mandates given, extended and repealed.</summary>
    Mandates,

    /// <summary>Seats, those who hold them, and the rules for both.</summary>
    Composition,

    /// <summary>Working groups and other bodies set up, altered and concluded.</summary>
    Bodies,

    /// <summary>Partners that came, left or took other names.</summary>
    Partners,

    /// <summary>Strategies adopted.</summary>
    Strategy,
}

/// <summary>How many meetings a body held.</summary>
public sealed record MeetingsHeld(BodyLink Body, int Count)
{
    internal static IReadOnlyList<MeetingsHeld> In(Viewpoint view, int year) =>
        [.. MeetingView.All(view).Where(m => m.HeldOn.First.Year == year).GroupBy(m => m.Body.Id).Select(b => new MeetingsHeld(b.First().Body, b.Count())).OrderByDescending(b => b.Count).ThenBy(b => b.Body.Name, StringComparer.Ordinal)];
}

/// <summary>How much there is of what on a day.</summary>
public sealed record CountsOnDay(DateOnly AsOf, ClusterCounts Counts)
{
    internal static CountsOnDay Of(Viewpoint view) => new(view.AsOf, ClusterCounts.Of(view));
}

/// <summary>One topic of an annual report. Names that changed hands are told of before the renamings one by one.</summary>
public sealed record ReportSection(ReportTopic Topic, string Heading, IReadOnlyList<Swap> Swaps, IReadOnlyList<ReportLine> Lines)
{
    internal static ReportSection Of(Viewpoint view, ReportTopic topic, IEnumerable<Timeline.Step> steps)
    {
        List<Timeline.Step> told = [.. steps];
        return new(topic, Vocabulary.Of(topic).In(view.Language), [.. told.GroupBy(s => s.Fact.From).SelectMany(day => ReportLine.Swaps(view, day))], [.. told.Select(s => ReportLine.Of(view, s))]);
    }
}
