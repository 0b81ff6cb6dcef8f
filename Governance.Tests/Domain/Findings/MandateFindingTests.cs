using Governance.Domain.Bodies;
using Governance.Domain.Findings;
using Governance.Domain.Mandates;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain.Findings;

public sealed class MandateFindingTests
{
    private readonly Reporting alrek = new();

    public MandateFindingTests() => alrek.Record("2016",
        new EstablishBody(BodyKind.PartnerMeeting, Name.Of("Styringsgruppe")) { Ref = "top" },
        new EstablishBody(BodyKind.SteeringGroup, Name.Of("Arbeidsgruppe"), Parent: "#top") { Ref = "work" },
        new EstablishBody(BodyKind.Panel, Name.Of("Brukerpanel"), Parent: "#work"));

    [Fact]
    public void A_text_goes_stale_when_the_body_it_means_takes_another_name()
    {
        alrek.Record("2018-09", new AdoptMandate("Brukerpanel", ["Panelet er oppnevnt av arbeidsgruppen.", "Det gir råd til Styringsgruppens partnere"]));
        alrek.Of(FindingCode.StaleName, "2022-06-14").Should().BeEmpty();

        alrek.Record("2022-06-15", new RenameBody("Arbeidsgruppe", Name.Of("Styringsgruppe")), new RenameBody("Styringsgruppe", Name.Of("Partnermøte")));

        alrek.Of(FindingCode.StaleName, "2022-06-14").Should().BeEmpty();
        var stale = alrek.Of(FindingCode.StaleName, "2023-01-01");
        stale.Should().OnlyContain(f => f.Since.ToString() == "2022-06-15" && f.Severity == Severity.Notice);
        stale.Select(f => f.Message).Should().BeEquivalentTo((Phrase[])[
            new("Mandatet til Brukerpanel sier «arbeidsgruppen», men organet som het Arbeidsgruppe da mandatet ble vedtatt, heter nå Styringsgruppe.",
                "The mandate of Brukerpanel says 'arbeidsgruppen', but the body that was called Arbeidsgruppe when it was adopted is now called Styringsgruppe."),
            new("Mandatet til Brukerpanel sier «Styringsgruppens», men organet som het Styringsgruppe da mandatet ble vedtatt, heter nå Partnermøte. Et annet organ heter nå Styringsgruppe.",
                "The mandate of Brukerpanel says 'Styringsgruppens', but the body that was called Styringsgruppe when it was adopted is now called Partnermøte. Another body is now called Styringsgruppe.")]);

        alrek.Record("2023-03-29", new AdoptMandate("Brukerpanel", ["Panelet er oppnevnt av styringsgruppen."]));
        alrek.Of(FindingCode.StaleName, "2023-03-29").Should().BeEmpty();
    }

    [Fact]
    public void A_mandate_that_ends_leaves_none()
    {
        alrek.Record("2018-01-01", new AdoptMandate("Brukerpanel", ["Gi råd"]));
        alrek.Record("2019-02-01", new RepealMandate("Brukerpanel"));
        alrek.Record("2019-03-01", new RenameBody("Brukerpanel", Name.Of("Brukerråd")));

        alrek.Of(FindingCode.NoMandate, "2019-05-01").Single(f => f.Message.Nb.Contains("Brukerråd", StringComparison.Ordinal)).Since.ToString().Should().Be("2019-02-01");
    }

    [Fact]
    public void A_mandate_expires_and_its_deliverable_is_overdue_the_day_after_until_it_is_extended_or_concluded()
    {
        alrek.Record("2018-01-01", new AdoptMandate("Brukerpanel", ["Utrede"], ValidThrough: PartialDate.Parse("2018-12"), Deliverable: "Innsikt", DueOn: PartialDate.Parse("2018-06-30")));

        alrek.Of(FindingCode.DeliverableOverdue, "2018-06-30").Should().BeEmpty();
        alrek.Expect(FindingCode.DeliverableOverdue, "2018-07-01", "2019-05-01",
            "Brukerpanel har ikke levert «Innsikt»; fristen var 30. juni 2018.", "Brukerpanel has not delivered 'Innsikt'; the deadline was 30 June 2018.");
        alrek.Of(FindingCode.MandateExpired, "2018-12-31").Should().BeEmpty();
        alrek.Expect(FindingCode.MandateExpired, "2019-01", "2019-05-01",
            "Mandatet til Brukerpanel gjaldt til og med desember 2018 og er ikke fornyet.", "The mandate of Brukerpanel was in force through December 2018 and has not been renewed.");

        alrek.Record("2019-06-01", new ExtendMandate("Brukerpanel", ValidThrough: PartialDate.Parse("2019")));
        alrek.Of(FindingCode.MandateExpired, "2019-06-01").Should().BeEmpty();
        alrek.Record("2019-07-01", new ConcludeMandate("Brukerpanel"));
        alrek.Of(FindingCode.DeliverableOverdue, "2019-07-01").Should().BeEmpty();
    }
}
