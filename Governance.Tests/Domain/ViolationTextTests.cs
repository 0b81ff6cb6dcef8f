using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Decisions;
using Governance.Domain.Time;
using Governance.Domain.Values;

namespace Governance.Tests.Domain;

public sealed class ViolationTextTests
{
    private static readonly BodyId SomeBody = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));

    private static readonly DecisionHead Reorganisation =
        new("12/22", "Ny organisering", null, null, "Partnerne", PartialDate.Parse("2022-06-15"), null, null, [], [], Visibility.Public, null);

    [Fact]
    public void Everything_that_can_be_wrong_is_told_in_whole_sentences_without_ids_and_code_words()
    {
        foreach (var code in Enum.GetValues<ViolationCode>())
            foreach (var about in Abouts(code))
                foreach (var body in (BodyId?[])[SomeBody, null])
                    foreach (var member in (string[])["body", "seat", "person", "termThrough", "deputyFor"])
                        foreach (var text in Both(new(code) { About = about, Body = body, Member = member, Date = PartialDate.Parse("2018-03-04"), Candidates = [new(SomeBody.Value, SomeBody.ToString())] }, Reorganisation))
                            text.Should().MatchRegex("^[A-ZÆØÅ«'].*[.?]$").And.Contain(" ").And.NotContain("  ").And.NotContain(Words.Of(code) + " ").And.NotContain(SomeBody.ToString());
    }

    [Theory]
    [InlineData(ViolationCode.NameTaken, "Et annet organ heter allerede «Styringsgruppe».", "Another body is already called 'Styringsgruppe'.")]
    [InlineData(ViolationCode.HasChildren, "«Styringsgruppe» kan ikke avvikles mens «Brukerpanel» hører inn under det.", "'Styringsgruppe' cannot be dissolved while 'Brukerpanel' belongs under it.")]
    [InlineData(ViolationCode.UnknownBody, "Ikke noe organ heter «Styringsgruppe». Mente du «Brukerpanel»?", "No body is called 'Styringsgruppe'. Did you mean 'Brukerpanel'?")]
    public void Names_are_told(ViolationCode code, string nb, string en) =>
        ViolationTexts.Of(new(code) { About = "Styringsgruppe", Body = SomeBody, Candidates = [new(SomeBody.Value, "Brukerpanel")] }).Should().Be(new Phrase(nb, en));

    [Fact]
    public void A_partial_date_is_told_as_it_was_read() =>
        ViolationTexts.Of(new(ViolationCode.NotInExistence) { About = "Brukerpanel", Date = PartialDate.Parse("2018") }).Should().Be(new Phrase(
            "«Brukerpanel» finnes ikke den 2018-01-01. 2018 regnes som 2018-01-01.", "'Brukerpanel' does not exist on 2018-01-01. 2018 counts as 2018-01-01."));

    [Fact]
    public void A_decision_that_would_no_longer_hold_is_named() =>
        ViolationTexts.Of(new(ViolationCode.ParentCycle) { About = "Brukerpanel" }, Reorganisation).Should().Be(new Phrase(
            "«Brukerpanel» ville høre inn under seg selv. Da holder ikke lenger vedtaket 12/22 «Ny organisering».",
            "'Brukerpanel' would belong under itself. Then the decision 12/22 'Ny organisering' would no longer hold."));

    [Fact]
    public void A_role_is_told_by_its_word()
    {
        var story = new Scenario();
        story.Record("2020", new EstablishBody(BodyKind.Board, Name.Of("Styret")));
        var person = story.Record("2020-02-01", new Appoint(new Governance.Domain.People.PersonReference.New(Name.Of("Kari")), "Styret", SeatRole.Member)).Persons[0].Id.ToString();

        var refused = story.Refuse("2020-03-01", new EndAppointment(Body: "Styret", Role: SeatRole.DeputyChair, Person: new Governance.Domain.People.PersonReference.Existing(person)));

        ViolationTexts.Of(refused.Should().ContainSingle().Subject).Should().Be(new Phrase(
            "Personen har ingen plass som nestleder i organet den 2020-03-01.", "The person has no seat as deputy chair in the body on 2020-03-01."));
    }

    /// <summary>Most violations may be about something that has no name, or none in the text.</summary>
    private static string?[] Abouts(ViolationCode code) => code is ViolationCode.DecidedInFuture or ViolationCode.BeforeCluster or ViolationCode.CaseNumberTaken or ViolationCode.AlreadyAnnulled
        or ViolationCode.OrganisationNumber
        ? ["2018"]
        : ["Styringsgruppe", SomeBody.ToString(), "#ref", null];

    private static string[] Both(Violation violation, DecisionHead conflicting) => [ViolationTexts.Of(violation, conflicting).Nb, ViolationTexts.Of(violation, conflicting).En];
}
