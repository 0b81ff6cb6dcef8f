using System.Diagnostics;
using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>How much a finding matters, the worst first.</summary>
[JsonConverter(typeof(KebabCase<Severity>))]
public enum Severity
{
    /// <summary>Decisions may be contested until it is put right.</summary>
    Serious,

    /// <summary>A rule of the body's own is not met.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Notice,
}

/// <summary>How much each kind of finding matters.</summary>
public static class Severities
{
    /// <summary>The severity of a finding by its code.</summary>
    public static Severity Of(FindingCode code) => code switch
    {
        FindingCode.NoChair or FindingCode.SeveralChairs or FindingCode.NoMembers or FindingCode.PersonInTwoVotingSeats or FindingCode.SeatOfWithdrawnPartner
            or FindingCode.DecidedByBodyNotInExistence => Severity.Serious,
        FindingCode.VacantSeat or FindingCode.CarryOver or FindingCode.TermsExceeded or FindingCode.OverSize or FindingCode.UnderSize
            or FindingCode.TooFewUserRepresentatives or FindingCode.TooManyObservers or FindingCode.GenderBalance or FindingCode.NoMandate
            or FindingCode.DeliverableOverdue or FindingCode.MandateExpired or FindingCode.RetroactiveWithoutNote => Severity.Warning,
        FindingCode.TermEndsSoon or FindingCode.StaleName or FindingCode.PartnerWithoutSeat or FindingCode.PossibleDuplicatePerson => Severity.Notice,
        _ => throw new UnreachableException($"No severity for {code}."),
    };
}
