using Governance.Domain.Clusters;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>Something of a document that was understood otherwise than it says, or passed over, and where.</summary>
public sealed record ImportNote(string Path, string Message);

/// <summary>The changes that a document comes to, each with its day and the place in the document that it comes from.</summary>
internal sealed class PopoloPlan
{
    /// <summary>Who decided what is only known from a document.</summary>
    public const string By = "Overtatt fra Popolo";

    private const string CorrectedReason = "Endret i Popolo-dokumentet siden det ble overtatt.";

    private readonly List<Planned> changes = [];
    private readonly OrderedDictionary<ImportedNote, bool> notes = [];
    private bool areBodiesFirst;

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

    /// <summary>What was said on the way, each once.</summary>
    public IReadOnlyList<ImportedNote> Notes => notes.Keys;

    public void Add(PartialDate from, Step step, Change change, string at, int depth = 0) => changes.Add(new(from, step, depth, change with { EffectiveFrom = from }, at));

    /// <summary>Something is to happen in a body before it is there: for that to be refused as such, bodies are told of first.</summary>
    public void TellBodiesFirst() => areBodiesFirst = true;

    public void Note(string at, string nb, string en) => notes.TryAdd(new(at, new(nb, en)), true);

    public void Note(IEnumerable<ImportedNote> more)
    {
        foreach (var note in more) notes.TryAdd(note, true);
    }

    /// <summary>Notes that something is not used, and why.</summary>
    public void Unused(string at, string nb, string en) => Note(at, $"Er ikke brukt: {nb}.", $"Is not used: {en}.");

    /// <summary>Notes that another date is recorded: what was decided is put right by a correction.</summary>
    public void Stands(string at, PartialDate recorded) =>
        Note(at, $"Registrert er {recorded}, og det står: et vedtak som er ført feil, rettes med en retting.", $"Recorded is {recorded}, and that stands: a decision entered wrongly is put right by a correction.");

    /// <summary>A correction of a decision that is recorded already, where the document has been changed since it was taken in; what was decided or corrected here stays, with a note.</summary>
    public PopoloDecision? Corrected(PopoloMotion motion, RecordedDecision recorded, Func<Decision, Decision> told)
    {
        var revision = PopoloRevision.Of(recorded, told);
        foreach (var member in revision.Kept)
            Note($"{motion.At}/{motion.PlaceOf(member)}", "Vedtaket er protokollført fra før og leses annerledes her nå; er det feil ført, rettes det med en retting.", "The decision is recorded already and reads otherwise here now; if it was entered wrongly, it is put right by a correction.");
        return revision.Decision is { } corrected ? new(new(corrected, PopoloRecorded.Key(motion), recorded.Id.ToString(), CorrectedReason), [motion.At]) : null;
    }

    /// <summary>A decision for each day, oldest first; and where each of their changes comes from.</summary>
    /// <param name="today">What holds from a later day is decided today.</param>
    public IReadOnlyList<PopoloDecision> EachDay(DateOnly today, Visibility? visibility)
    {
        var days = changes.GroupBy(c => (areBodiesFirst && c.Step != Step.Establish, c.From.First)).OrderBy(d => d.Key).Select(InOrder).ToList();
        return [.. days.Select(day => Decision(day[0].From.First > today ? today : Coarsest(day.Select(c => c.From)), day[0].From.ToString(), visibility, day))];
    }

    /// <summary>One decision of a day with all that has changed since an earlier import; none where nothing has.</summary>
    public IReadOnlyList<PopoloDecision> Update(DateOnly today, Visibility? visibility) =>
        changes.Count == 0 ? [] : [Decision(today, PartialDate.Of(today).ToString(), visibility, [.. changes.GroupBy(c => c.From.First).OrderBy(d => d.Key).SelectMany(InOrder)])];

    private static List<Planned> InOrder(IEnumerable<Planned> day) => [.. day.OrderBy(c => c.Step).ThenBy(c => c.Depth)];

    private static PopoloDecision Decision(PartialDate on, string title, Visibility? visibility, List<Planned> planned) => new(
        new(new(
            null, $"{By}, {title}", on, DecidedByText: By, Visibility: visibility, Note: "Registrert ved import av et Popolo-dokument; datoene er dokumentets, vedtakene bak er ikke kjent.",
            Changes: [.. planned.Select(c => c.Change)])),
        [.. planned.Select(c => c.At)]);

    private static PartialDate Coarsest(IEnumerable<PartialDate> dates) => dates.MaxBy(d => d.Last.DayNumber).As(Certainty.Known);

    private sealed record Planned(PartialDate From, Step Step, int Depth, Change Change, string At);
}

/// <summary>A decision of an import, and the places in the document that its changes come from.</summary>
internal sealed record PopoloDecision(ImportEntry Entry, IReadOnlyList<string> Places);
