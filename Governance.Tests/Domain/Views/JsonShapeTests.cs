using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed class JsonShapeTests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [Fact]
    public void The_structure_has_the_shape_of_the_contract_with_the_unset_left_out_and_lists_never()
    {
        var alrek = new Scenario();
        alrek.Record("2016",
            new AdmitPartner(Name.Of("Bergen kommune"), PartnerKind.Municipality) { Ref = "bergen" },
            new EstablishBody(BodyKind.PartnerMeeting, Name.Of("Partnermøte")) { Ref = "top" },
            new AdoptMandate("#top", ["Samle partnerne"]),
            new CreateSeat("#top", SeatRole.Chair, Represents: "#bergen"),
            new CreateSeat("#top", SeatRole.Member),
            new Appoint(Looking.New("Kari"), "#top", SeatRole.Chair, TermThrough: PartialDate.Parse("2017")));
        var kari = alrek.History.Persons.Keys.Single();
        var state = alrek.AsOf("2016-01-01");
        var (body, decision) = (state.Living.Single(), alrek.History.Decisions.Keys.Single());

        var json = JsonSerializer.SerializeToNode(Structure.Of(alrek.At("2016-02-01", people: kari.Called("Kari", Looking.Role(null, "lege")))), Json);

        JsonNode.DeepEquals(json, JsonNode.Parse($$"""
            {"asOf": "2016-02-01", "upcoming": [],
             "partners": [{"id": "{{state.Partners.Keys.Single()}}", "name": "Bergen kommune", "formerNames": [], "kind": "municipality", "validFrom": "2016"}],
             "bodies": [{
               "id": "{{body.Id}}", "name": "Partnermøte", "formerNames": [], "kind": "partner-meeting", "advisoryTo": [], "visibility": "public", "children": [],
               "mandate": {"version": 1, "points": ["Samle partnerne"], "validFrom": "2016", "decision": {"id": "{{decision}}", "title": "Vedtak", "decidedOn": "2016"} },
               "seats": [
                 {"id": "{{body.Seats[0].Id}}", "role": "chair", "represents": {"name": "Bergen kommune", "partner": "{{state.Partners.Keys.Single()}}" }, "votes": true, "order": 1,
                  "userRepresentative": false, "status": "filled",
                  "holder": {"id": "{{kari}}", "name": "Kari", "title": "lege", "validFrom": "2016", "since": "2016", "termThrough": "2017", "termSource": "decided"} },
                 {"id": "{{body.Seats[1].Id}}", "role": "member", "votes": true, "order": 2, "userRepresentative": false, "status": "vacant"}] }] }
            """)).Should().BeTrue(because: "it reads {0}", json);
    }
}
