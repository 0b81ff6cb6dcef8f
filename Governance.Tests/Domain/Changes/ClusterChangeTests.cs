using Governance.Domain.Clusters;
using Governance.Domain.Partners;
using Governance.Domain.Time;
using Governance.Domain.Values;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Changes;

public sealed class ClusterChangeTests
{
    private readonly Scenario alrek = new();

    [Fact]
    public void A_partner_is_admitted_with_all_that_is_said_of_it()
    {
        alrek.Record("2016", new AdmitPartner(Name.Of("Universitetet i Bergen"), PartnerKind.University, Name.Of("University of Bergen"), "874789542"));

        var partner = alrek.AsOf("2016-01-01").Partners.Values.Single();
        partner.Should().BeEquivalentTo(new { Kind = PartnerKind.University, OrganisationNumber = "874789542", IsPresent = true });
        (partner.Names.Current.Name, partner.Names.Current.NameEn, partner.Admitted).Should().Be((Name.Of("Universitetet i Bergen"), Name.Of("University of Bergen"), Date("2016")));
    }

    [Fact]
    public void A_partner_takes_new_names_and_later_leaves()
    {
        alrek.Record("2016", Admit("Høgskolen i Bergen"));
        alrek.Record("2017", new RenamePartner("høgskolen i bergen", Name.Of("Høgskulen på Vestlandet")));
        alrek.Record("2020", new WithdrawPartner("Høgskulen på Vestlandet", "Flyttet").Through("2020-07"));

        var partner = alrek.AsOf(ScenarioReading.Now).Partners.Values.Single();
        partner.Names.All.Select(n => n.Name.Text).Should().Equal("Høgskolen i Bergen", "Høgskulen på Vestlandet");
        partner.Withdrawn.Should().Be(Date("2020-08"));
        alrek.AsOf("2020-07-31").Partners.Values.Single().IsPresent.Should().BeTrue();
        alrek.AsOf("2020-08-01").Partners.Values.Single().IsPresent.Should().BeFalse();
    }

    [Fact]
    public void A_partner_that_left_can_be_admitted_anew_as_another()
    {
        alrek.Record("2016", Admit("NORCE"));
        alrek.Record("2018", new WithdrawPartner("NORCE"));
        alrek.Record("2020", Admit("NORCE"));

        alrek.AsOf(ScenarioReading.Now).Partners.Values.Select(p => p.IsPresent).Should().BeEquivalentTo([false, true]);
    }

    [Fact]
    public void The_cluster_takes_new_names()
    {
        alrek.Record("2020", new RenameCluster(Name.Of("Alrek"), Name.Of("Alrek Cluster")));

        alrek.AsOf("2019-12-31").Names.Current.Name.Text.Should().Be("Alrek helseklynge");
        alrek.AsOf("2020-01-01").Names.Current.Should().Be(new NamePeriod(Name.Of("Alrek"), Name.Of("Alrek Cluster"), new DateRange(Date("2020"), null)));
    }

    [Fact]
    public void A_strategy_takes_over_from_the_one_before()
    {
        alrek.Record("2018", new AdoptStrategy("Mot 2022", ["Forskning"]));
        var entry = alrek.Record("2022", new AdoptStrategy("Mot 2026", ["Forskning", "Brukermedvirkning"], Date("2026")));

        alrek.AsOf("2021-12-31").Strategy!.Title.Should().Be("Mot 2022");
        var now = alrek.AsOf(ScenarioReading.Now).Strategy!;
        now.Should().Be(new Strategy("Mot 2026", Date("2022"), Date("2026"), now.FocusAreas, entry.Decision));
        now.FocusAreas.Should().Equal("Forskning", "Brukermedvirkning");
    }

    private static PartialDate Date(string text) => PartialDate.Parse(text);
}
