using System.Text.Json;
using Governance.Domain.Clusters;
using Governance.Domain.Views;
using Governance.Api.Http;

namespace Governance.Tests.Domain.Laws;

public sealed class ViewLaws
{
    [Theory]
    [InlineData(Audience.Reader)]
    [InlineData(Audience.Public)]
    public void Two_days_are_told_to_differ_just_where_their_structures_do(Audience audience)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var history = Stories.Of(seed);
            Viewpoint[] views = [.. history.Chronicle.Days.Select(d => history.On(d.Date, audience))];
            for (var i = 1; i < views.Length; i++)
            {
                Viewpoint[] pair = [views[i - 1], views[i]];
                var told = Told(Comparison.Between(pair[0], pair[1], (_, _) => []));
                (told.Count > 0).Should().Be(Shown(pair[0]) != Shown(pair[1]), "seed {0}, {1} to {2}: {3}\n{4}\n{5}", seed, pair[0].AsOf, pair[1].AsOf, string.Join("; ", told), Shown(pair[0]), Shown(pair[1]));
            }
        }
    }

    [Fact]
    public void Nothing_that_the_agenda_says_of_a_day_is_contradicted_by_the_structure_of_that_day()
    {
        var said = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var history = Stories.Of(seed);
            foreach (var from in history.Chronicle.Days.Select(d => d.Date))
                foreach (var item in Agenda.Of(history.On(from, Audience.Public)).Where(i => !i.Key.StartsWith("change-", StringComparison.Ordinal)))
                {
                    said++;
                    var bodies = Structure.Of(history.On(item.Date.Last, Audience.Public)).Flat().ToDictionary(b => b.Id);
                    var body = bodies.Should().ContainKey(item.Body!.Id, "{0} {1}", item.Date, item.Sentence).WhoseValue;
                    var stands = item.Key.Split('-')[0] switch
                    {
                        "term" => body.Seats.Any(s => s.Holder?.TermThrough == item.Date),
                        "mandate" => body.Mandate?.ValidThrough == item.Date,
                        _ => body.Mandate?.DueOn == item.Date,
                    };
                    stands.Should().BeTrue("seed {0} from {1}: {2} {3}", seed, from, item.Date, item.Sentence);
                }
        }
        said.Should().BePositive();
    }

    /// <summary>The structure without the day itself, what is to come, and how soon terms end.</summary>
    private static string Shown(Viewpoint view)
    {
        var structure = Structure.Of(view);
        return JsonSerializer.Serialize(new { Bodies = structure.Flat().Select(b => new { b.Id, b.Name, b.NameEn, b.FormerNames, b.Kind, b.Parent, b.AdvisoryTo, b.Visibility, b.Mandate, b.CompositionRules, Seats = b.Seats.Select(s => s with { Status = default }) }).OrderBy(b => b.Id.Value), Partners = structure.Partners.OrderBy(p => p.Id.Value) }, Json.Options);
    }

    private static List<string> Told(Comparison c) => [
        .. c.Added.Select(b => b.Sentence), .. c.Gone.Select(b => b.Sentence), .. c.Renamed.Select(b => b.Sentence), .. c.KindChanged.Select(b => b.Sentence), .. c.VisibilityChanged.Select(b => b.Sentence),
        .. c.Moved.Select(b => b.Sentence), .. c.Rules.Select(b => b.Sentence), .. c.Mandates.Select(m => m.Sentence),
        .. c.Members.SelectMany(m => (string[])[.. m.In.Select(x => x.Sentence), .. m.Out.Select(x => x.Sentence), .. m.RoleChanged.Select(x => x.Sentence), .. m.Seats.Select(x => x.Sentence), .. m.Before == m.After ? [] : (string[])["seats"]]),
        .. c.Partners.In.Select(p => p.Sentence), .. c.Partners.Out.Select(p => p.Sentence), .. c.Partners.Renamed.Select(p => p.Sentence)];
}
