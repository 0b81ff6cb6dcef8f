using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>An organisation in the words of Popolo (popoloproject.com), as our own export writes it or as is usual: <c>organizations</c>, <c>persons</c>, <c>posts</c>, <c>memberships</c> and <c>events</c>, dates as precise as they are known.</summary>
/// <param name="Cluster">The id that <c>meta</c> gives the cluster.</param>
/// <param name="Unused">What stands in it and was not read.</param>
/// <param name="IsWithheld">Whether it says that something was left out for those who see it.</param>
public sealed record PopoloDocument(
    string? Cluster, IReadOnlyList<PopoloOrganization> Organizations, IReadOnlyList<PopoloPost> Posts, IReadOnlyList<PopoloPerson> Persons,
    IReadOnlyList<PopoloMembership> Memberships, IReadOnlyList<PopoloEvent> Events, IReadOnlyList<PopoloMotion> Motions, IReadOnlyList<ImportedNote> Unused,
    bool IsWithheld = false);

/// <summary>Something of a document that was understood otherwise than it says, or passed over, and where by JSON pointer.</summary>
public sealed record ImportedNote(string At, Phrase Message);

/// <summary>A body, a partner or the cluster itself. Last days are inclusive.</summary>
/// <param name="At">Its JSON pointer, as of all that follow.</param>
public sealed record PopoloOrganization(
    string At, string Id, Name Name, string? Classification, string? Parent, PartialDate? Founded, PartialDate? Dissolved, IReadOnlyList<PopoloName> OtherNames, string? Number, PopoloMore More);

/// <summary>What Popolo has no word for and our export puts under <c>extra</c>.</summary>
public sealed record PopoloMore(
    Name? NameEn, Visibility? Visibility, IReadOnlyList<string> AdvisoryTo, PopoloMandate? Mandate, PopoloRules? Rules, PartialDate? PartnerSince, PartialDate? PartnerThrough,
    Http.Binding.ZoneName? TimeZone, string? Note, PopoloStrategy? Strategy);

/// <summary>A body's terms of reference. <c>Through</c> and <c>Due</c> are inclusive.</summary>
public sealed record PopoloMandate(IReadOnlyList<string> Points, PartialDate? From, string? Purpose, PartialDate? Through, string? Deliverable, PartialDate? Due);

/// <summary>A cluster's strategy. <c>Through</c> is inclusive.</summary>
public sealed record PopoloStrategy(string Title, IReadOnlyList<string> FocusAreas, PartialDate? From, PartialDate? Through);

/// <summary>A body's composition rules; what is absent is as by default.</summary>
public sealed record PopoloRules(
    bool? CoChairs = null, int? MinSeats = null, int? MaxSeats = null, TermLength? TermLength = null, int? MaxTerms = null, int? MaxObservers = null, int? MinUserRepresentatives = null,
    bool? GenderBalance = null, bool? CarryOver = null, int? Quorum = null)
{
    /// <summary>The change that sets them where others held: a bound that is not told of any more holds no more.</summary>
    internal SetCompositionRules For(string body, CompositionRules was) => new(
        body, CoChairs, Bound(MinSeats, was.MinSeats), Bound(MaxSeats, was.MaxSeats), Bound(TermLength, was.TermLength), Bound(MaxTerms, was.MaxTerms), Bound(MaxObservers, was.MaxObservers),
        Bound(MinUserRepresentatives, was.MinUserRepresentatives), GenderBalance, CarryOver, Bound(Quorum, was.Quorum));

    /// <summary>The rules themselves, where others held.</summary>
    internal CompositionRules Over(CompositionRules was) => new(
        CoChairs ?? was.CoChairs, MinSeats, MaxSeats, TermLength, MaxTerms, MaxObservers, MinUserRepresentatives, GenderBalance ?? was.GenderBalance, CarryOver ?? was.CarryOver, Quorum);

    private static Optional<T?> Bound<T>(T? told, T? was) where T : struct => told is null && was is null ? default : new(told);
}

/// <summary>A former name.</summary>
public sealed record PopoloName(string At, Name Name, Name? NameEn, PartialDate? From, PartialDate? Through);

/// <summary>A seat.</summary>
/// <param name="Title">What it is called besides its role, where that is told apart from the label.</param>
/// <param name="Represents">An organisation's id, or else a name.</param>
/// <param name="HeldByOrganisation">Whether whom it represents holds it while no person does.</param>
/// <param name="Personal">Whether it goes with its holder.</param>
/// <param name="Status">Whether it is held, in our words, where the document says so.</param>
public sealed record PopoloPost(
    string At, string Id, string? Role, string? Label, string? Title, string Organization, PartialDate? From, PartialDate? Through, bool? Votes, int? Order, string? RepresentsId, string? Represents,
    string? DeputyFor, PopoloOffice? ExOfficio, bool? UserRepresentative, bool? HeldByOrganisation, bool Personal, string? Status = null);

/// <summary>The role in an organisation that a seat follows; with <c>All</c> there is a seat for every holder.</summary>
public sealed record PopoloOffice(string At, string Organization, SeatRole Role, bool All);

/// <summary>A person. <c>Died</c> is the last day of what was still held.</summary>
/// <param name="OtherNames">What they are or were called besides, whenever that was.</param>
public sealed record PopoloPerson(
    string At, string Id, Name Name, string? Email, string? Gender, IReadOnlyList<(string Scheme, string Identifier)> Identifiers, PartialDate? Died, bool Unlisted, IReadOnlyList<PopoloOccupation> Occupations,
    IReadOnlyList<string> OtherNames);

/// <summary>A person's title and organisation from a date on.</summary>
public sealed record PopoloOccupation(PartialDate? From, string? Title, string? Organization);

/// <summary>Somebody's time in a post, or in an organisation without one.</summary>
/// <param name="Key">What tells it from the others, in every edition of the document.</param>
/// <param name="Period">An event that it lasts through.</param>
/// <param name="IsTermByRule">Whether the term is worked out from the organisation's rules, and not decided.</param>
/// <param name="Derived">Whether it follows from an office, as its post does.</param>
public sealed record PopoloMembership(
    string At, string Key, string Person, string Organization, string? Post, string? OnBehalfOf, string? Role, string? Label, PartialDate? From, PartialDate? Through, PartialDate? TermThrough,
    string? Period, bool IsTermByRule, bool Derived, PopoloLeave? Leave = null);

/// <summary>Leave that the holder is on.</summary>
/// <param name="Substitute">The person who acts meanwhile; null where that is whoever is deputy.</param>
public sealed record PopoloLeave(string At, PartialDate From, string? Substitute);

/// <summary>A stretch of time that memberships may name, such as a legislative period.</summary>
public sealed record PopoloEvent(string At, string Id, PartialDate? From, PartialDate? Through);

/// <summary>A decision: with its changes where our own export tells them, else without.</summary>
/// <param name="Told">In the form in which a decision is recorded.</param>
public sealed record PopoloMotion(
    string At, string Id, string Title, string? Identifier, string? Organization, PartialDate Date, Visibility? Visibility, string? DecidedBy, string? Text, Decision? Told)
{
    /// <summary>Where a member of the decision stands in the motion.</summary>
    /// <param name="member">By its word in the form in which a decision is recorded.</param>
    internal string PlaceOf(string member) => Told is not null ? $"extra/decision/{member}" : member switch
    {
        "title" => "text",
        "caseNumber" => "identifier",
        "decidedOn" => "date",
        "decidedBy" => "organization_id",
        "decidedByText" => "extra/decided_by",
        _ => $"extra/{member}",
    };
}
