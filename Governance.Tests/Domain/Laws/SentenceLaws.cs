using System.Text.RegularExpressions;
using System.Xml.Linq;
using Governance.Api.Features.Changes;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Values;
using Governance.Domain.Views;

namespace Governance.Tests.Domain.Laws;

/// <summary>Every sentence that a timeline, a calendar, a report or a feed puts before somebody: told as to come if it is and as it was if it was, and not contradicted by the structure of its day.</summary>
public sealed partial class SentenceLaws
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<Audience, Language> Everybody => new() { { Audience.Reader, Language.Nb }, { Audience.Reader, Language.En }, { Audience.Public, Language.Nb }, { Audience.Public, Language.En } };

    [Theory, MemberData(nameof(Everybody))]
    public void What_the_report_of_any_year_says_is_told_in_its_tense_and_is_so(Audience audience, Language language) => OfEveryDay(audience, language, view =>
    {
        List<Said> said = [];
        foreach (var year in view.History.Chronicle.Days.Select(d => d.Date.Year).Where(y => y < AnnualReport.LastYear).Distinct())
        {
            var report = AnnualReport.Of(view, year);
            said.AddRange(report.Sections.SelectMany(s => s.Lines).Concat(report.OtherYears).Select(l => new Said(l.Date.First, l.Sentence, l.Body)));
        }
        return said;
    });

    [Theory, MemberData(nameof(Everybody))]
    public void What_the_timeline_the_front_page_and_the_calendar_say_is_told_in_its_tense_and_is_so(Audience audience, Language language) => OfEveryDay(audience, language, view => [
        .. Timeline.Of(view, new(), null, 100_000)!.Entries.Select(e => new Said(e.Date.First, e.Sentence, e.Body)),
        .. Structure.Of(view).Upcoming.Select(u => new Said(u.Date.First, u.Sentence, u.Body)),
        .. Agenda.Of(view).Where(i => i.Key.StartsWith("change-", StringComparison.Ordinal)).Select(i => new Said(i.Date.First, i.Sentence, i.Body))]);

    [Theory, MemberData(nameof(Everybody))]
    public void What_the_feed_says_has_come_and_is_told_as_it_was_and_so(Audience audience, Language language) => OfEveryDay(audience, language, view =>
    {
        var links = EffectsInForce.Effect(view).ToDictionary(e => e.Key, e => e.Entry);
        var feed = XDocument.Load(new MemoryStream(ReadAtom.Render(view, "https://alrek.example/api/clusters/alrek")));
        List<Said> said = [];
        foreach (var entry in feed.Root!.Elements(Atom + "entry"))
        {
            var (key, title, day) = ((string)entry.Element(Atom + "id")!, (string)entry.Element(Atom + "title")!, DateOnly.FromDateTime(DateTimeOffset.Parse((string)entry.Element(Atom + "updated")!, null).UtcDateTime));
            if (!key.Contains(":effect:", StringComparison.Ordinal)) continue;
            day.Should().BeOnOrBefore(view.AsOf, "the feed says what has taken effect: {0}", title);
            said.Add(new(day, title[(title.IndexOf(": ", StringComparison.Ordinal) + 2)..], links[key[key.IndexOf("effect:", StringComparison.Ordinal)..]].Body));
        }
        return said;
    }, beforehand: true);

    [Theory, MemberData(nameof(Everybody))]
    public void What_the_calendar_says_of_the_last_day_of_a_term_or_a_mandate_is_so_on_that_day(Audience audience, Language language)
    {
        var told = 0;
        foreach (var (history, persons) in Histories())
            foreach (var day in Days(history))
                foreach (var item in Agenda.Of(new(history, day, persons, audience, language)).Where(i => !i.Key.StartsWith("change-", StringComparison.Ordinal)))
                {
                    told++;
                    var body = Structure.Of(new(history, item.Date.Last, persons, audience, language)).Flat().FirstOrDefault(b => b.Id == item.Body!.Id);
                    var so = item.Key.Split('-')[0] switch
                    {
                        "term" => body?.Seats.Any(s => s.Holder?.TermThrough == item.Date && item.Sentence.Contains(s.Holder.Name ?? Vocabulary.UnlistedPerson.In(language), StringComparison.Ordinal)),
                        "mandate" => body?.Mandate?.ValidThrough == item.Date,
                        _ => body?.Mandate?.DueOn == item.Date,
                    };
                    so.Should().BeTrue("on {0} the calendar says for {1}: {2}", day, item.Date, item.Sentence);
                }
        told.Should().BePositive();
    }

    private static void OfEveryDay(Audience audience, Language language, Func<Viewpoint, IReadOnlyList<Said>> say, bool beforehand = false)
    {
        var (past, toCome, claims) = (0, 0, 0);
        foreach (var (history, persons) in Histories(beforehand))
            foreach (var day in Days(history))
                foreach (var said in say(new(history, day, persons, audience, language)).Distinct())
                {
                    var isToCome = said.Day > day;
                    Tense(said.Sentence, language).Should().NotBe(!isToCome, "on {0} it is told of {1}: {2}", day, said.Day, said.Sentence);
                    if (isToCome) toCome++;
                    else past++;
                    if (said.Body is null || HasSteps(history, said) || SentenceClaim.Holds(said.Sentence, new(history, said.Day, persons, audience, language), said.Body.Id) is not { } holds) continue;
                    claims++;
                    holds.Should().BeTrue("on {0} it is told of {1}: {2}", day, said.Day, said.Sentence);
                }
        (past, toCome, claims).Should().Match<(int Past, int ToCome, int Claims)>(n => n.Past > 100 && (beforehand || n.ToCome > 100) && n.Claims > 50, "there is something to judge");
    }

    /// <summary>Whether a sentence tells of what is to come; null where its words do not say.</summary>
    private static bool? Tense(string sentence, Language language)
    {
        var plain = Texts().Replace(sentence, "");
        var (toCome, was) = language == Language.En ? (ToComeEn().IsMatch(plain), WasEn().IsMatch(plain)) : (ToComeNb().IsMatch(plain), WasNb().IsMatch(plain));
        (toCome && was).Should().BeFalse("a sentence is told in one tense: {0}", sentence);
        return toCome ? true : was ? false : null;
    }

    /// <summary>Whether the day is told step by step for a body: what came of one step another undid.</summary>
    private static bool HasSteps(ClusterHistory history, Said said)
    {
        var facts = history.Chronicle.Days.First(d => d.Date == said.Day).Facts.Select(f => f.Event).OfType<BodyEvent>().Where(e => e.Body == said.Body!.Id).ToList();
        return facts.Count(e => e is Governance.Domain.Bodies.BodyEstablished or Governance.Domain.Bodies.BodyDissolved or Governance.Domain.Bodies.BodyReestablished) > 1
            || (facts.OfType<CompositionEvent>().Count() > 1 && facts.Exists(f => f is BodyReconstituted or CompositionRulesSet or MemberAppointed { Personal: not null }));
    }

    private static IEnumerable<DateOnly> Days(ClusterHistory history) => history.Chronicle.Days.Select(d => d.Date).Where((_, i) => i % 6 == 0).Append(new(2029, 1, 1));

    /// <param name="beforehand">As if all of it had been recorded before it held.</param>
    private static IEnumerable<(ClusterHistory, Persons)> Histories(bool beforehand = false)
    {
        for (var seed = 1; seed <= 16; seed++)
        {
            var history = Stories.Of(seed);
            if (beforehand) history = ClusterHistory.Empty(history.Id).With([.. history.Acts.Select(a => a with { RecordedAt = new DateTimeOffset(2016, 1, 1, 8, 0, 0, TimeSpan.Zero).AddSeconds(a.Position) })]);
            yield return (history, Persons.Of(history.Persons.Keys.Where(p => !history.Aliases.ContainsKey(p)).OrderBy(p => p.Value).Select((p, i) => new PersonCard(p, Name.Of($"Person {i:d3}"), []))));
        }
        var demo = Demo.At(Scenario.Today);
        yield return (demo.History, Persons.Of(demo.History.Persons.Keys.OrderBy(p => p.Value).Select((p, i) => new PersonCard(p, Name.Of($"Person {i:d3}"), []))));
    }

    private sealed record Said(DateOnly Day, string Sentence, BodyLink? Body);

    /// <summary>What is quoted, and what rules say once they hold.</summary>
    [GeneratedRegex("«[^»]*»|“[^”]*”|(?<=regler|rules): .*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Texts();

    [GeneratedRegex(@"\b(blir|får|tar over|vises da|er da|mister|beholder|fullfører|trekker|går ut|går da|gjelder da|representerer da|følger da|holdes da|kommer tilbake|har da|da sitter)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ToComeNb();

    [GeneratedRegex(@"\b(ble|fikk|tok over|vises nå|er nå|mistet|beholdt|fullførte|trakk|gikk|går nå|gjelder nå|representerer nå|følger nå|holdes nå|er tilbake|nå|vedtok|satt)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WasNb();

    [GeneratedRegex(@"\bwill\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ToComeEn();

    [GeneratedRegex(@"\b(was|got|took|became|lost|left|kept|completed|stepped|adopted|sat|now|is no longer|no longer has|no longer represents|no longer goes)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WasEn();
}
