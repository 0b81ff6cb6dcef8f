using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Domain.Clusters;

// Stored: change only by adding, or with an upcaster.

/// <summary>The cluster's first act: who it is from the day it was founded.</summary>
public sealed record ClusterFounded(Name Name, Name? NameEn, PartialDate FoundedOn, string TimeZone, string? OrganisationNumber, string? Note) : RegisterEvent;

/// <summary>What was said of the cluster at its founding was wrong: this replaces all of it.</summary>
public sealed record ClusterCorrected(Name Name, Name? NameEn, PartialDate FoundedOn, string TimeZone, string? OrganisationNumber, string? Note) : RegisterEvent;

/// <summary>A decision was entered. Its facts stand on the streams they concern, with the same position; <c>Refs</c> has one for each of them, in order.</summary>
/// <param name="ImportedAs">What the document calls it that it was imported from; absent where it was not, or the document has no word for it.</param>
public sealed record DecisionRecorded(
    DecisionId Decision, DecisionHead Head, IReadOnlyList<PersonId> Registered, IReadOnlyList<ChangeRef> Refs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ImportedAs = null) : RegisterEvent;

/// <summary>A decision was entered wrongly: this revision takes the place of the one before, as known from now.</summary>
/// <param name="ImportedAs">What the document calls it that the correction was imported from; absent where it was not.</param>
public sealed record DecisionCorrected(
    DecisionId Decision, int Revision, DecisionHead Head, IReadOnlyList<PersonId> Registered, IReadOnlyList<ChangeRef> Refs, string Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ImportedAs = null) : RegisterEvent;

/// <summary>A decision is invalid from the start, as known from now; <c>By</c> is the decision that annulled it, if there is one.</summary>
public sealed record DecisionAnnulled(DecisionId Decision, string Reason, DecisionId? By) : RegisterEvent;

/// <summary>A meeting was entered, or entered anew under the same id. Attendance is by person id.</summary>
public sealed record MeetingRecorded(
    MeetingId Meeting, BodyId Body, string Number, PartialDate HeldOn, string? Place, IReadOnlyList<Attendance> Attendance, string? Minutes, Visibility Visibility) : RegisterEvent;

/// <summary>One person at a meeting, or absent from it.</summary>
public sealed record Attendance(PersonId Person, bool Present, string? Note);

/// <summary>A person was entered among the people.</summary>
public sealed record PersonRegistered(PersonId Person) : RegisterEvent;

/// <summary>What is known of a person changed.</summary>
public sealed record PersonUpdated(PersonId Person) : RegisterEvent;

/// <summary>Two entries are one person: <c>Person</c> is an alias of <c>Into</c>, at every moment of knowledge.</summary>
public sealed record PersonMerged(PersonId Person, PersonId Into) : RegisterEvent;

/// <summary>All that was known of a person is erased; seats and appointments stay.</summary>
public sealed record PersonErased(PersonId Person) : RegisterEvent;

/// <summary>Texts were taken out of the log for good, of a decision or of the act at position <c>Act</c>; each event's headers keep the hash of the data that stood there.</summary>
/// <param name="Hashes">The hash of what each of the events has for data since, in lower-case hex; absent in older logs.</param>
/// <param name="Members">The places of the texts in the data of each of the events, such as <c>head.links[0].title</c>; absent in older logs.</param>
public sealed record TextRedacted(
    DecisionId? Decision, IReadOnlyList<string> Texts, IReadOnlyList<Guid> Events, string Reason, long? Act = null, IReadOnlyList<string>? Hashes = null,
    IReadOnlyList<IReadOnlyList<string>>? Members = null) : RegisterEvent;

/// <summary>A finding is known and accepted, for as long as it lasts.</summary>
public sealed record FindingAccepted(Guid Finding, string Note) : RegisterEvent;
