using Governance.Domain.Mandates;
using Governance.Domain.Time;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Changes;

public sealed class MandateChangeTests
{
    private readonly Scenario alrek = new();

    public MandateChangeTests() => alrek.Record("2016", Establish("Arbeidsgruppe"));

    [Fact]
    public void A_mandate_is_adopted_with_all_that_is_said_of_it()
    {
        var entry = alrek.Record("2018", new AdoptMandate("Arbeidsgruppe", ["Utrede"], "Et senter", Date("2020"), "Rapport", Date("2019-06")));

        alrek.Body("Arbeidsgruppe").Mandate.Should().Be(
            new Mandate(1, alrek.Body("Arbeidsgruppe").Mandate!.Points, "Et senter", Date("2018"), Date("2020"), "Rapport", Date("2019-06"), entry.Decision));
        alrek.Body("Arbeidsgruppe").Mandate!.Texts.Should().Equal("Utrede", "Et senter", "Rapport");
        alrek.Body("Arbeidsgruppe", "2017-12-31").Mandate.Should().BeNull();
    }

    [Fact]
    public void A_revised_mandate_replaces_the_one_before_and_counts_up()
    {
        alrek.Record("2018", new AdoptMandate("Arbeidsgruppe", ["Utrede"], DueOn: Date("2019")));
        alrek.Record("2020", Adopt("Arbeidsgruppe", "Drive", "Melde"));

        alrek.Body("Arbeidsgruppe").Mandate.Should().BeEquivalentTo(new { Version = 2, Points = new[] { "Drive", "Melde" }, DueOn = (PartialDate?)null });
        alrek.Body("Arbeidsgruppe", "2019-12-31").Mandate!.Version.Should().Be(1);
    }

    [Fact]
    public void A_mandate_is_extended_in_what_is_named()
    {
        alrek.Record("2018", new AdoptMandate("Arbeidsgruppe", ["Utrede"], ValidThrough: Date("2019"), DueOn: Date("2019")));
        alrek.Record("2019", new ExtendMandate("Arbeidsgruppe", ValidThrough: Date("2021")));

        (alrek.Body("Arbeidsgruppe").Mandate!.ValidThrough, alrek.Body("Arbeidsgruppe").Mandate!.DueOn).Should().Be((Date("2021"), Date("2019")));
        alrek.Body("Arbeidsgruppe").Mandate!.Version.Should().Be(1);
    }

    [Fact]
    public void A_mandate_that_ran_out_can_still_be_extended()
    {
        alrek.Record("2017", new AdoptMandate("Arbeidsgruppe", ["Utrede"], ValidThrough: Date("2018")));
        alrek.Record("2020", new ExtendMandate("Arbeidsgruppe", ValidThrough: Date("2021")));

        alrek.Body("Arbeidsgruppe").Mandate!.ValidThrough.Should().Be(Date("2021"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_concluded_or_repealed_mandate_is_none_from_that_day(bool concluded)
    {
        alrek.Record("2018", Adopt("Arbeidsgruppe", "Utrede"));

        alrek.Record("2020-05-01", concluded ? new ConcludeMandate("Arbeidsgruppe", "https://alrek.example/rapport.pdf") : new RepealMandate("Arbeidsgruppe"));

        alrek.Body("Arbeidsgruppe", "2020-04-30").Mandate.Should().NotBeNull();
        alrek.Body("Arbeidsgruppe").Mandate.Should().BeNull();
        alrek.Body("Arbeidsgruppe").WithoutMandateSince.Should().Be(Date("2020-05-01"));
        alrek.Refusal("2021", new ExtendMandate("Arbeidsgruppe", DueOn: Date("2022"))).Should().ContainSingle().Which.Should().StartWith("no-mandate-to-change");
    }

    private static PartialDate Date(string text) => PartialDate.Parse(text);
}
