using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;

namespace Governance.Domain.Clusters;

/// <summary>What a fact refers to besides its own body must be there on its day.</summary>
internal static class ReferenceRules
{
    public static IEnumerable<DayFault> Check(Cluster after, Fact fact) => fact.Event switch
    {
        BodyEstablished e => e.AdvisoryTo.Select(to => Living(after, fact, to, "advisoryTo")).OfType<DayFault>(),
        BodyMoved { AdvisoryTo.Value: { } bodies } => bodies.Select(to => Living(after, fact, to, "advisoryTo")).OfType<DayFault>(),
        SeatCreated e => Seat(after, fact, e.Description.ExOfficio, e.Description.Represents),
        SeatChanged e => Seat(after, fact, e.Changes.ExOfficio.Value, e.Changes.Represents.Value),
        MemberAppointed e => Seat(after, fact, null, e.Personal?.Represents),
        BodyReconstituted e => e.Seats.SelectMany(s => Seat(after, fact, s.Description.ExOfficio, s.Description.Represents)),
        _ => [],
    };

    private static IEnumerable<DayFault> Seat(Cluster after, Fact fact, ExOfficio? office, Represents? represents)
    {
        if (office is not null && Living(after, fact, office.Body, "exOfficio") is { } fault) yield return fault;
        if (represents?.Partner is { } partner && !after.Partners.ContainsKey(partner)) yield return Fault(fact, ViolationCode.UnknownPartner, "represents");
        if (represents?.Body is { } body && !after.Bodies.ContainsKey(body)) yield return Fault(fact, ViolationCode.UnknownBody, "represents");
    }

    private static DayFault? Living(Cluster after, Fact fact, BodyId id, string member) =>
        after.Bodies.GetValueOrDefault(id) is { } body && (body.IsLiving || body.Dissolved?.First == fact.From.First) ? null
        : Fault(fact, ViolationCode.NotInExistence, member, id, after.Bodies.GetValueOrDefault(id)?.Name.Text);

    private static DayFault Fault(Fact fact, ViolationCode code, string member, BodyId? body = null, string? about = null) =>
        new(new(code) { Body = body, Member = member, About = about }, null, null) { Fact = fact };
}
