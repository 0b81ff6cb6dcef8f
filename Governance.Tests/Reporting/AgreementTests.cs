using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Clusters;
using Governance.Api.Http.Binding;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Governance.Tests.Reporting;

/// <summary>The reporting tables, the structure, the comparison and the Popolo export say the same of the demo, on every date on which something changed, the day before and the day after, as known at several moments.</summary>
public sealed class AgreementTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string Demo = File.ReadAllText(Path.Combine(Repository.Root, "Governance.Api", "Cli", "Demo", "alrek.json"));

    [Fact]
    public async Task Every_date_of_the_demo_corrected_and_annulled_besides()
    {
        var cluster = api.Unfounded();
        (await cluster.PostAsync("/import", Demo.Replace("\"id\": \"alrek\"", $"\"id\": \"{cluster.Id}\"", StringComparison.Ordinal))).Being(HttpStatusCode.Created);
        await PutRightAsync(cluster);
        await Eventually.TrueAsync(async () => await PositionAsync(cluster.Id) == await cluster.PositionAsync());

        var history = (await api.Api.Services.GetRequiredService<ClusterCache>().FindAsync(cluster.Id, default))!.Current.History;
        var days = history.Chronicle.Days.SelectMany(d => (DateOnly[])[d.Date.AddDays(-1), d.Date, d.Date.AddDays(1)]).Distinct().ToList();
        foreach (var known in history.Acts.TakeLast(4).Select(a => Instants.Format(a.RecordedAt)))
            foreach (var day in days)
                await AgreesAsync(cluster, day, known);
    }

    private async Task AgreesAsync(ClusterClient cluster, DateOnly day, string known)
    {
        var (before, now) = (await ReadAsync(cluster, "/structure?", day.AddDays(-1), known), await ReadAsync(cluster, "/structure?", day, known));
        var itself = await ReadAsync(cluster, "?", day, known);
        var popolo = await ReadAsync(cluster, "/export/popolo.json?", day, known);
        var compared = (await cluster.GetAsync($"/compare?from={day.AddDays(-1):yyyy-MM-dd}&to={day:yyyy-MM-dd}&knownAt={Uri.EscapeDataString(known)}")).Being(HttpStatusCode.OK).Json;

        (await ToldBySqlAsync(cluster.Id, day, known)).Should().Equal(TheDay.Told(itself, now), "the tables on {0:O} as known at {1}", day, known);
        TheDay.ToldByPopolo(popolo).Should().Equal(TheDay.AsPopolo(itself, now), "Popolo on {0:O} as known at {1}", day, known);
        TheDay.Changes(compared).Should().Equal(TheDay.Between(before, now), "the comparison of {0:O} with the day before as known at {1}", day, known);
    }

    private static async Task<JsonNode> ReadAsync(ClusterClient cluster, string path, DateOnly day, string known) =>
        (await cluster.GetAsync($"{path}asOf={day:yyyy-MM-dd}&knownAt={Uri.EscapeDataString(known)}")).Being(HttpStatusCode.OK).Json;

    /// <summary>Something long past, which is then corrected; and something that is annulled.</summary>
    private static async Task PutRightAsync(ClusterClient cluster)
    {
        var decision = (string name, string reason) => $$$"""
            {"title": "Utvalg", "decidedByText": "Partnerne", "decidedOn": "2017-05", "changes": [{"type": "establish-body", "ref": "a", "kind": "committee", "name": "{{{name}}}"},
             {"type": "create-seat", "body": "#a", "role": "chair", "ref": "s"}, {"type": "appoint", "seat": "#s", "person": {"name": "Ada"}}, {"type": "adopt-mandate", "body": "#a", "points": ["Utrede"]}]{{{reason}}}}
            """;
        var made = await cluster.DecideAsync(decision("Utvalget", ""));
        (await cluster.PostAsync($"/decisions/{made.Id}/correction", decision("Utvalg for tjenester", """, "reason": "Feil navn" """))).Being(HttpStatusCode.OK);
        var wrong = await cluster.DecideAsync("""{"title": "Ny partner", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "admit-partner", "name": "Selskapet AS", "kind": "company"}]}""");
        (await cluster.PostAsync($"/decisions/{wrong.Id}/annulment", """{"reason": "Ugyldig"}""")).Being(HttpStatusCode.OK);
    }

    private async Task<IReadOnlyList<string>> ToldBySqlAsync(string cluster, DateOnly day, string known)
    {
        await using var command = api.Api.Database.CreateCommand("""
            select line from (
              select b.cluster, b.valid * n.valid as valid, b.known * n.known as known, format('body %s %s %s %s', b.id, kind, parent_id, name) as line from reporting.bodies b join reporting.names n using (cluster, id)
              union all select p.cluster, p.valid * n.valid, p.known * n.known, format('partner %s %s %s', p.id, kind, name) from reporting.partners p join reporting.names n using (cluster, id)
              union all select cluster, valid, known, format('mandate %s %s %s', body_id, version, array_to_string(points, ';')) from reporting.mandates
              union all select cluster, valid, known, format('seat %s %s %s %s %s', id, body_id, role, votes, place) from reporting.seats
              union all select cluster, valid, known, format('cluster %s', name) from reporting.cluster_names
              union all select cluster, valid, known, format('strategy %s %s', title, array_to_string(focus_areas, ';')) from reporting.strategies
              union all select cluster, valid, known, format('held %s %s %s %s %s', seat_id, person_id, held_from, term_through, term_source) from reporting.appointments
            ) told where cluster = $1 and valid @> $2 and known @> $3 order by line collate "C"
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = DateTimeOffset.Parse(known, CultureInfo.InvariantCulture) });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    private async Task<long> PositionAsync(string cluster)
    {
        await using var command = api.Api.Database.CreateCommand("select position from reporting.checkpoints where cluster = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = cluster });
        return (long?)await command.ExecuteScalarAsync() ?? 0;
    }
}
