using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Mandates;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Views;

public sealed class AnnualReportTests
{
    [Fact]
    public void For_Alrek_2022_it_tells_of_the_reorganisation()
    {
        var report = AnnualReport.Of(Demo.At(new(2026, 11, 21)), 2022);

        report.Title.Should().Be("Organisatoriske endringer 2022");
        Section(report, ReportTopic.Renames).Swaps.Should().ContainSingle().Which.Sentence.Should().Be("Arbeidsgruppe overtok navnet Styringsgruppe, og organet som het det, heter nå Partnermøte.");
        Sentences(report, ReportTopic.Renames).Should().Equal("Arbeidsgruppe fikk navnet Styringsgruppe.", "Styringsgruppe fikk navnet Partnermøte.");
        Sentences(report, ReportTopic.Mandates).Should().Equal("Partnermøte fikk mandat.", "Styringsgruppe fikk mandat.");
        Section(report, ReportTopic.Mandates).Lines[0].Details.Should().Contain("Gir strategisk retning.").And.Contain("Oppnevner leder av styringsgruppen.");
        Sentences(report, ReportTopic.Composition).Should().Contain("Karsten Specht ble oppnevnt som styreleder i Styringsgruppe.").And.Contain("Kristin Walter ble oppnevnt som sekretær i Styringsgruppe.");
        var strategy = Section(report, ReportTopic.Strategy).Lines.Should().ContainSingle().Subject;
        (strategy.Sentence, strategy.Details.Count).Should().Be(("Alrek helseklynge vedtok strategien «Alrek helseklynge mot 2026» til og med 2026.", 5));
        var panel = report.OtherYears[^1];
        (panel.Date, panel.Decision!.DecidedOn, panel.Decision.Title).Should().Be((PartialDate.Parse("2023-03-29"), PartialDate.Parse("2022-12-05"), "Ny representasjon i Brukerpanelet"));
        (report.Start.AsOf, report.End.AsOf, report.Start.Counts.Persons, report.End.Counts.Persons).Should().Be((new DateOnly(2021, 12, 31), new DateOnly(2022, 12, 31), 5, 8));
    }

    [Fact]
    public void What_was_decided_the_year_before_is_told_in_the_year_it_takes_effect_and_groups_are_set_up_and_concluded()
    {
        Sentences(AnnualReport.Of(Demo.At(new(2026, 11, 21)), 2023), ReportTopic.Composition).Should().ContainSingle().Which.Should().Be("Brukerpanel fikk ny sammensetning: 12 plasser, 5 besatt; 4 fortsetter.");
        var told = new Scenario();
        told.Record("2023-02", Establish("Senter", called: "s", kind: BodyKind.WorkingGroup), Adopt("#s", "Utrede"));
        told.Record("2023-11", new ConcludeMandate("Senter"), Dissolve("Senter").Through("2023-12-31"));

        var report = AnnualReport.Of(told.At("2026-01-01"), 2023);

        Sentences(report, ReportTopic.Bodies).Should().Equal("Senter ble opprettet som arbeidsgruppe.", "Senter fullførte mandatet sitt.");
        report.OtherYears.Select(l => l.Sentence).Should().Equal("Senter ble lagt ned.");
        (report.Start.Counts.Bodies, report.End.Counts.Bodies).Should().Be((0, 1));
        Sentences(AnnualReport.Of(told.At("2026-01-01").English(), 2024), ReportTopic.Bodies).Should().Equal("Senter was dissolved.");
        AnnualReport.Of(told.At("2026-01-01"), 1999).Should().Match<AnnualReport>(r => r.Cluster == "alrek" && r.Sections.Count == 6 && r.Sections.All(s => s.Lines.Count == 0));
    }

    [Fact]
    public void When_an_internal_decision_was_made_is_not_told_to_the_public()
    {
        var told = new Scenario();
        told.Record("2016", Establish("Styret"));
        told.Record(Scenario.Decided("2022-12-05", Appoint(New("Kari"), "Styret", SeatRole.Chair)) with { Visibility = Visibility.Internal, EffectiveFrom = PartialDate.Parse("2023-02-01") });
        var view = told.At("2026-01-01", Audience.Public);

        Sentences(AnnualReport.Of(view, 2022), ReportTopic.Composition).Should().BeEmpty();
        Section(AnnualReport.Of(view, 2023), ReportTopic.Composition).Lines.Should().ContainSingle().Which.Decision.Should().BeNull();
        AnnualReport.Of(view, 2022).OtherYears.Should().BeEmpty();
        AnnualReport.Of(view with { Audience = Audience.Reader }, 2022).OtherYears.Should().ContainSingle();
    }

    [Fact]
    public void Decisions_of_the_year_that_change_nothing_are_listed()
    {
        var told = new Scenario();
        told.Record("2021", Establish("Styret"));
        told.Record(Scenario.Decided("2022-03-01") with { Title = "Årsrapporten er mottatt" });

        AnnualReport.Of(told.At("2026-01-01"), 2022).WithoutChanges.Select(d => d.Title).Should().Equal("Årsrapporten er mottatt");
        AnnualReport.Of(told.At("2026-01-01"), 2021).WithoutChanges.Should().BeEmpty();
    }

    private static ReportSection Section(AnnualReport report, ReportTopic topic) => report.Sections.Single(s => s.Topic == topic);

    private static IEnumerable<string> Sentences(AnnualReport report, ReportTopic topic) => Section(report, topic).Lines.Select(l => l.Sentence);
}
