using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.Time;
using Governance.Domain.Values;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Changes;

public sealed class BodyChangeTests
{
    private readonly Scenario alrek = new();

    public BodyChangeTests() => alrek.Record("2016", Establish("Styringsgruppe", called: "top"), Establish("Arbeidsgruppe", under: "#top"));

    [Fact]
    public void A_body_is_established_with_all_that_is_said_of_it()
    {
        var entry = alrek.Record("2018-10", new EstablishBody(
            BodyKind.Panel, Name.Of("Brukerpanel"), Name.Of("User Panel"), Parent: "Styringsgruppe", AdvisoryTo: ["Arbeidsgruppe"], Succeeds: ["Arbeidsgruppe"], Visibility: Visibility.Internal));

        var panel = alrek.Body("Brukerpanel", "2018-10-01");
        panel.Should().BeEquivalentTo(new
        {
            Kind = BodyKind.Panel,
            Visibility = Visibility.Internal,
            Parent = alrek.Body("Styringsgruppe").Id,
            AdvisoryTo = new[] { alrek.Body("Arbeidsgruppe").Id },
            IsLiving = true,
            MandateVersions = 0,
            ChangedBy = entry.Decision,
        });
        alrek.AsOf("2018-10-01").Predecessors(panel.Id).Should().Equal(new Governance.Domain.Clusters.Succession(alrek.Body("Arbeidsgruppe").Id, panel.Id, Date("2018-10")));
        (panel.Established, panel.WithoutMandateSince, panel.ChangedOn).Should().Be((Date("2018-10"), Date("2018-10"), Date("2018-10")));
        (panel.Name, panel.Names.Current.NameEn).Should().Be((Name.Of("Brukerpanel"), Name.Of("User Panel")));
        alrek.Bodies("2018-09-30").Should().NotContain("Brukerpanel");
    }

    [Fact]
    public void A_rename_replaces_both_names_and_keeps_those_before()
    {
        alrek.Record("2018", new RenameBody("Arbeidsgruppe", Name.Of("Styret"), Name.Of("The Board")));
        alrek.Record("2020", new RenameBody("Styret", Name.Of("Rådet")));

        alrek.Body("Rådet").Names.All.Should().Equal(
            new NamePeriod(Name.Of("Arbeidsgruppe"), null, new DateRange(Date("2016"), Date("2018"))),
            new NamePeriod(Name.Of("Styret"), Name.Of("The Board"), new DateRange(Date("2018"), Date("2020"))),
            new NamePeriod(Name.Of("Rådet"), null, new DateRange(Date("2020"), null)));
    }

    [Fact]
    public void Of_the_names_of_one_day_only_the_last_counts()
    {
        alrek.Record("2018", Rename("Arbeidsgruppe", "Midlertidig"));
        alrek.Record("2018", Rename("Midlertidig", "Styret"));

        alrek.Body("Styret").Names.All.Select(n => n.Name.Text).Should().Equal("Arbeidsgruppe", "Styret");
    }

    [Fact]
    public void A_rename_taken_back_on_its_day_leaves_one_unbroken_name()
    {
        alrek.Record("2018", Rename("Arbeidsgruppe", "Styret"));
        alrek.Record("2018", Rename("Styret", "Arbeidsgruppe"));

        alrek.Body("Arbeidsgruppe").Names.All.Should().Equal(new NamePeriod(Name.Of("Arbeidsgruppe"), null, new DateRange(Date("2016"), null)));
    }

    [Fact]
    public void A_reclassification_changes_what_it_names_and_keeps_the_rest()
    {
        alrek.Record("2018", new ReclassifyBody("Arbeidsgruppe", Kind: BodyKind.Council));
        alrek.Record("2019", new ReclassifyBody("Arbeidsgruppe", Visibility: Visibility.Internal));

        alrek.Body("Arbeidsgruppe", "2018-06-01").Should().BeEquivalentTo(new { Kind = BodyKind.Council, Visibility = Visibility.Public });
        alrek.Body("Arbeidsgruppe").Should().BeEquivalentTo(new { Kind = BodyKind.Council, Visibility = Visibility.Internal });
    }

    [Fact]
    public void A_move_keeps_what_is_absent_and_clears_what_is_null()
    {
        var top = alrek.Body("Styringsgruppe").Id;

        alrek.Record("2018", new MoveBody("Arbeidsgruppe", AdvisoryTo: new(["Styringsgruppe"])));
        alrek.Record("2019", new MoveBody("Arbeidsgruppe", Parent: new(null)));
        alrek.Record("2020", new MoveBody("Arbeidsgruppe", AdvisoryTo: new(null)));

        alrek.Body("Arbeidsgruppe", "2018-06-01").Should().BeEquivalentTo(new { Parent = (BodyId?)top, AdvisoryTo = new[] { top } });
        alrek.Body("Arbeidsgruppe", "2019-06-01").Should().BeEquivalentTo(new { Parent = (BodyId?)null, AdvisoryTo = new[] { top } });
        alrek.Body("Arbeidsgruppe").Should().BeEquivalentTo(new { Parent = (BodyId?)null, AdvisoryTo = Array.Empty<BodyId>() });
    }

    [Fact]
    public void A_dissolution_ends_the_body_its_mandate_and_its_seats_on_the_first_day_without_it()
    {
        var id = alrek.Body("Arbeidsgruppe").Id;
        alrek.Record("2017", Adopt("Arbeidsgruppe", "Samarbeid"), Seat("Arbeidsgruppe", SeatRole.Chair), Appoint(Known(alrek.Person()), "Arbeidsgruppe", SeatRole.Chair));

        alrek.Record("2020-03-01", new DissolveBody("Arbeidsgruppe", "Oppgaven er løst", ["Styringsgruppe"]).From("2020-06-01"));

        alrek.Body(id, "2020-05-31").Should().BeEquivalentTo(new { IsLiving = true, MandateVersions = 1 });
        alrek.Body(id, "2020-05-31").Seats.Should().ContainSingle();
        var gone = alrek.Body(id);
        gone.Should().BeEquivalentTo(new { IsLiving = false, DissolvedReason = "Oppgaven er løst" });
        (gone.Dissolved, gone.WithoutMandateSince, gone.Names.Current.Period.Until).Should().Be((Date("2020-06-01"), Date("2020-06-01"), Date("2020-06-01")));
        (gone.Mandate, gone.Seats.Count, gone.Services.Count).Should().Be((null, 0, 0));
    }

    [Fact]
    public void A_dissolution_by_its_last_day_holds_from_the_day_after()
    {
        alrek.Record("2020-03-01", Dissolve("Arbeidsgruppe").Through("2020-12-31"));

        alrek.Bodies("2020-12-31").Should().Contain("Arbeidsgruppe");
        alrek.Bodies("2021-01-01").Should().NotContain("Arbeidsgruppe");
    }

    [Fact]
    public void A_body_comes_back_with_its_id_and_name_but_without_seats_or_mandate()
    {
        var before = alrek.Body("Arbeidsgruppe");
        alrek.Record("2017", Adopt("Arbeidsgruppe", "Samarbeid"), Seat("Arbeidsgruppe", SeatRole.Chair));
        alrek.Record("2018", Dissolve("Arbeidsgruppe"));

        alrek.Record("2020", Reestablish("Arbeidsgruppe"));

        var back = alrek.Body("Arbeidsgruppe");
        back.Should().BeEquivalentTo(new { before.Id, before.Kind, before.Parent, IsLiving = true, MandateVersions = 1, DissolvedReason = (string?)null });
        (back.Mandate, back.Seats.Count, back.WithoutMandateSince, back.Established).Should().Be((null, 0, Date("2020"), Date("2016")));
        back.Names.All.Select(n => n.Period).Should().Equal(new DateRange(Date("2016"), Date("2018")), new DateRange(Date("2020"), null));
    }

    [Fact]
    public void A_body_that_comes_back_may_take_another_name_and_kind()
    {
        alrek.Record("2018", Dissolve("Arbeidsgruppe"));

        alrek.Record("2020", new ReestablishBody("Arbeidsgruppe", Name.Of("Utvalget"), Name.Of("The Committee"), BodyKind.Committee));

        alrek.Body("Utvalget").Should().BeEquivalentTo(new { Kind = BodyKind.Committee, Names = new { Current = new { NameEn = Name.Of("The Committee") } } });
    }

    [Fact]
    public void A_mandate_adopted_after_a_return_counts_on()
    {
        alrek.Record("2017", Adopt("Arbeidsgruppe", "Samarbeid"));
        alrek.Record("2018", Dissolve("Arbeidsgruppe"));
        alrek.Record("2020", Reestablish("Arbeidsgruppe"));

        alrek.Record("2021", Adopt("Arbeidsgruppe", "Mer samarbeid"));

        alrek.Body("Arbeidsgruppe").Mandate!.Version.Should().Be(2);
    }

    private static PartialDate Date(string text) => PartialDate.Parse(text);
}
