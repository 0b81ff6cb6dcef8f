using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Changes;

public sealed class TookEffectTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Each_is_told_once_on_its_day_to_whoever_asks_across_midnight_and_another_node()
    {
        var clock = new LaterClock();
        await using var node = await TestApi.StartAsync([$"--ConnectionStrings:Governance={api.Api.ConnectionString}"], clock: clock);
        var (cluster, today) = (await api.FoundAsync(), Today());
        var later = cluster.As(TestApi.AdminKey, node.Client);
        await PlanAsync(cluster, today, 1, 2, 2, 40);

        var (told, took) = (new List<string>(), $"{today:yyyy-MM-dd}");
        foreach (var hours in new[] { 0, 1, 23, 24, 1, 24, 24 })
        {
            clock.Move(TimeSpan.FromHours(hours));
            (var piece, took) = await TookAsync(later, took, limit: 1);
            told.AddRange(piece);
        }

        told.Should().Equal("effect:2:1", "effect:3:1", "effect:4:1");
        (await TookAsync(cluster, $"{today:yyyy-MM-dd}", 100)).Told.Should().BeEmpty("here it is still today");
        var plain = (await later.GetAsync("/changes?after=1")).Being(HttpStatusCode.OK).Json.AsObject();
        plain.Select(m => m.Key).Should().Equal(["changes"], "who does not ask sees nothing of it");
        plain["changes"]!.AsArray().Select(c => c!["position"]!.GetValue<long>()).Should().Equal(2, 3, 4, 5);
    }

    [Fact]
    public async Task An_entry_says_what_happened_and_hides_the_decision_where_that_is_internal()
    {
        var clock = new LaterClock();
        await using var node = await TestApi.StartAsync([$"--ConnectionStrings:Governance={api.Api.ConnectionString}"], clock: clock);
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2020", "Arbeidsgruppe");
        var made = await cluster.DecideAsync($$"""
            {"title": "Nytt navn", "visibility": "internal", "decidedByText": "Partnerne", "decidedOn": "2020", "effectiveFrom": "{{Today().AddDays(1):yyyy-MM-dd}}",
             "changes": [{"type": "rename-body", "body": "Arbeidsgruppe", "name": "Styringsgruppe"}]}
            """);
        clock.Move(TimeSpan.FromDays(2));

        var everyone = (await cluster.As(null, node.Client).GetAsync($"/changes?took={Today():yyyy-MM-dd}&after=3")).Being(HttpStatusCode.OK).Json;
        var reader = (await cluster.As(TestApi.AdminKey, node.Client).GetAsync($"/changes?took={Today():yyyy-MM-dd}&after=3")).Json["tookEffect"]![0]!;

        everyone["changes"]!.AsArray().Should().BeEmpty();
        everyone["tookEffect"]![0]!.AsObject().Select(m => m.Key).Should().Equal("id", "type", "date", "sentence", "change", "body", "before", "after", "position", "index");
        (everyone["tookEffect"]![0]!["type"]!.GetValue<string>(), everyone["tookEffect"]![0]!["sentence"]!.GetValue<string>()).Should().Be(("took-effect", "Arbeidsgruppe fikk navnet Styringsgruppe."));
        everyone["tookEffect"]!.ToJsonString().Should().NotContain(made.Id);
        reader["decision"]!["id"]!.GetValue<string>().Should().Be(made.Id);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_anywhere_goes_on_with_the_next()
    {
        var clock = new LaterClock();
        await using var node = await TestApi.StartAsync([$"--ConnectionStrings:Governance={api.Api.ConnectionString}"], clock: clock);
        var (cluster, today) = (await api.FoundAsync(), Today());
        await PlanAsync(cluster, today, 1, 1, 1, 2);
        clock.Move(TimeSpan.FromDays(3));

        var (told, last) = (new List<string>(), "");
        for (var i = 0; i < 8; i++)
        {
            var item = await FirstAsync(node, cluster.Id, $"?after=1&took={today:yyyy-MM-dd}", last);
            told.Add(JsonNode.Parse(item.Data) is { } data && item.EventType == "took-effect" ? data["id"]!.GetValue<string>() : item.EventId!.Split('/')[0]);
            last = item.EventId!;
        }

        told.Should().Equal("2", "3", "4", "5", "effect:2:1", "effect:3:1", "effect:4:1", "effect:5:1");
        await cluster.DecideAsync("""{"title": "Enda et vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""");
        (await FirstAsync(node, cluster.Id, $"?after=1&took={today:yyyy-MM-dd}", last)).EventId.Should().StartWith("6/");
    }

    [Theory]
    [InlineData("i går")]
    [InlineData("2026-01-01.x")]
    [InlineData("2026-01-01.1_2026-01-02.2")]
    [InlineData("2026-13-01")]
    public async Task A_cursor_that_is_not_ours_is_refused(string took) =>
        (await (await api.FoundAsync()).GetAsync($"/changes?took={took}")).Being(HttpStatusCode.BadRequest).Json["faults"]![0]!["path"]!.GetValue<string>().Should().Be("?took");

    private static DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")).DateTime);

    /// <summary>Decides now on bodies that are to be from so many days on.</summary>
    private static async Task PlanAsync(ClusterClient cluster, DateOnly today, params int[] days)
    {
        foreach (var (i, ahead) in days.Index())
            await cluster.DecideAsync($$"""
                {"title": "Vedtak {{i}}", "decidedByText": "Partnerne", "decidedOn": "2020", "effectiveFrom": "{{today.AddDays(ahead):yyyy-MM-dd}}",
                 "changes": [{"type": "establish-body", "kind": "committee", "name": "Utvalg {{i}}"}]}
                """);
    }

    /// <summary>All that there is to be told now, piece by piece.</summary>
    private static async Task<(List<string> Told, string Took)> TookAsync(ClusterClient cluster, string took, int limit)
    {
        var told = new List<string>();
        while (true)
        {
            var answer = (await cluster.GetAsync($"/changes?after=1&limit={limit}&took={took}")).Being(HttpStatusCode.OK).Json;
            told.AddRange(answer["tookEffect"]!.AsArray().Select(e => e!["id"]!.GetValue<string>()));
            took = answer["took"]!.GetValue<string>();
            if (answer["tookEffect"]!.AsArray().Count == 0) return (told, took);
        }
    }

    private static async Task<SseItem<string>> FirstAsync(TestApi node, string cluster, string query, string last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/clusters/{cluster}/changes/stream{query}");
        if (last.Length > 0) request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        using var response = await node.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        return await SseParser.Create(stream).EnumerateAsync().FirstAsync(item => item.EventType != "beat");
    }
}
