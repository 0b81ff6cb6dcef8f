using Governance.Domain.Clusters;
using Governance.Domain.Time;

namespace Governance.Domain.Findings;

/// <summary>A change takes effect before it was decided, at the coarser precision of the two dates, and the decision has no note that says why.</summary>
internal static class RetroactiveWithoutNote
{
    public static Finding? Of(RecordedDecision decision)
    {
        var head = decision.Current.Head;
        if (head.Note is not null) return null;
        var early = decision.Facts.Select(f => f.From).Where(from => IsBefore(from, head.DecidedOn)).OrderBy(from => from.First).ToList();
        if (early is not [var from, ..]) return null;
        var (what, effect, decided) = (FindingWording.Decision(head), FindingWording.Date(from), FindingWording.Date(head.DecidedOn));
        return new(FindingCode.RetroactiveWithoutNote, new() { Decision = decision.Id }, head.DecidedOn, new(
            $"{what.Nb} gjelder alt fra {effect.Nb}, men ble truffet {decided.Nb}, uten et notat om hvorfor.",
            $"{what.En} holds from {effect.En} though it was made {decided.En}, without a note that says why."));
    }

    private static bool IsBefore(PartialDate one, PartialDate other)
    {
        var precision = one.Precision > other.Precision ? one.Precision : other.Precision;
        return PartialDate.Of(one.First, precision).First < PartialDate.Of(other.First, precision).First;
    }
}
