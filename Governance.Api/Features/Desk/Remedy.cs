using Governance.Api.Features.Pages;
using Governance.Api.Features.Recording;
using Governance.Domain.Findings;
using Governance.Domain.Values;

namespace Governance.Api.Features.Desk;

/// <summary>What a secretary may do about a finding: a decision to record, begun with what is known, or one to put right.</summary>
public sealed record Remedy(Phrase Label, string Address)
{
    private static readonly Phrase appoint = new("Oppnevn", "Appoint");
    private static readonly Phrase extend = new("Forleng perioden", "Extend the term");
    private static readonly Phrase replace = new("Erstatt", "Replace");
    private static readonly Phrase adopt = new("Vedta mandat", "Adopt a mandate");
    private static readonly Phrase conclude = new("Avslutt mandatet", "Conclude the mandate");
    private static readonly Phrase postpone = new("Flytt fristen", "Move the date");
    private static readonly Phrase reconstitute = new("Sett sammen på nytt", "Reconstitute");
    private static readonly Phrase correct = new("Rett vedtaket", "Correct the decision");

    /// <summary>The remedies of a finding, the likeliest first; none where only thought helps.</summary>
    public static IReadOnlyList<Remedy> Of(Site site, Finding finding) => finding.Code switch
    {
        FindingCode.VacantSeat => [Record(site, appoint, "appoint", ("seat", finding.About.Seat?.ToString()))],
        FindingCode.CarryOver when finding.About.Seat is { } seat => [Record(site, extend, "extend-appointment", ("seat", seat.ToString())), new(replace, site.To.Replace(seat))],
        FindingCode.TermEndsSoon when finding.About.Seat is { } seat =>
            [Record(site, extend, "extend-appointment", ("seat", seat.ToString())), new(replace, site.To.Replace(seat, ("when", RecordPage.TermOver)))],
        FindingCode.NoChair => [Record(site, appoint, "appoint", Body(finding), ("role", "chair"))],
        FindingCode.NoMembers or FindingCode.UnderSize or FindingCode.OverSize or FindingCode.GenderBalance or FindingCode.TooFewUserRepresentatives or FindingCode.TooManyObservers
            or FindingCode.SeveralChairs => [Record(site, reconstitute, "reconstitute-body", Body(finding))],
        FindingCode.NoMandate or FindingCode.StaleName => [Record(site, adopt, "adopt-mandate", Body(finding))],
        FindingCode.MandateExpired => [Record(site, adopt, "adopt-mandate", Body(finding)), Record(site, conclude, "conclude-mandate", Body(finding))],
        FindingCode.DeliverableOverdue => [Record(site, conclude, "conclude-mandate", Body(finding)), Record(site, postpone, "extend-mandate", Body(finding))],
        FindingCode.RetroactiveWithoutNote or FindingCode.DecidedByBodyNotInExistence when finding.About.Decision is { } decision =>
            [new(correct, site.To.Under($"/decisions/{decision}/correct"))],
        _ => [],
    };

    private static (string Name, string? Value) Body(Finding finding) => ("body", finding.About.Body?.ToString());

    private static Remedy Record(Site site, Phrase label, string change, params IEnumerable<(string Name, string? Value)> known) =>
        new(label, site.To.Under("/record", known.Prepend(("add", change))));
}
