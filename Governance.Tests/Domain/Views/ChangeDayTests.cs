using Governance.Domain.Bodies;
using Governance.Domain.Values;
using Governance.Domain.Views;
using static Governance.Tests.Domain.Told;

namespace Governance.Tests.Domain.Views;

public sealed class ChangeDayTests
{
    private readonly Scenario alrek = new();

    [Fact]
    public void The_days_on_which_something_changed_are_no_more_precise_than_they_are_known()
    {
        alrek.Record("2017", Establish("Styret"));
        alrek.Record("2018", Adopt("Styret", "Styre"));
        alrek.Record("2018-01-01", Establish("Rådet"));
        alrek.Record("2019-05", Rename("Rådet", "Panelet"), Move("Rådet", "Styret"));

        ChangeDay.All(alrek.At("2026-01-01"), new()).Select(d => $"{d.Date} {d.Changes}").Should().Equal("2017 1", "2018-01-01 2", "2019-05 2");
        ChangeDay.All(alrek.At("2026-01-01"), new() { Topic = ReportTopic.Mandates }).Select(d => $"{d.Date} {d.Changes}").Should().Equal("2018 1");
    }

    [Fact]
    public void The_public_is_not_told_of_days_on_which_only_internal_bodies_changed()
    {
        alrek.Record("2017", Establish("Styret"));
        alrek.Record("2018", new EstablishBody(BodyKind.Committee, Name.Of("Skjult"), Visibility: Visibility.Internal));

        ChangeDay.All(alrek.At("2026-01-01"), new()).Should().HaveCount(2);
        ChangeDay.All(alrek.At("2026-01-01").Public(), new()).Select(d => d.Date.ToString()).Should().Equal("2017");
        BodyList.Ever(alrek.At("2026-01-01")).Select(b => b.Name).Should().Equal("Skjult", "Styret");
        BodyList.Ever(alrek.At("2026-01-01").Public()).Select(b => b.Name).Should().Equal("Styret");
    }

    [Fact]
    public void Bodies_that_ever_were_go_by_the_name_of_the_day()
    {
        alrek.Record("2017", Establish("Styret"), Establish("Rådet"));
        alrek.Record("2020", Rename("Styret", "Ledelsen"), Dissolve("Rådet"));
        alrek.Record("2024", Establish("Forumet"));

        BodyList.Ever(alrek.At("2019-01-01")).Select(b => b.Name).Should().Equal("Forumet", "Rådet", "Styret");
        BodyList.Ever(alrek.At("2022-01-01")).Select(b => b.Name).Should().Equal("Forumet", "Ledelsen", "Rådet");
    }

    [Fact]
    public void Names_that_changed_hands_on_a_day_are_told_of()
    {
        alrek.Record("2017", Establish("A"), Establish("B"));
        alrek.Record("2018-06-15", Rename("A", "B"), Rename("B", "A"));

        Swap.On(alrek.At("2026-01-01"), new(2018, 6, 15)).Select(s => s.Sentence).Should().Equal("A og B byttet navn.");
        Swap.On(alrek.At("2026-01-01"), new(2018, 6, 16)).Should().BeEmpty();
    }

    [Fact]
    public void A_timeline_begins_where_it_is_asked_to()
    {
        alrek.Record("2017", Establish("A"), Establish("B"));
        alrek.Record("2018", Establish("C"));

        Timeline.Of(alrek.At("2026-01-01"), new(), Timeline.At(new(2018, 1, 1)), 10)!.Entries.Select(e => e.Body!.Name).Should().Equal("C");
        Timeline.Of(alrek.At("2026-01-01"), new(), Timeline.At(new(2017, 1, 1)), 10)!.Entries.Should().HaveCount(3);
    }
}
