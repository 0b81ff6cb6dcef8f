using Governance.Api.Features.Pages;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Api.Features.Compare;

/// <summary>What differs in one respect.</summary>
public sealed record Differences(string Heading, IReadOnlyList<DifferenceLine> Lines)
{
    private static readonly Phrase seat = new("plass", "seat");
    private static readonly Phrase seats = new("plasser", "seats");
    private static readonly Phrase vacant = new("ledig", "vacant");
    private static readonly Phrase vacants = new("ledige", "vacant");

    internal static IReadOnlyList<Differences> Of(Site site, Comparison found)
    {
        Differences[] all =
        [
            new(site.Say("Klyngen", "The cluster"), [.. Changed(found.ClusterRenamed?.Sentence), .. Changed(found.Strategy?.Sentence)]),
            new(site.Say("Organer", "Bodies"),
            [
                .. found.Added.Select(b => new DifferenceLine(Mark.Added, b.Sentence)), .. found.Gone.Select(b => new DifferenceLine(Mark.Removed, b.Sentence)),
                .. found.Renamed.SelectMany(b => Changed(b.Sentence)), .. found.KindChanged.SelectMany(b => Changed(b.Sentence)),
                .. found.VisibilityChanged.SelectMany(b => Changed(b.Sentence)), .. found.Moved.SelectMany(b => Changed(b.Sentence)),
            ]),
            .. found.Members.Select(m => new Differences(site.Say($"Medlemmer i {m.Body.Name}", $"Members of {m.Body.Name}"), [.. Members(site, m)])),
            new(site.Say("Regler for sammensetning", "Composition rules"), [.. found.Rules.SelectMany(r => Changed(r.Sentence))]),
            new(site.Say("Mandater", "Mandates"), [.. found.Mandates.Select(m => new DifferenceLine(m.Before is null ? Mark.Added : m.After is null ? Mark.Removed : Mark.Changed, m.Sentence) { Text = m.Text })]),
            new(site.Say("Partnere", "Partners"),
            [
                .. found.Partners.In.Select(p => new DifferenceLine(Mark.Added, p.Sentence)), .. found.Partners.Out.Select(p => new DifferenceLine(Mark.Removed, p.Sentence)),
                .. found.Partners.Renamed.SelectMany(p => Changed(p.Sentence)),
            ]),
        ];
        return [.. all.Where(d => d.Lines.Count > 0)];
    }

    private static IEnumerable<DifferenceLine> Members(Site site, CompositionChange change) =>
    [
        .. change.In.Select(m => new DifferenceLine(Mark.Added, m.Sentence)), .. change.Out.Select(m => new DifferenceLine(Mark.Removed, m.Sentence)), .. change.RoleChanged.SelectMany(m => Changed(m.Sentence)),
        .. change.Seats.Select(s => new DifferenceLine(s.Before is null ? Mark.Added : s.After is null ? Mark.Removed : Mark.Changed, s.Sentence)),
        .. change.Before == change.After ? [] : Changed(site.Say($"{Count(site, change.After)}, før {Count(site, change.Before)}.", $"{Count(site, change.After)}, formerly {Count(site, change.Before)}.")),
    ];

    private static string Count(Site site, SeatCounts counts) =>
        Wording.Count(counts.Seats, seat, seats, site.Language) + (counts.Vacant == 0 ? "" : $", {Wording.Count(counts.Vacant, vacant, vacants, site.Language)}");

    private static DifferenceLine[] Changed(string? sentence) => sentence is null ? [] : [new(Mark.Changed, sentence)];
}

/// <summary>One thing that differs.</summary>
public sealed record DifferenceLine(Mark Mark, string Sentence)
{
    /// <summary>How a text became another, word by word.</summary>
    public IReadOnlyList<TextSegment> Text { get; init; } = [];
}
