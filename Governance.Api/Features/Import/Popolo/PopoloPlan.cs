using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Something of a document that was understood otherwise than it says, or passed over, and where.</summary>
public sealed record ImportNote(string Path, string Message);

/// <summary>The changes that a document comes to, each with its day and the place in the document that it comes from.</summary>
internal sealed class PopoloPlan
{
    private readonly List<(PartialDate From, Step Step, int Depth, Change Change, string At)> changes = [];
    private readonly List<(string At, Phrase Message)> notes = [];

    /// <summary>In which order the changes of one day are made.</summary>
    public enum Step
    {
        /// <summary>Bodies, parents first, and partners.</summary>
        Establish,

        /// <summary>Names and places.</summary>
        Rename,

        /// <summary>Mandates.</summary>
        Mandate,

        /// <summary>Who leaves, before others come.</summary>
        Leave,

        /// <summary>Seats.</summary>
        Seat,

        /// <summary>Who comes.</summary>
        Appoint,

        /// <summary>Bodies and partners that go.</summary>
        End,
    }

    /// <summary>The first day of all; null where there is none.</summary>
    public PartialDate? First => changes.Count == 0 ? null : changes.MinBy(c => c.From.First).From;

    /// <summary>What was said on the way.</summary>
    public IReadOnlyList<(string At, Phrase Message)> Notes => notes;

    public void Add(PartialDate from, Step step, Change change, string at, int depth = 0) => changes.Add((from, step, depth, change with { EffectiveFrom = from }, at));

    public void Note(string at, string nb, string en) => notes.Add((at, new(nb, en)));

    /// <summary>A decision for each day, oldest first; and where each of their changes comes from.</summary>
    /// <param name="today">What holds from a later day is decided today.</param>
    public (IReadOnlyList<ImportEntry> Decisions, IReadOnlyList<IReadOnlyList<string>> Places) Decisions(DateOnly today)
    {
        var days = changes.GroupBy(c => c.From.First).OrderBy(d => d.Key).Select(d => d.OrderBy(c => c.Step).ThenBy(c => c.Depth).ToList()).ToList();
        return ([.. days.Select(day => new ImportEntry(Decision(day[0].From.First > today ? today : Coarsest(day.Select(c => c.From)), [.. day.Select(c => c.Change)])))], [.. days.Select(day => day.Select(c => c.At).ToList())]);
    }

    private static Decision Decision(PartialDate on, IReadOnlyList<Change> changes) => new(
        null, $"Overtatt fra Popolo, {on}", on, DecidedByText: "Overtatt fra Popolo", Note: "Registrert ved import av et Popolo-dokument; datoene er dokumentets, vedtakene bak er ikke kjent.", Changes: changes);

    private static PartialDate Coarsest(IEnumerable<PartialDate> dates) => dates.MaxBy(d => d.Last.DayNumber);
}
