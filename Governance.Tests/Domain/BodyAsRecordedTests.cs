using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.People;
using Governance.Domain.Values;

namespace Governance.Tests.Domain;

public sealed class BodyAsRecordedTests
{
    [Fact]
    public void Folding_a_stream_gives_the_body_of_today_where_all_was_recorded_in_order()
    {
        var alrek = new Scenario();
        alrek.Record("2016", new EstablishBody(BodyKind.WorkingGroup, Name.Of("Arbeidsgruppe")) { Ref = "group" }, new CreateSeat("#group", SeatRole.Chair));
        alrek.Record("2020", new Appoint(new PersonReference.New(Name.Of("Oppdiktet Person")), "Arbeidsgruppe", SeatRole.Chair), new AdoptMandate("Arbeidsgruppe", ["Samarbeide"]));
        alrek.Record("2022", new RenameBody("Arbeidsgruppe", Name.Of("Styringsgruppe")), new ReclassifyBody("Arbeidsgruppe", BodyKind.SteeringGroup));

        var body = alrek.AsOf("2022-01-01").Living.Single();
        var recorded = alrek.History.Acts.SelectMany(a => a.Facts).Select(f => f.Event).OfType<BodyEvent>().Aggregate((BodyAsRecorded?)null, BodyAsRecorded.After);

        recorded.Should().BeEquivalentTo(new
        {
            Id = body.Id.Value,
            Name = body.Name.Text,
            body.Kind,
            body.Visibility,
            Parent = (Guid?)null,
            IsDissolved = false,
            Mandate = body.Mandate!.Points,
            Seats = body.Seats.ToDictionary(s => s.Id.Value, s => (Guid?)s.Holders.Single().Person.Value),
        });
    }
}
