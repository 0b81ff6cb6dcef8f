using Governance.Domain.Decisions;
using Governance.Domain.Values;

namespace Governance.Domain.Meetings;

/// <summary>What is said of what cannot be true of a meeting.</summary>
internal static class MeetingViolationTexts
{
    /// <param name="name">What it is about, in quotation marks.</param>
    public static Phrase? Of(ViolationCode code, Phrase? name)
    {
        var (nb, en) = name is { } told ? (" " + told.Nb, " " + told.En) : ("", "");
        return code switch
        {
            ViolationCode.MeetingNumberTaken => new($"Organet har alt et møte med nummer{nb}.", $"The body has a meeting already with number{en}."),
            ViolationCode.MeetingCancelled => new($"Møtet{nb} er avlyst.", $"The meeting{en} is cancelled."),
            ViolationCode.MeetingHeld => new($"Møtet{nb} er holdt.", $"The meeting{en} is held."),
            ViolationCode.MeetingNotHeld => new($"Møtet{nb} er ikke ført som holdt ennå.", $"The meeting{en} is not entered as held yet."),
            ViolationCode.AgendaEmpty => new("Det står ingen saker på sakslisten.", "There is nothing on the agenda."),
            ViolationCode.OutcomeMissing => new($"Saken{nb} har ikke fått noe utfall ennå.", $"The item{en} has come to nothing yet."),
            ViolationCode.ApproverMissing => new("Si hvem av dem som var med, som har godkjent, eller hvilket senere møte i organet.", "Say who of those present has approved, or which later meeting of the body."),
            ViolationCode.MinutesNotApproved => new("Protokollen er ikke godkjent ennå.", "The minutes are not approved yet."),
            _ => null,
        };
    }
}
