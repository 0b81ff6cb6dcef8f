using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Decisions;

/// <summary>Why a decision cannot be true.</summary>
[JsonConverter(typeof(KebabCase<ViolationCode>))]
public enum ViolationCode
{
    /// <summary>No body by that id, name or ref on the day.</summary>
    UnknownBody,

    /// <summary>No such seat on the day, or the person does not sit in it.</summary>
    UnknownSeat,

    /// <summary>No person by that id or ref.</summary>
    UnknownPerson,

    /// <summary>No partner by that id, name or ref on the day.</summary>
    UnknownPartner,

    /// <summary>No decision by that id.</summary>
    UnknownDecision,

    /// <summary>The name fits several; the candidates say which.</summary>
    AmbiguousName,

    /// <summary>A change before the body exists, or after it is dissolved.</summary>
    NotInExistence,

    /// <summary>Two living siblings with one name.</summary>
    NameTaken,

    /// <summary>A body would stand under itself.</summary>
    ParentCycle,

    /// <summary>A body would stand further down than there may be levels.</summary>
    TooDeep,

    /// <summary>The parent does not exist.</summary>
    ParentMissing,

    /// <summary>A seat would follow itself by virtue of office.</summary>
    ExOfficioCycle,

    /// <summary>The seat is in another body.</summary>
    SeatOfOtherBody,

    /// <summary>Two in one seat.</summary>
    SeatTaken,

    /// <summary>The same person twice with the same role in the same body.</summary>
    PersonTwice,

    /// <summary>No mandate to change: never adopted, or concluded, or repealed.</summary>
    NoMandateToChange,

    /// <summary>A deliverable due before the mandate begins.</summary>
    DueBeforeStart,

    /// <summary>An end before its beginning.</summary>
    EndsBeforeStart,

    /// <summary>A body cannot go while others stand under it.</summary>
    HasChildren,

    /// <summary>Decided on a day that has not come.</summary>
    DecidedInFuture,

    /// <summary>A change before the cluster was founded.</summary>
    BeforeCluster,

    /// <summary>The case number is used by the same body in the same year.</summary>
    CaseNumberTaken,

    /// <summary>Not an organisation number.</summary>
    OrganisationNumber,

    /// <summary>The decision is annulled.</summary>
    AlreadyAnnulled,

    /// <summary>The number is another meeting's of the same body.</summary>
    MeetingNumberTaken,

    /// <summary>The meeting is called off.</summary>
    MeetingCancelled,

    /// <summary>The meeting is held.</summary>
    MeetingHeld,

    /// <summary>The meeting is not held yet.</summary>
    MeetingNotHeld,

    /// <summary>There is nothing on the agenda.</summary>
    AgendaEmpty,

    /// <summary>An item has come to nothing yet.</summary>
    OutcomeMissing,

    /// <summary>It is not said who approves, or they cannot.</summary>
    ApproverMissing,

    /// <summary>The minutes are not approved.</summary>
    MinutesNotApproved,
}

/// <summary>Something that cannot be true: the decision is refused, whole.</summary>
public sealed record Violation(ViolationCode Code)
{
    /// <summary>Place of the decision in the import document, from 0; null outside imports.</summary>
    public int? Entry { get; init; }

    /// <summary>Place of the change in the decision, from 0; null where none of its changes alone is to blame.</summary>
    public int? Change { get; init; }

    /// <summary>The member of the change or decision that is at fault.</summary>
    public string? Member { get; init; }

    /// <summary>The body it concerns.</summary>
    public BodyId? Body { get; init; }

    /// <summary>The day on which it cannot be true.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>What was written there, or the name of what it concerns: for the message.</summary>
    public string? About { get; init; }

    /// <summary>What else the name could mean.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>A decision already recorded that would no longer hold.</summary>
    public DecisionId? ConflictsWith { get; init; }

    /// <summary>Who holds what is taken.</summary>
    public PersonId? Holder { get; init; }

    /// <summary>First day on which it is so, or will be: that the body exists, or the holder sits.</summary>
    public PartialDate? ValidFrom { get; init; }

    /// <summary>Last day on which it is so, inclusive; null until further notice.</summary>
    public PartialDate? ValidThrough { get; init; }

    /// <summary>The date from which the change was to hold, as it was written.</summary>
    public PartialDate? Written { get; init; }

    /// <summary>The last day that was given, where the day it cannot be on follows from it.</summary>
    public PartialDate? LastDay { get; init; }

    /// <summary>What this decision itself makes under the name that was not found: its ref, empty where it has none.</summary>
    public string? MadeHere { get; init; }
}

/// <summary>Something a name could mean, with the name it bears.</summary>
public sealed record Candidate(Guid Id, string Name);
