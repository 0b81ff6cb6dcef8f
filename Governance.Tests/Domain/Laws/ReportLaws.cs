using System.Text.Json;
using Governance.Api.Http;
using Governance.Domain.Bodies;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Laws;

/// <summary>Whatever the report of a year tells of a day, a comparison of the day before with that day tells too.</summary>
public sealed class ReportLaws
{
    [Theory]
    [InlineData(Audience.Reader)]
    [InlineData(Audience.Public)]
    public void What_the_report_tells_of_two_days_a_comparison_of_them_tells_too(Audience audience)
    {
        var told = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var history = Stories.Of(seed);
            foreach (var year in history.Chronicle.Days.Select(d => d.Date.Year).Distinct())
            {
                var sections = AnnualReport.Of(history.On(new(year, 12, 31), audience), year).Sections;
                foreach (var day in sections.SelectMany(s => s.Lines.Select(l => (s.Topic, Line: l))).GroupBy(l => l.Line.Date.First))
                {
                    Viewpoint[] pair = [history.On(day.Key.AddDays(-1), audience), history.On(day.Key, audience)];
                    var compared = Comparison.Between(pair[0], pair[1], (_, _) => []);
                    foreach (var (topic, line) in day)
                    {
                        told++;
                        // A step that another of the same evening undid left nothing to compare.
                        (Tells(compared, topic, line) || Same(pair, topic, line)).Should().BeTrue("seed {0}, {1}: {2} {3}", seed, line.Date, topic, line.Sentence);
                    }
                }
            }
        }
        told.Should().BeGreaterThan(1000);
    }

    private static bool Tells(Comparison c, ReportTopic topic, ReportLine line)
    {
        if (line.Partner is { } partner) return c.Partners.In.Concat(c.Partners.Out).Any(p => p.Partner.Id == partner.Id) || c.Partners.Renamed.Any(p => p.Partner.Id == partner.Id);
        if (line.Body is not { Id: var body }) return topic == ReportTopic.Strategy ? c.Strategy is not null : c.ClusterRenamed is not null;
        if (c.Added.Any(b => b.Body.Id == body) || c.Gone.Any(b => b.Body.Id == body)) return true;
        return topic switch
        {
            ReportTopic.Renames => Has(c.Renamed),
            ReportTopic.Mandates => c.Mandates.Any(m => m.Body.Id == body),
            ReportTopic.Composition => c.Members.Any(m => m.Body.Id == body) || Has(c.Rules),
            _ => Has(c.Renamed) || Has(c.KindChanged) || Has(c.VisibilityChanged) || Has(c.Moved) || c.Mandates.Any(m => m.Body.Id == body),
        };

        bool Has<T>(IEnumerable<BodyChange<T>> changes) => changes.Any(b => b.Body.Id == body);
    }

    /// <summary>Whether what a line is about stands on both days as it did.</summary>
    private static bool Same(Viewpoint[] pair, ReportTopic topic, ReportLine line) => line.Body is { Id: var body }
        ? Shown(pair[0], topic, body) == Shown(pair[1], topic, body)
        : topic == ReportTopic.Strategy ? Equals(ClusterView.Of(pair[0])?.Strategy?.Title, ClusterView.Of(pair[1])?.Strategy?.Title) : pair[0].State?.Names.Current.Name.Text == pair[1].State?.Names.Current.Name.Text;

    private static string Shown(Viewpoint view, ReportTopic topic, BodyId id) => Structure.Of(view).Flat().FirstOrDefault(b => b.Id == id) is not { } body ? "" : JsonSerializer.Serialize<object>(topic switch
    {
        ReportTopic.Renames => new { body.Name, body.NameEn },
        ReportTopic.Mandates => new { body.Mandate },
        ReportTopic.Composition => new { Seats = body.Seats.Select(s => s with { Status = default }), body.CompositionRules },
        _ => new { body.Name, body.NameEn, body.Kind, body.Visibility, body.Parent, body.AdvisoryTo, body.Mandate },
    }, Json.Options);
}
