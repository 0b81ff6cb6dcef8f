using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>The motions of a document as decisions without changes.</summary>
internal sealed class PopoloMotions(PopoloDocument document, PopoloOrganizations organizations, PopoloNames names, PopoloPlan plan, Visibility? visibility)
{
    /// <summary>Those that the cluster does not have yet, and corrections of those that read otherwise now.</summary>
    public IReadOnlyList<PopoloDecision> New()
    {
        var there = new PopoloRecorded(names.Known.History, document);
        return [.. document.Motions.Select(m => Entry(there, m)).OfType<PopoloDecision>()];
    }

    private PopoloDecision? Entry(PopoloRecorded there, PopoloMotion motion)
    {
        var told = Decision(motion);
        return there.Take(motion, told) is { } recorded ? plan.Corrected(motion, recorded, current => Beside(current, motion, told)) : new(new(told, PopoloRecorded.Key(motion)), [motion.At]);
    }

    private Decision Decision(PopoloMotion motion)
    {
        var found = organizations.Find(motion.Organization);
        var by = found is not null && organizations.Bodies.Contains(found) ? names.Of(found) : null;
        return new(
            motion.Identifier, motion.Title, motion.Date, motion.Text, DecidedBy: by, DecidedByText: by is null ? motion.DecidedBy ?? found?.Name.Text ?? PopoloPlan.By : null,
            Visibility: motion.Visibility ?? visibility);
    }

    /// <summary>The recorded decision with what the motion says of it; who may see it, where the motion says so.</summary>
    private static Decision Beside(Decision current, PopoloMotion motion, Decision told) => current with
    {
        CaseNumber = told.CaseNumber,
        Title = told.Title,
        DecidedOn = told.DecidedOn,
        Text = told.Text,
        DecidedBy = told.DecidedBy,
        DecidedByText = told.DecidedByText,
        Visibility = motion.Visibility ?? current.Visibility,
    };
}
