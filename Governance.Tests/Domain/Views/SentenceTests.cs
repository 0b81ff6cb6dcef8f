using System.Text.RegularExpressions;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Mandates;
using Governance.Domain.Meetings;
using Governance.Domain.Partners;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Views;

public sealed partial class SentenceTests
{
    private static readonly PartialDate Day = PartialDate.Parse("2024-12-31");
    private readonly Scenario alrek = new();
    private readonly PersonId kari;
    private readonly BodyId panel;
    private readonly BodyId work;
    private readonly PartnerId bergen;
    private readonly SeatId chair;
    private readonly DecisionId first;
    private readonly MeetingId meeting;

    public SentenceTests()
    {
        first = alrek.Record(Scenario.Decided("2016",
            new EstablishBody(BodyKind.PartnerMeeting, Name.Of("Styringsgruppe"), Name.Of("Steering group")) { Ref = "top" },
            new EstablishBody(BodyKind.SteeringGroup, Name.Of("Arbeidsgruppe"), Parent: "#top") { Ref = "work" },
            new EstablishBody(BodyKind.Panel, Name.Of("Brukerpanel"), Parent: "#work", AdvisoryTo: ["#work"]) { Ref = "panel" },
            new AdmitPartner(Name.Of("Bergen kommune"), PartnerKind.Municipality) { Ref = "bergen" },
            new CreateSeat("#panel", SeatRole.Chair, Represents: "#bergen"),
            new AdoptMandate("#panel", ["Gi råd"], ValidThrough: PartialDate.Parse("2023")),
            new Appoint(Looking.New("Kari"), "#panel", SeatRole.Chair)) with
        { CaseNumber = "1/16", Title = "Start" }).Decision;
        var state = alrek.AsOf("2016-01-01");
        (panel, work) = (state.Living.Single(b => b.Name.Text == "Brukerpanel").Id, state.Living.Single(b => b.Name.Text == "Arbeidsgruppe").Id);
        alrek.Enter(new MeetingPlanned(meeting = new(alrek.NewId()), panel, "4/2022", new(2022, 9, 1), new(12, 0), new(14, 0), null, null, Visibility.Public, []));
        (bergen, kari, chair) = (state.Partners.Keys.Single(), alrek.History.Persons.Keys.Single(), state.SeatBodies.Keys.Single());
    }

    public static TheoryData<Type> EventTypes => [.. typeof(ClusterEvent).Assembly.GetTypes().Where(t => t is { IsSealed: true, IsAbstract: false } && t.IsSubclassOf(typeof(ClusterEvent)))];

    private IEnumerable<ClusterEvent> Every => [
        new BodyEstablished(new(alrek.NewId()), BodyKind.Council, Name.Of("Fagråd"), Name.Of("Council"), work, [panel], [panel], Visibility.Public),
        new BodyRenamed(work, Name.Of("Styringsgruppe"), null),
        new BodyReclassified(panel, BodyKind.Council, Visibility.Internal),
        new BodyMoved(panel, new(null), new([])),
        new BodyDissolved(panel, "Ferdig", [work]),
        new BodyReestablished(panel, Name.Of("Brukerråd"), null, BodyKind.Council),
        new MandateAdopted(panel, ["Gi råd"], null, Day, "Rapport", Day),
        new MandateExtended(panel, Day, null),
        new MandateConcluded(panel, "https://eksempel.no"),
        new MandateRepealed(panel),
        new SeatCreated(panel, new(alrek.NewId()), new(SeatRole.Deputy, Represents: new(Outside: "FFO Vestland"))),
        new SeatChanged(panel, chair, new(Role: SeatRole.DeputyChair, Votes: false)),
        new SeatAbolished(panel, chair),
        new MemberAppointed(panel, new(alrek.NewId()), kari, null, Day, new(SeatRole.Observer, Represents: new(Partner: bergen))),
        new AppointmentExtended(panel, chair, kari, Day),
        new AppointmentEnded(panel, chair, kari, EndReason.Resigned),
        new LeaveGranted(panel, chair, kari, null),
        new LeaveEnded(panel, chair, kari),
        new BodyReconstituted(panel, [new(chair, new(SeatRole.Chair), kari, null), new(new(alrek.NewId()), new(SeatRole.Member), null, null)]),
        new CompositionRulesSet(panel, true, 3, 10, new(2, 0, 0), 3, 2, 1, true, false, Quorum: 4),
        new PartnerAdmitted(new(alrek.NewId()), Name.Of("NORCE"), null, PartnerKind.ResearchInstitute, null),
        new PartnerRenamed(bergen, Name.Of("Bergen by"), Name.Of("City of Bergen")),
        new PartnerWithdrawn(bergen, null),
        new ClusterRenamed(Name.Of("Alrek"), null),
        new StrategyAdopted("Alrek mot 2026", PartialDate.Parse("2026"), []),
        new ClusterFounded(Name.Of("Alrek"), null, Day, "Europe/Oslo", null, null),
        new ClusterCorrected(Name.Of("Alrek"), null, Day, "Europe/Oslo", null, null),
        new DecisionRecorded(first, Head(), [], []),
        new DecisionCorrected(first, 2, Head(), [], [], "Feil"),
        new DecisionAnnulled(first, "Ugyldig", null),
        new MeetingRecorded(new(alrek.NewId()), panel, "3/2022", Day, null, [], null, Visibility.Public),
        new MeetingPlanned(meeting, panel, "4/2022", new(2022, 9, 1), new(12, 0), new(14, 0), null, null, Visibility.Public, []),
        new MeetingRescheduled(meeting, new(2022, 9, 8), new(12, 0), new(14, 0), null, null, []),
        new MeetingCancelled(meeting, null),
        new NoticeSent(meeting, [new(alrek.NewId(), "2/22", ItemKind.Decision, "Sak", null, null, null, null, null, [])], [kari], null),
        new MeetingHeld(meeting, new(2022, 9, 1), null, null, [], [], null),
        new MinutesApproved(meeting, 1, "", new(2022, 9, 2), [kari], null),
        new MinutesPublished(meeting, 1),
        new PersonRegistered(kari), new PersonUpdated(kari), new PersonMerged(kari, kari), new PersonErased(kari),
        new TextRedacted(first, ["text"], [], "Personvern"), new TextRedacted(null, ["note"], [], "Personvern", 1),
        new FindingAccepted(alrek.NewId(), "Greit")];

    [Theory]
    [MemberData(nameof(EventTypes))]
    public void Every_event_is_told_in_both_languages_without_ids_nulls_or_code_words(Type type)
    {
        var all = Every.Where(e => e.GetType() == type).ToList();
        all.Should().NotBeEmpty();
        foreach (var told in all)
        {
            var (nb, en) = (Told(told, Language.Nb), Told(told, Language.En));
            nb.Should().NotBe(en);
            new[] { nb, en }.Should().OnlyContain(s => char.IsUpper(s[0]) && s.EndsWith('.') && !NotProse().IsMatch(s));
        }
    }

    [GeneratedRegex(@"[0-9a-f]{8}-|\bnull\b|  |(?<!re)-(?!\d)|[a-z][A-Z]| \.| ,|\.\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotProse();

    [Theory]
    [InlineData(typeof(BodyEstablished), "Fagråd ble opprettet som råd under Arbeidsgruppe, rådgivende for Brukerpanel, og tok over etter Brukerpanel.", "Council was established as a council under Arbeidsgruppe, advisory to Brukerpanel, taking over from Brukerpanel.")]
    [InlineData(typeof(BodyRenamed), "Arbeidsgruppe fikk navnet Styringsgruppe.", "Arbeidsgruppe was renamed Styringsgruppe.")]
    [InlineData(typeof(BodyReclassified), "Brukerpanel ble gjort om fra panel til råd og vises ikke lenger offentlig.", "Brukerpanel was turned from a panel into a council and is no longer shown publicly.")]
    [InlineData(typeof(BodyMoved), "Brukerpanel ble lagt på øverste nivå og er ikke lenger rådgivende for Arbeidsgruppe.", "Brukerpanel was moved to the top level and is no longer advisory to Arbeidsgruppe.")]
    [InlineData(typeof(BodyDissolved), "Brukerpanel ble lagt ned, og Arbeidsgruppe tok over.", "Brukerpanel was dissolved, and Arbeidsgruppe took over.")]
    [InlineData(typeof(BodyReestablished), "Brukerpanel ble gjenopprettet som råd under navnet Brukerråd.", "Brukerpanel was re-established as a council under the name Brukerråd.")]
    [InlineData(typeof(MandateAdopted), "Brukerpanel fikk nytt mandat til og med 31. desember 2024, med frist 31. desember 2024.", "Brukerpanel was given a new mandate through 31 December 2024, with a deliverable due 31 December 2024.")]
    [InlineData(typeof(MandateExtended), "Mandatet til Brukerpanel ble forlenget til og med 31. desember 2024.", "The mandate of Brukerpanel was extended through 31 December 2024.")]
    [InlineData(typeof(SeatCreated), "Brukerpanel fikk en ny plass som vara for FFO Vestland.", "Brukerpanel got a new seat as deputy for FFO Vestland.")]
    [InlineData(typeof(SeatChanged), "Plassen som leder for Bergen kommune i Brukerpanel ble gjort om til nestleder og mistet stemmeretten.", "The seat as chair for Bergen kommune of Brukerpanel became deputy chair and lost its vote.")]
    [InlineData(typeof(SeatAbolished), "Plassen som leder for Bergen kommune i Brukerpanel ble fjernet, og Kari gikk ut.", "The seat as chair for Bergen kommune of Brukerpanel was abolished, and Kari left.")]
    [InlineData(typeof(MemberAppointed), "Kari ble oppnevnt som observatør i Brukerpanel for Bergen kommune, til og med 31. desember 2024.", "Kari was appointed as observer of Brukerpanel, representing Bergen kommune, through 31 December 2024.")]
    [InlineData(typeof(AppointmentExtended), "Perioden til Kari som leder for Bergen kommune i Brukerpanel går nå til og med 31. desember 2024.", "The term of Kari as chair for Bergen kommune of Brukerpanel now runs through 31 December 2024.")]
    [InlineData(typeof(AppointmentEnded), "Kari trakk seg som leder for Bergen kommune i Brukerpanel.", "Kari stepped down as chair for Bergen kommune of Brukerpanel.")]
    [InlineData(typeof(LeaveGranted), "Kari fikk permisjon som leder for Bergen kommune i Brukerpanel.", "Kari was granted leave as chair for Bergen kommune of Brukerpanel.")]
    [InlineData(typeof(LeaveEnded), "Kari er tilbake fra permisjon som leder for Bergen kommune i Brukerpanel.", "Kari is back from leave as chair for Bergen kommune of Brukerpanel.")]
    [InlineData(typeof(BodyReconstituted), "Brukerpanel fikk ny sammensetning: 2 plasser, 1 besatt; 1 fortsetter.", "Brukerpanel got a new composition: 2 seats, 1 filled; 1 continues.")]
    [InlineData(typeof(CompositionRulesSet), "Sammensetningen av Brukerpanel fikk regler: minst 3 plasser, høyst 10 plasser, perioder på 2 år, høyst 3 perioder på rad, høyst 2 observatører, minst 1 brukerrepresentant, flere kan lede sammen, krav om kjønnsbalanse, plassen blir ledig når perioden er over og vedtaksført når minst 4 stemmer er til stede.", null)]
    [InlineData(typeof(PartnerRenamed), "Bergen kommune fikk navnet Bergen by.", "Bergen kommune was renamed City of Bergen.")]
    [InlineData(typeof(StrategyAdopted), "Alrek helseklynge vedtok strategien «Alrek mot 2026» til og med 2026.", "Alrek helseklynge adopted the strategy “Alrek mot 2026”, valid through 2026.")]
    [InlineData(typeof(MeetingPlanned), "Møte 4/2022 i Brukerpanel ble planlagt til 1. september 2022.", "Meeting 4/2022 of Brukerpanel was planned for 1 September 2022.")]
    [InlineData(typeof(NoticeSent), "Det ble kalt inn til møte 4/2022 i Brukerpanel med 1 sak.", "Notice was given of meeting 4/2022 of Brukerpanel with 1 item.")]
    [InlineData(typeof(DecisionCorrected), "Vedtak 1/16 «Start» ble rettet.", "Decision 1/16 “Start” was corrected.")]
    public void An_event_reads_as_a_person_would_write_it(Type type, string nb, string? en)
    {
        var told = Every.Single(e => e.GetType() == type);

        Told(told, Language.Nb).Should().Be(nb);
        if (en is not null) Told(told, Language.En).Should().Be(en);
    }

    [Fact]
    public void Each_reason_for_leaving_has_its_sentence()
    {
        var told = Enum.GetValues<EndReason>().Select(reason => Told(new AppointmentEnded(panel, chair, kari, reason), Language.Nb));

        told.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_name_that_changes_in_one_language_alone_says_which()
    {
        var top = alrek.AsOf("2016-01-01").Living.Single(b => b.Name.Text == "Styringsgruppe").Id;

        Told(new BodyRenamed(top, Name.Of("Styringsgruppe"), Name.Of("Board")), Language.Nb).Should().Be("Styringsgruppe fikk det engelske navnet Board.");
        Told(new BodyRenamed(top, Name.Of("Styringsgruppe"), Name.Of("Board")), Language.En).Should().Be("Steering group was renamed Board.");
        Told(new BodyRenamed(top, Name.Of("Partnermøte"), Name.Of("Steering group")), Language.En).Should().Be("Steering group took the Norwegian name Partnermøte.");
        Told(new BodyRenamed(top, Name.Of("Styringsgruppe"), Name.Of("Steering group")), Language.Nb).Should().Be("Styringsgruppe beholdt navnet sitt.");
    }

    [Fact]
    public void An_internal_decision_has_no_title_for_the_public_and_the_unlisted_no_name()
    {
        var hidden = new DecisionRecorded(first, Head() with { Visibility = Visibility.Internal }, [], []);
        var view = View(Language.Nb) with { Audience = Audience.Public, Persons = Persons.Of([kari.Called("Kari") with { Unlisted = true }]) };

        Sentences.Of(view, hidden).Should().Be("Et internt vedtak ble protokollført.");
        Sentences.Of(view, Fact(new AppointmentEnded(panel, chair, kari, null))).Should().Be("En person er ikke lenger leder for Bergen kommune i Brukerpanel.");
    }

    [Fact]
    public void An_annulled_decision_is_still_told_with_the_names_it_gave()
    {
        var made = alrek.Record("2020", new EstablishBody(BodyKind.Forum, Name.Of("Forum")) { Ref = "f" }, new AdoptMandate("#f", ["Møtes"]));
        alrek.Annul(made.Decision);

        alrek.History.Decisions[made.Decision].Current.Facts.Select(f => Sentences.Of(View(Language.Nb), f)).Should().Equal("Forum ble opprettet som forum.", "Forum fikk mandat.");
    }

    private static DecisionHead Head() => new("1/16", "Start", null, null, "Partnerne", Day, null, null, [], [], Visibility.Public, null);

    private string Told(ClusterEvent e, Language language) => e switch
    {
        FactEvent fact => Sentences.Of(View(language), Fact(fact)),
        RegisterEvent act => Sentences.Of(View(language), act),
        _ => throw new ArgumentOutOfRangeException(nameof(e)),
    };

    private static Fact Fact(FactEvent e) => new(default, 1, 99, 1, PartialDate.Parse("2022-06-15"), PartialDate.Parse("2022-06-15"), e);

    private Viewpoint View(Language language) => alrek.At("2022-06-15", language: language, people: kari.Called("Kari"));
}
