using System.Text;
using System.Text.RegularExpressions;
using Governance.Api.Clusters;
using Governance.Api.Features.Exports.Popolo;
using Governance.Api.Features.Import.Popolo;
using Governance.Api.Http;
using Governance.Api.Http.Binding;
using Governance.Domain.Bodies;
using Governance.Domain.Clusters;
using Governance.Domain.Composition;
using Governance.Domain.People;
using Governance.Domain.Time;
using Governance.Domain.Values;
using Governance.Domain.Views;
using Governance.Tests.Domain;
using Governance.Tests.Domain.Laws;

namespace Governance.Tests.Interop;

/// <summary>Our own Popolo with its history, taken in again, is the same cluster on every day.</summary>
public sealed partial class PopoloRoundTripTests
{
    [Fact]
    public void Whatever_has_happened_comes_back_the_same_on_every_day_for_readers_and_for_the_public() =>
        Law.Holds(60, chance =>
        {
            var history = AnyStory.OfAll(chance).History;
            ComesBackTheSame(history, Persons.Of(history.Persons.Keys.Where(p => !history.Aliases.ContainsKey(p)).OrderBy(p => p.Value).Select(Card)));
        });

    [Fact]
    public void The_demo_comes_back_the_same_on_every_day_for_readers_and_for_the_public()
    {
        var demo = Demo.At(Scenario.Today);
        ComesBackTheSame(demo.History, demo.Persons);
    }

    [Fact]
    public void Dates_that_are_unknown_or_at_the_latest_come_back_as_they_were()
    {
        var story = new Scenario();
        story.Record("2018", new EstablishBody(BodyKind.Board, Name.Of("Styret")) { Ref = "s", EffectiveFrom = PartialDate.Parse("2016") }, new CreateSeat("#s", SeatRole.Chair) { Ref = "a", EffectiveFrom = PartialDate.Parse("2016") },
            new Appoint(new PersonReference.New(Name.Of("Anna Vik")), Seat: "#a") { EffectiveFrom = Uncertain("/2017") });
        story.Record("2021", new EstablishBody(BodyKind.Committee, Name.Of("Utvalget")) { EffectiveFrom = Uncertain("/2020-04") }, new DissolveBody("Styret") { LastDay = Uncertain("/2020") });

        ComesBackTheSame(story.History, Persons.Of(story.History.Persons.Keys.Select(p => new PersonCard(p, Name.Of("Anna Vik"), []))));
        var day = ExportPopolo.Of(new(story.History, new(2018, 1, 1), Persons.None, Audience.Reader, Language.Nb), whole: false);
        var document = System.Text.Json.Nodes.JsonNode.Parse(day)!;
        PopoloRules.Faults(document).Should().BeEmpty();
        document["memberships"]![0]!["extra"]!["edtf"]!["start_date"]!.GetValue<string>().Should().Be("/2017");
        Requests.Read<PopoloDocument>(day, new RequestReader())!.Memberships[0].From.Should().Be(Uncertain("/2017"));

        static PartialDate Uncertain(string text) => PartialDate.TryParseUncertain(text, out var date) ? date : throw new FormatException(text);
    }

    private static void ComesBackTheSame(ClusterHistory history, Persons persons)
    {
        var (after, people) = OutAndIn(history, persons);
        foreach (var day in history.Chronicle.Days.SelectMany(d => new[] { d.Date.AddDays(-1), d.Date }).Append(Scenario.Today).Append(new(2040, 1, 1)).Distinct())
            foreach (var audience in Enum.GetValues<Audience>())
                Seen(after, people, day, audience).Should().Be(Seen(history, persons, day, audience), "on {0} {1} sees the same", day, audience);
    }

    private static (ClusterHistory, Persons) OutAndIn(ClusterHistory history, Persons persons)
    {
        var popolo = ExportPopolo.Of(new(history, Scenario.Today, persons, Audience.Reader, Language.Nb), whole: true);
        var reading = new RequestReader();
        var document = Requests.Read<PopoloDocument>(popolo, reading);
        reading.Faults.Should().BeEmpty();
        ClusterSlug.TryParse("alrek", out var slug).Should().BeTrue();
        var import = new PopoloImport(slug, document!, [1], new Calendar(new Noon(Scenario.Today)), null, []);
        var (taken, faults) = import.For(ClusterHistory.Empty("alrek"));
        faults.Should().BeEmpty();
        var verdict = import.Acts(taken!).Judge(ClusterHistory.Empty("alrek")).Verdict;
        var first = verdict.Should().BeOfType<Verdict.Write>(because: "it holds, but {0}", verdict is Verdict.Refuse r ? string.Join("; ", r.Violations.Select(v => $"{v.Code} {v.Entry}.{v.Change} {v.Member} {v.About}")) : "").Subject;
        List<Verdict.Write> writes = [first, .. first.More];
        var acts = writes.Select((w, i) => new RecordedAct(i + 1, new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero).AddMinutes(i), "import", w.Act, w.Facts));
        return (ClusterHistory.Empty("alrek").With([.. acts]), Persons.None.With(writes.SelectMany(w => w.People).Select(PersonCards.Of)));
    }

    /// <summary>The structure as the API answers it, each id by the place where it stands first.</summary>
    private static string Seen(ClusterHistory history, Persons persons, DateOnly day, Audience audience)
    {
        var text = Encoding.UTF8.GetString(Json.Bytes(Structure.Of(new(history, day, persons, audience, Language.Nb))));
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        return Id().Replace(text, id => places.TryGetValue(id.Value, out var place) ? $"{place}" : $"{places[id.Value] = places.Count}");
    }

    private static PersonCard Card(PersonId id, int place) =>
        new(id, Name.Of($"Oppdiktet {place}"), place % 3 == 0 ? [new(null, "Rådgiver", "Kommunen"), new(PartialDate.Parse("2020-06"), "Leder", null)] : []) { Unlisted = place % 4 == 0 };

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    private sealed class Noon(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new(12, 0), TimeSpan.Zero);
    }
}
