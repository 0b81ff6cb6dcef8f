using System.Diagnostics;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Http.Problems;

/// <summary>What is said of each violation, in both languages.</summary>
public static class ViolationMessages
{
    /// <param name="other">The decision recorded before that would no longer hold.</param>
    /// <summary>One sentence or two: what cannot be true, and how a date known to the month or year was read.</summary>
    public static Phrase Of(Violation violation, DecisionHead? other = null)
    {
        var (nb, en) = Said(violation);
        if (violation.Date is { Precision: not Precision.Day } date)
            (nb, en) = ($"{nb} {date} regnes som {date.First:yyyy-MM-dd}.", $"{en} {date} counts as {date.First:yyyy-MM-dd}.");
        return other is null || violation.Code == ViolationCode.CaseNumberTaken
            ? new(nb, en)
            : new($"{nb} Da holder ikke lenger vedtaket {Numbered(other)}«{other.Title}».", $"{en} Then the decision {Numbered(other)}'{other.Title}' would no longer hold.");
    }

    private static string Numbered(DecisionHead decision) => decision.CaseNumber is { } number ? number + " " : "";

    private static Phrase Said(Violation v)
    {
        var about = v.About is null ? "" : Binding.Text.Beginning(v.About, 100);
        var (nb, en) = ($"«{about}»", $"'{about}'");
        var (on, then) = v.Date switch
        {
            null => ("", ""),
            { Precision: Precision.Day } day => ($" den {day}", $" on {day}"),
            { } period => ($" i {period}", $" in {period}"),
        };
        var (it, one) = v.About is null ? ("Organet", "The body") : (nb, en);
        return v.Code switch
        {
            ViolationCode.UnknownBody => new($"Det finnes ikke noe organ som {nb}{on}.", $"There is no body {en}{then}."),
            ViolationCode.UnknownSeat => new($"Det finnes ikke noen slik plass ({nb}){on}.", $"There is no such seat ({en}){then}."),
            ViolationCode.UnknownPerson => new($"Det finnes ingen person som {nb}.", $"There is no person {en}."),
            ViolationCode.UnknownPartner => new($"Det finnes ingen partner som {nb}{on}.", $"There is no partner {en}{then}."),
            ViolationCode.UnknownDecision => new($"Det finnes ikke noe vedtak som {nb}.", $"There is no decision {en}."),
            ViolationCode.AmbiguousName => new($"{nb} passer på flere{on}; bruk en av id-ene i candidates.", $"{en} fits several{then}; use one of the ids in candidates."),
            ViolationCode.NotInExistence => new($"{it} finnes ikke{on}.", $"{one} does not exist{then}."),
            ViolationCode.NameTaken => new($"Navnet {nb} er i bruk av en annen på samme sted{on}.", $"The name {en} is used by another in the same place{then}."),
            ViolationCode.ParentCycle => new($"{it} ville ligge under seg selv{on}.", $"{one} would stand under itself{then}."),
            ViolationCode.ParentMissing => new($"{it} ville ligge under et organ som ikke finnes{on}.", $"{one} would stand under a body that does not exist{then}."),
            ViolationCode.ExOfficioCycle => new($"En plass i {nb} ville følge seg selv i kraft av verv{on}.", $"A seat in {en} would follow itself by virtue of office{then}."),
            ViolationCode.SeatOfOtherBody => new($"Plassen er i et annet organ enn {nb}.", $"The seat is in another body than {en}."),
            ViolationCode.SeatTaken => new($"Plassen i {nb} er opptatt{on}.", $"The seat in {en} is taken{then}."),
            ViolationCode.PersonTwice => new($"Samme person ville ha samme rolle to ganger i {nb}{on}.", $"The same person would have the same role twice in {en}{then}."),
            ViolationCode.NoMandateToChange => new($"{it} har ikke noe mandat å endre{on}.", $"{one} has no mandate to change{then}."),
            ViolationCode.DueBeforeStart => new($"Fristen er før mandatet begynner{on}.", $"It is due before the mandate begins{then}."),
            ViolationCode.EndsBeforeStart => new($"Slutten er før begynnelsen{on}.", $"The end is before the beginning{then}."),
            ViolationCode.HasChildren => new($"{it} kan ikke nedlegges{on} mens andre organer ligger under.", $"{one} cannot be dissolved{then} while other bodies stand under it."),
            ViolationCode.DecidedInFuture => new("Vedtaksdagen er ikke kommet ennå.", "The day of the decision has not come yet."),
            ViolationCode.BeforeCluster => new($"Det er før klyngen ble stiftet ({about}).", $"That is before the cluster was founded ({about})."),
            ViolationCode.CaseNumberTaken => new($"Saksnummeret {nb} er brukt av samme organ samme år.", $"The case number {en} is used by the same body in the same year."),
            ViolationCode.OrganisationNumber => new($"{nb} er ikke et gyldig organisasjonsnummer.", $"{en} is not a valid organisation number."),
            ViolationCode.AlreadyAnnulled => new($"Vedtaket {nb} er alt annullert.", $"The decision {en} is annulled already."),
            _ => throw new UnreachableException($"Nothing is said of {v.Code}."),
        };
    }
}
