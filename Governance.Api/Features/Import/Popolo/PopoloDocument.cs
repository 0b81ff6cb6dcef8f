using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Api.Features.Import.Popolo;

/// <summary>An organisation in the words of Popolo (popoloproject.com), as our own export writes it or as is usual: <c>organizations</c>, <c>persons</c>, <c>posts</c> and <c>memberships</c>, dates as precise as they are known.</summary>
/// <param name="Cluster">The id that <c>meta</c> gives the cluster.</param>
public sealed record PopoloDocument(
    string? Cluster, IReadOnlyList<PopoloOrganization> Organizations, IReadOnlyList<PopoloPost> Posts, IReadOnlyList<PopoloPerson> Persons,
    IReadOnlyList<PopoloMembership> Memberships, IReadOnlyList<PopoloMotion> Motions);

/// <summary>A body, a partner or the cluster itself. Last days are inclusive.</summary>
/// <param name="At">Its JSON pointer, as of all that follow.</param>
public sealed record PopoloOrganization(
    string At, string Id, Name Name, string? Classification, string? Parent, PartialDate? Founded, PartialDate? Dissolved, IReadOnlyList<PopoloName> OtherNames, string? Number,
    PartialDate? PartnerSince, IReadOnlyList<string> Mandate, PartialDate? MandateFrom);

/// <summary>A former name.</summary>
public sealed record PopoloName(string At, Name Name, PartialDate? From, PartialDate? Through);

/// <summary>A seat.</summary>
/// <param name="Represents">An organisation's id, or else a name.</param>
public sealed record PopoloPost(
    string At, string Id, string? Role, string? Label, string Organization, PartialDate? From, PartialDate? Through, bool? Votes, string? RepresentsId, string? Represents, string? DeputyFor);

/// <summary>A person.</summary>
public sealed record PopoloPerson(string At, string Id, Name Name, string? Email, string? Gender, IReadOnlyList<(string Scheme, string Identifier)> Identifiers);

/// <summary>Somebody's time in a post, or in an organisation without one.</summary>
public sealed record PopoloMembership(
    string At, string Person, string Organization, string? Post, string? OnBehalfOf, string? Role, string? Label, PartialDate? From, PartialDate? Through, PartialDate? TermThrough);

/// <summary>A decision without its changes.</summary>
public sealed record PopoloMotion(string At, string Text, string? Identifier, string? Organization, PartialDate Date);
