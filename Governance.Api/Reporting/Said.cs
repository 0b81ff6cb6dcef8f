using Governance.Domain.Bodies;

namespace Governance.Api.Reporting;

/// <summary>What a table says of one thing: its columns between <c>cluster</c> and <c>valid</c>, in the table's order.</summary>
internal abstract record Said(Table Table, Guid Key)
{
    public abstract void Write(CopyBuffer to);
}

internal sealed record BodySaid(Guid Id, string Kind, Guid? Parent, Several<BodyId> AdvisoryTo, string Visibility, DateOnly Established) : Said(Table.Bodies, Id)
{
    public override void Write(CopyBuffer to) => to.Id(Id).Text(Kind).Id(Parent).Ids(AdvisoryTo).Text(Visibility).Day(Established);
}

internal sealed record NameSaid(Guid Id, string Of, string Name, string? NameEn) : Said(Table.Names, Id)
{
    public override void Write(CopyBuffer to) => to.Id(Id).Text(Of).Text(Name).Text(NameEn);
}

internal sealed record MandateSaid(
    Guid Body, int Version, Several<string> Points, string? Purpose, string? Deliverable, DateOnly AdoptedFrom, DateOnly? AdoptedThrough, DateOnly? DueOn, Guid Decision) : Said(Table.Mandates, Body)
{
    public override void Write(CopyBuffer to) =>
        to.Id(Body).Number(Version).Texts(Points).Text(Purpose).Text(Deliverable).Day(AdoptedFrom).Day(AdoptedThrough).Day(DueOn).Id(Decision);
}

internal sealed record SeatSaid(
    Guid Id, Guid Body, string Role, string? Title, bool Votes, int Place, Guid? RepresentsPartner, Guid? RepresentsBody, string? RepresentsOutside,
    Guid? DeputyFor, Guid? ExOfficioBody, string? ExOfficioRole, bool UserRepresentative, bool HeldByOrganisation, bool Personal) : Said(Table.Seats, Id)
{
    public override void Write(CopyBuffer to) =>
        to.Id(Id).Id(Body).Text(Role).Text(Title).Flag(Votes).Number(Place).Id(RepresentsPartner).Id(RepresentsBody).Text(RepresentsOutside)
            .Id(DeputyFor).Id(ExOfficioBody).Text(ExOfficioRole).Flag(UserRepresentative).Flag(HeldByOrganisation).Flag(Personal);
}

internal sealed record AppointmentSaid(Guid Seat, Guid Body, Guid Person, string? Title, DateOnly HeldFrom, DateOnly? TermThrough, string? TermSource, DateOnly? LeaveFrom, Guid? Substitute, bool ByOffice) : Said(Table.Appointments, Seat)
{
    public override void Write(CopyBuffer to) => to.Id(Seat).Id(Body).Id(Person).Text(Title).Day(HeldFrom).Day(TermThrough).Text(TermSource).Day(LeaveFrom).Id(Substitute).Flag(ByOffice);
}

internal sealed record PartnerSaid(Guid Id, string Kind, string? OrganisationNumber) : Said(Table.Partners, Id)
{
    public override void Write(CopyBuffer to) => to.Id(Id).Text(Kind).Text(OrganisationNumber);
}

internal sealed record DecisionSaid(
    Guid Id, int Revision, long Position, string? CaseNumber, string Title, string? Text, Guid? DecidedBy, string? DecidedByText,
    DateOnly DecidedOn, DateOnly EffectiveFrom, string Visibility) : Said(Table.Decisions, Id)
{
    public override void Write(CopyBuffer to) =>
        to.Id(Id).Number(Revision).Number(Position).Text(CaseNumber).Text(Title).Text(Text).Id(DecidedBy).Text(DecidedByText).Day(DecidedOn).Day(EffectiveFrom).Text(Visibility);
}

internal sealed record ClusterNameSaid(string Name, string? NameEn) : Said(Table.ClusterNames, Guid.Empty)
{
    public override void Write(CopyBuffer to) => to.Text(Name).Text(NameEn);
}

internal sealed record StrategySaid(string Title, Several<string> FocusAreas, DateOnly AdoptedFrom, DateOnly? AdoptedThrough, Guid Decision) : Said(Table.Strategies, Guid.Empty)
{
    public override void Write(CopyBuffer to) => to.Text(Title).Texts(FocusAreas).Day(AdoptedFrom).Day(AdoptedThrough).Id(Decision);
}
