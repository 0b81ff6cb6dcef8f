using FsCheck;
using FsCheck.Fluent;
using Governance.Domain.Bodies;
using Governance.Domain.Composition;
using Governance.Domain.Clusters;
using Governance.Domain.Partners;
using Governance.Domain.Values;
using Governance.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Views;

public sealed class ComparisonTests
{
    private readonly Scenario alrek = new();

    public ComparisonTests() => alrek.Record("2016", Establish("Styringsgruppe", called: "top"), Establish("Arbeidsgruppe", under: "#top", kind: BodyKind.WorkingGroup), Admit("Bergen kommune"));

    [Theory]
    [InlineData(Audience.Public)]
    [InlineData(Audience.Reader)]
    public void For_every_pair_of_days_of_the_demo_the_first_structure_with_the_differences_applied_is_the_second(Audience audience)
    {
        foreach (var from in Demo.Days)
            foreach (var to in Demo.Days)
                Agree(Demo.At(from, audience), Demo.At(to, audience));
    }

    [Fact]
    public void So_it_is_in_any_history_known_at_any_moment() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var told = AnyDecision.History(seed, 20);
        var earlier = told.History.AtPosition(told.History.Position / 2);
        DateOnly[] days = [new(2015, 1, 1), .. told.History.Chronicle.Days.Select(d => d.Date).Where((_, i) => i % 4 == 0), new(2035, 1, 1)];
        foreach (var (from, to) in days.Zip(days.Skip(1)))
        {
            Agree(told.At("2020-01-01") with { AsOf = from }, told.At("2020-01-01") with { AsOf = to });
            Agree(told.At("2020-01-01") with { AsOf = to, History = earlier }, told.At("2020-01-01") with { AsOf = to });
            Agree(told.At("2020-01-01", Audience.Public) with { AsOf = to }, told.At("2020-01-01", Audience.Public) with { AsOf = from });
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void Nothing_differs_between_a_day_and_itself()
    {
        foreach (var day in Demo.Days)
            Told(Comparison.Between(Demo.At(day), Demo.At(day), NoText)).Should().BeEmpty();
    }

    [Fact]
    public void Two_bodies_that_swap_names_are_told_of_together_and_each()
    {
        alrek.Record("2022-06-15", Rename("Arbeidsgruppe", "Styringsgruppe"), Rename("Styringsgruppe", "Arbeidsgruppe"));

        var compared = Between("2022-06-14", "2022-06-15");

        compared.Swaps.Should().ContainSingle().Which.Sentence.Should().Be("Styringsgruppe og Arbeidsgruppe byttet navn.");
        compared.Swaps[0].Names.Select(n => n.Text).Should().BeEquivalentTo("Styringsgruppe", "Arbeidsgruppe");
        compared.Renamed.Select(r => r.Sentence).Should().BeEquivalentTo("Styringsgruppe fikk navnet Arbeidsgruppe.", "Arbeidsgruppe fikk navnet Styringsgruppe.");
    }

    [Fact]
    public void A_name_that_goes_on_to_another_body_reads_as_a_swap()
    {
        var swap = Comparison.Between(Demo.At(new(2021, 12, 31)), Demo.At(new(2022, 1, 1)), NoText).Swaps.Should().ContainSingle().Subject;

        swap.Sentence.Should().Be("Arbeidsgruppe overtok navnet Styringsgruppe, og organet som het det, heter nå Partnermøte.");
        swap.Bodies.Select(b => b.Name).Should().Equal("Styringsgruppe", "Partnermøte");
        swap.Names.Should().Equal(Name.Of("Styringsgruppe"));
        Comparison.Between(Demo.At(new(2021, 12, 31), Audience.Public, Language.En), Demo.At(new(2022, 1, 1), Audience.Public, Language.En), NoText).Swaps[0].Sentence
            .Should().Be("Working group took over the name Steering group, and the body that bore it is now Partner meeting.");
    }

    [Fact]
    public void What_differs_is_told_by_the_second_name_and_what_is_in_a_body_that_came_or_went_stands_under_it_alone()
    {
        alrek.Record("2020", Adopt("Arbeidsgruppe", "Gi råd"), Appoint(New("Kari"), "Arbeidsgruppe", SeatRole.Member), Appoint(New("Per"), "Arbeidsgruppe", SeatRole.Member));
        var kari = alrek.Seats("Arbeidsgruppe", "2020-01-01").First().Holder!.Value;
        var per = alrek.Seats("Arbeidsgruppe", "2020-01-01").Last().Holder!.Value;
        alrek.Record("2022", Rename("Arbeidsgruppe", "Styret"), new ReclassifyBody("Arbeidsgruppe", BodyKind.SteeringGroup), Move("Arbeidsgruppe", null), Adopt("Arbeidsgruppe", "Gi gode råd"),
            End("Arbeidsgruppe", SeatRole.Member, Known(kari)), Appoint(Known(kari), "Arbeidsgruppe", SeatRole.Chair), End("Arbeidsgruppe", SeatRole.Member, Known(per)), Appoint(New("Ola"), "Arbeidsgruppe", SeatRole.Secretary),
            Establish("Brukerpanel", called: "p", kind: BodyKind.Panel), Adopt("#p", "Si ifra"), Appoint(New("Eva"), "#p", SeatRole.Chair), Dissolve("Styringsgruppe"),
            Admit("HVL"), new RenamePartner("Bergen kommune", Name.Of("Bergen")));
        alrek.Record("2022", new RenameCluster(Name.Of("Alrek")), new AdoptStrategy("Mot 2026", ["Forskning", "Brukermedvirkning"]));
        var ola = alrek.Holder("Styret", SeatRole.Secretary)!.Person;
        var view = alrek.At("2022-01-01", people: [kari.Called("Kari"), per.Called("Per"), ola.Called("Ola")]);

        Told(Comparison.Between(view with { AsOf = new(2021, 12, 31) }, view, NoText)).Should().Equal(
            "Alrek helseklynge fikk navnet Alrek.", "Strategien «Mot 2026» gjelder, med satsingsområdene Forskning og Brukermedvirkning.",
            "Brukerpanel kom til som panel.", "Styringsgruppe er borte.", "Arbeidsgruppe fikk navnet Styret.",
            "Styret (tidligere Arbeidsgruppe) er nå styringsgruppe, før arbeidsgruppe.", "Styret (tidligere Arbeidsgruppe) ligger nå på øverste nivå.",
            "Styret (tidligere Arbeidsgruppe) fikk nytt mandat.", "Ola kom inn i Styret (tidligere Arbeidsgruppe) som sekretær.",
            "Per gikk ut av Styret (tidligere Arbeidsgruppe), før medlem.", "Kari er nå leder i Styret (tidligere Arbeidsgruppe), før medlem.",
            "HVL kom til som partner.", "Bergen kommune heter nå Bergen.");
    }

    [Fact]
    public void Two_moments_of_knowledge_of_one_day_differ_by_what_was_recorded_between_them()
    {
        var before = alrek.At("2022-01-01");
        alrek.Record("2020", Rename("Arbeidsgruppe", "Gruppa"));

        Told(Comparison.Between(before, alrek.At("2022-01-01"), NoText)).Should().Equal("Arbeidsgruppe fikk navnet Gruppa.");
    }

    [Fact]
    public void Somebody_unlisted_comes_and_goes_without_a_name()
    {
        alrek.Record("2020", Appoint(New("Kari"), "Styringsgruppe", SeatRole.Chair));
        var view = alrek.At("2020-01-01", Audience.Public, people: alrek.Holder("Styringsgruppe", SeatRole.Chair)!.Person.Called("Kari") with { Unlisted = true });

        var member = Comparison.Between(view with { AsOf = new(2019, 12, 31) }, view, NoText).Members.Single().In.Single();

        (member.Person, member.Sentence).Should().Be((null, "En person kom inn i Styringsgruppe som leder."));
    }

    private static IReadOnlyList<TextSegment> NoText(string before, string after) => [];

    private static void Agree(Viewpoint from, Viewpoint to) =>
        Applied.To(Structure.Of(from), Comparison.Between(from, to, NoText)).Lines.Should().Equal(Applied.To(Structure.Of(to)).Lines);

    private static IEnumerable<string> Told(Comparison c) => ((string?[])[
        c.ClusterRenamed?.Sentence, c.Strategy?.Sentence, .. c.Swaps.Select(s => s.Sentence), .. c.Added.Select(b => b.Sentence), .. c.Gone.Select(b => b.Sentence), .. c.Renamed.Select(b => b.Sentence),
        .. c.KindChanged.Select(b => b.Sentence), .. c.VisibilityChanged.Select(b => b.Sentence), .. c.Moved.Select(b => b.Sentence), .. c.Mandates.Select(b => b.Sentence),
        .. c.Members.SelectMany(m => m.In.Concat(m.Out).Concat(m.RoleChanged)).Select(m => m.Sentence),
        .. c.Partners.In.Concat(c.Partners.Out).Select(p => p.Sentence), .. c.Partners.Renamed.Select(p => p.Sentence)]).OfType<string>();

    private Comparison Between(string from, string to) => Comparison.Between(alrek.At(from), alrek.At(to), NoText);
}
