using System.Collections.Immutable;
using Governance.Domain.Decisions;
using Governance.Domain.Meetings;
using Governance.Domain.Time;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Meetings;

public sealed class MeetingRuleTests
{
    private readonly Scenario alrek = new();

    public MeetingRuleTests()
    {
        alrek.Record("2018", Establish("Styret"));
        alrek.Record("2018", Establish("Utvalget"));
        alrek.Record("2020-03-01", Dissolve("Styret"));
        alrek.Record("2021", Rename("Utvalget", "Rådet"));
    }

    [Theory]
    [InlineData("Styret", "2017-05-01", "NotInExistence", "«Styret» finnes ikke den 2017-05-01. Det finnes fra 2018 til og med 2020-02-29.")]
    [InlineData("Styret", "2020-03-01", "NotInExistence", "«Styret» finnes ikke den 2020-03-01. Det finnes fra 2018 til og med 2020-02-29.")]
    [InlineData("Panelet", "2019-05-01", "UnknownBody", "Ikke noe organ heter «Panelet» den 2019-05-01.")]
    [InlineData("Utvalget", "2022-05-01", "UnknownBody", "Ikke noe organ heter «Utvalget» den 2022-05-01. Mente du «Rådet»?")]
    public void A_meeting_of_a_body_that_is_not_there_on_its_day_says_whether_it_ever_is(string body, string heldOn, string code, string said)
    {
        var refused = Check(body, heldOn).Should().ContainSingle().Subject;

        refused.Code.ToString().Should().Be(code);
        refused.Member.Should().Be("body");
        ViolationTexts.Of(refused).Nb.Should().Be(said);
    }

    [Fact]
    public void So_it_is_by_its_id()
    {
        var styret = alrek.Body("Styret", "2019-01-01").Id.ToString();

        Check(styret, "2021-01-01").Should().ContainSingle().Which.Code.Should().Be(ViolationCode.NotInExistence);
        Check(styret, "2019-01-01").Should().BeEmpty();
        Check(alrek.NewId().ToString(), "2019-01-01").Should().ContainSingle().Which.Code.Should().Be(ViolationCode.UnknownBody);
    }

    private ImmutableArray<Violation> Check(string body, string heldOn) => MeetingRules.Check(alrek.History, body, PartialDate.Parse(heldOn), [], Scenario.Today).Violations;
}
