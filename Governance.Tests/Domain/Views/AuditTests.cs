using Governance.Api.Features.Compare;
using Governance.Domain.Clusters;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Views;

public sealed class AuditTests
{
    private readonly Scenario alrek = new();

    [Fact]
    public void Every_registration_stands_with_its_times_and_what_came_of_it_under_it()
    {
        alrek.Record("2016", Establish("Styret"));
        var id = alrek.Record(Scenario.Decided("2020-03-01", Rename("Styret", "Råde").From("2020-04-01")) with { CaseNumber = "1/20", Title = "Navn" }).Decision;
        alrek.Person();
        alrek.Correct(id, Scenario.Decided("2020-03-02", Rename("Styret", "Rådet")));
        alrek.Annul(id);

        var audit = Audit.Of(alrek.At("2026-01-01"), new(), null, 100, new WordDiff().Between)!;

        audit.Entries.Select(e => $"{e.Position} {e.Type}").Should().Equal("1 cluster-founded", "2 decision-recorded", "3 decision-recorded", "4 person-registered");
        var entry = audit.Entries[2];
        (entry.Sentence, entry.Actor, entry.DecidedOn.ToString(), entry.Decision, entry.RecordedAt).Should().Be(("Vedtak 1/20 «Navn» ble protokollført.", "test", "2020-03-01", id, alrek.History.Acts[2].RecordedAt));
        entry.Facts.Select(f => $"{f.EffectiveFrom} {f.Type} {f.Body!.Name}: {f.Sentence}").Should().Equal("2020-04-01 body-renamed Styret: Styret fikk navnet Råde.");
        entry.Later.Select(e => $"{e.Position} {e.Type} {e.Reason} {e.DecidedOn}").Should().Equal("5 decision-corrected Feil ført 2020-03-02", "6 decision-annulled Ugyldig ");
        (entry.Differences, entry.Later[1].Differences).Should().Be((null, null));
        entry.Later[0].Differences!.Select(d => $"{d.What}: {string.Concat(d.Text.Where(t => t.Kind != SegmentKind.Same).Select(t => (t.Kind == SegmentKind.Added ? "+" : "-") + t.Text.Trim()))}").Should().Equal(
            "Saksnummer: -1/20", "Tittel: -Navn+Vedtak", "Vedtatt dato: -1+2", "Endringer: -1+2-april+mars-Råde+Rådet");
        entry.Later[0].Facts.Single().Sentence.Should().Be("Styret fikk navnet Rådet.");
    }

    [Fact]
    public void An_audit_may_be_asked_for_by_body_type_person_and_day_and_piece_by_piece()
    {
        var styret = alrek.Record("2016", Establish("Styret", called: "s")).Facts[0];
        alrek.Record("2017", Establish("Rådet"));
        alrek.Record("2018", Adopt("Rådet", "Råde"));
        alrek.Enter(new MeetingRecorded(new(alrek.NewId()), ((BodyEvent)styret.Event).Body, "1/2018", PartialDate.Parse("2018"), null, [], null, Visibility.Public));
        alrek.Record("2019", Appoint(New("Kari"), "Styret", Governance.Domain.Composition.SeatRole.Chair));

        Positions(new(Body: alrek.Body("Styret").Id)).Should().Equal(2, 5, 6);
        Positions(new(Type: "mandate-adopted")).Should().Equal(4);
        Positions(new(Type: "meeting-recorded")).Should().Equal(5);
        Positions(new(Person: alrek.History.Persons.Keys.Single())).Should().Equal(6);
        Positions(new(To: new(2020, 1, 1))).Should().BeEmpty();
        var piece = Audit.Of(alrek.At("2026-01-01"), new(), null, 4, new WordDiff().Between)!;
        piece.Next.Should().Be("4");
        Audit.Of(alrek.At("2026-01-01"), new(), piece.Next, 4, new WordDiff().Between).Should().Match<Audit>(a => a.Next == null && a.Entries.Count == 2);
        Audit.Of(alrek.At("2026-01-01"), new(Body: new(alrek.NewId())), null, 4, new WordDiff().Between).Should().BeNull();
    }

    private IEnumerable<long> Positions(TimelineFilter filter) => Audit.Of(alrek.At("2026-01-01"), filter, null, 100, new WordDiff().Between)!.Entries.Select(e => e.Position);
}
