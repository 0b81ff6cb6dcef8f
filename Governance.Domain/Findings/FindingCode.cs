using System.Text.Json.Serialization;
using Governance.Domain.Values;

namespace Governance.Domain.Findings;

/// <summary>Which rule is not met.</summary>
[JsonConverter(typeof(KebabCase<FindingCode>))]
public enum FindingCode
{
    /// <summary>A seat that nobody holds.</summary>
    VacantSeat,

    /// <summary>The term is over, and its holder still sits.</summary>
    CarryOver,

    /// <summary>The term ends within 90 days.</summary>
    TermEndsSoon,

    /// <summary>More terms in unbroken service than the rules allow.</summary>
    TermsExceeded,

    /// <summary>More seats than the rules allow.</summary>
    OverSize,

    /// <summary>Fewer seats than the rules ask for.</summary>
    UnderSize,

    /// <summary>Fewer user representatives than the rules ask for.</summary>
    TooFewUserRepresentatives,

    /// <summary>More observers than the rules allow.</summary>
    TooManyObservers,

    /// <summary>Too many of one gender by the legal table.</summary>
    GenderBalance,

    /// <summary>Nobody leads.</summary>
    NoChair,

    /// <summary>More than one leads, and the rules do not allow it.</summary>
    SeveralChairs,

    /// <summary>A body without a mandate.</summary>
    NoMandate,

    /// <summary>A body that nobody sits in but deputies and observers.</summary>
    NoMembers,

    /// <summary>One person with two votes in a body.</summary>
    PersonInTwoVotingSeats,

    /// <summary>The day has passed on which a deliverable was due.</summary>
    DeliverableOverdue,

    /// <summary>The time of a mandate is over.</summary>
    MandateExpired,

    /// <summary>A mandate's text uses a name that the body it means no longer bears.</summary>
    StaleName,

    /// <summary>A partner that no seat represents.</summary>
    PartnerWithoutSeat,

    /// <summary>A seat that represents a partner who has left.</summary>
    SeatOfWithdrawnPartner,

    /// <summary>A decision by a body that did not exist on its date.</summary>
    DecidedByBodyNotInExistence,

    /// <summary>A change takes effect before it was decided, and no note says why.</summary>
    RetroactiveWithoutNote,

    /// <summary>Two persons with one name.</summary>
    PossibleDuplicatePerson,
}
