using System.Diagnostics;
using System.Net;
using Governance.Tests.Support;
using Npgsql;
using Xunit.Abstractions;

namespace Governance.Tests.Api.Scale;

[Collection(nameof(Alone))]
public sealed class SearchScaleTests(ApiFixture api, ITestOutputHelper output) : IClassFixture<ApiFixture>
{
    private const int Decisions = 5_000;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(500);
    private static readonly string[] Subjects = ["eldrehelse", "barn og unge", "migrasjon", "læring og mestring", "registre", "innovasjon", "brukermedvirkning"];

    private const string Reasons =
        "Saken ble lagt fram av sekretariatet, som viste til drøftingene i forrige møte og til innspillene fra partnerne. Flere av medlemmene pekte på at arbeidet må ses i sammenheng med "
        + "strategien og med det som allerede er satt i gang i kommunen, ved sykehuset og ved lærestedene. Det ble særlig vist til behovet for å ta brukerne med fra begynnelsen, til at resultatene "
        + "skal kunne måles, og til at kostnadene fordeles slik avtalen sier. Sekretariatet følger opp, legger fram en vurdering innen utgangen av neste halvår og melder fra dersom forutsetningene endres.";

    [Fact]
    public async Task Five_thousand_decisions_are_searched_quickly_by_the_index()
    {
        var cluster = await api.FoundAsync();
        foreach (var chunk in Enumerable.Range(0, Decisions).Chunk(500))
            (await cluster.PostAsync("/import", $$"""{"decisions": [{{string.Join(",\n", chunk.Select(Decision))}}]}""")).Being(HttpStatusCode.Created);
        var watch = Stopwatch.StartNew();
        (await cluster.GetAsync("/search?q=sak")).Being(HttpStatusCode.OK);
        output.WriteLine($"the first, with the texts of {Decisions:N0} decisions brought forward: {watch.Elapsed.TotalSeconds:0.0} s");
        await api.Api.ExecuteAsync("analyze reporting.search_texts");

        foreach (var (what, q, least) in new[] { ("one", "sak4711", 1), ("some", "eldrehelse sak12", 10), ("half typed", "migras", 20), ("a phrase", "\"innstilling om barn\"", 20), ("all of them", "vedtak", 20) })
        {
            var times = new List<TimeSpan>();
            for (var i = 0; i < 10; i++)
            {
                watch.Restart();
                var hits = (await cluster.As(null).GetAsync($"/search?q={Uri.EscapeDataString(q)}")).Being(HttpStatusCode.OK).Json["hits"]!.AsArray();
                times.Add(watch.Elapsed);
                hits.Count.Should().BeGreaterThanOrEqualTo(least);
            }
            output.WriteLine($"{what,-12} {times.Order().ElementAt(5).TotalMilliseconds,8:0.0} ms");
            times.Order().ElementAt(5).Should().BeLessThan(Quick, what);
        }
        (await PlanAsync(cluster.Id, "sak4711")).Should().Contain("search_texts_words");
    }

    private static string Decision(int n) =>
        $$"""
        {"caseNumber": "{{n}}", "title": "Vedtak i sak{{n}}", "text": "Etter innstilling om {{Subjects[n % Subjects.Length]}} ble det gjort vedtak om å støtte arbeidet videre, med tiltak {{n * 7919 % 1000}} og {{n * 104729 % 1000}}. {{Reasons}}",
         "decidedByText": "Partnerne", "decidedOn": "{{2017 + n % 8}}-05-01"}
        """;

    private async Task<string> PlanAsync(string cluster, string q)
    {
        await using var database = NpgsqlDataSource.Create(api.Api.ConnectionString);
        await using var command = database.CreateCommand("explain select id from reporting.search_texts where cluster = $1 and words @@ gov_search_query(array[$2], $2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = q });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        foreach (var line in lines) output.WriteLine(line);
        return string.Join('\n', lines);
    }
}
