using Governance.Domain.Bodies;

namespace Governance.Api.Reporting;

/// <summary>What a table says of one thing: its columns between <c>cluster</c> and <c>valid</c>.</summary>
internal abstract record Columns(Table Table, Guid Key)
{
    /// <summary>In the table's order, as Npgsql writes them.</summary>
    public abstract object?[] Values { get; }
}

internal sealed record BodyColumns(Guid Id, string Kind, Guid? Parent, EquatableList<BodyId> AdvisoryTo, string Visibility, DateOnly Established) : Columns(Table.Bodies, Id)
{
    public override object?[] Values => [Id, Kind, Parent, AdvisoryTo.Items.Select(id => id.Value).ToArray(), Visibility, Established];
}

internal sealed record NameColumns(Guid Id, string Of, string Name, string? NameEn) : Columns(Table.Names, Id)
{
    public override object?[] Values => [Id, Of, Name, NameEn];
}

internal sealed record MandateColumns(
    Guid Body, int Version, EquatableList<string> Points, string? Purpose, string? Deliverable, DateOnly AdoptedFrom, DateOnly? AdoptedThrough, DateOnly? DueOn, Guid Decision) : Columns(Table.Mandates, Body)
{
    public override object?[] Values => [Body, Version, Points.Items.ToArray(), Purpose, Deliverable, AdoptedFrom, AdoptedThrough, DueOn, Decision];
}

internal sealed record SeatColumns(
    Guid Id, Guid Body, string Role, string? Title, bool Votes, int Place, Guid? RepresentsPartner, Guid? RepresentsBody, string? RepresentsOutside,
    Guid? DeputyFor, Guid? ExOfficioBody, string? ExOfficioRole, bool UserRepresentative, bool HeldByOrganisation, bool Personal) : Columns(Table.Seats, Id)
{
    public override object?[] Values =>
        [Id, Body, Role, Title, Votes, Place, RepresentsPartner, RepresentsBody, RepresentsOutside, DeputyFor, ExOfficioBody, ExOfficioRole, UserRepresentative, HeldByOrganisation, Personal];
}

internal sealed record AppointmentColumns(Guid Seat, Guid Body, Guid Person, string? Title, DateOnly HeldFrom, DateOnly? TermThrough, string? TermSource, DateOnly? LeaveFrom, Guid? Substitute, bool ByOffice) : Columns(Table.Appointments, Seat)
{
    public override object?[] Values => [Seat, Body, Person, Title, HeldFrom, TermThrough, TermSource, LeaveFrom, Substitute, ByOffice];
}

internal sealed record PartnerColumns(Guid Id, string Kind, string? OrganisationNumber) : Columns(Table.Partners, Id)
{
    public override object?[] Values => [Id, Kind, OrganisationNumber];
}

internal sealed record DecisionColumns(
    Guid Id, int Revision, long Position, string? CaseNumber, string Title, string? Text, Guid? DecidedBy, string? DecidedByText,
    DateOnly DecidedOn, DateOnly EffectiveFrom, string Visibility) : Columns(Table.Decisions, Id)
{
    public override object?[] Values => [Id, Revision, Position, CaseNumber, Title, Text, DecidedBy, DecidedByText, DecidedOn, EffectiveFrom, Visibility];
}

internal sealed record ClusterNameColumns(string Name, string? NameEn) : Columns(Table.ClusterNames, Guid.Empty)
{
    public override object?[] Values => [Name, NameEn];
}

internal sealed record StrategyColumns(string Title, EquatableList<string> FocusAreas, DateOnly AdoptedFrom, DateOnly? AdoptedThrough, Guid Decision) : Columns(Table.Strategies, Guid.Empty)
{
    public override object?[] Values => [Title, FocusAreas.Items.ToArray(), AdoptedFrom, AdoptedThrough, Decision];
}
