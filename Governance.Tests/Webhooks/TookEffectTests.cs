using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Webhooks;

public sealed class TookEffectTests : IAsyncLifetime
{
    private readonly LaterClock _clock = new();
    private TestApi _api = null!;
    private Subscriber _subscriber = null!;
    private ClusterClient _cluster = null!;

    public async Task InitializeAsync()
    {
        _api = await TestApi.StartAsync(WebhookHost.Settings, clock: _clock);
        _subscriber = await Subscriber.StartAsync();
        using var content = new StringContent("""{"id": "alrek", "name": "Alrek helseklynge", "foundedOn": "2016"}""", System.Text.Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await _api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, content))).Being(HttpStatusCode.Created);
        _cluster = new(_api.Client, "alrek", TestApi.AdminKey);
        await _cluster.EstablishAsync("2020", "Arbeidsgruppe");
    }

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        await _subscriber.DisposeAsync();
    }

    [Fact]
    public async Task What_was_recorded_beforehand_is_told_again_on_its_day_as_the_feed_has_it_and_once()
    {
        var hook = await _cluster.HookAsync(_subscriber.Url());
        await _cluster.HookAsync(_subscriber.Url("/registrations"), """, "types": ["decision-recorded"] """);
        var today = Today();
        await RenameAsync("Arbeidsgruppe", "Styringsgruppe", 1);
        await RenameAsync("Styringsgruppe", "Samarbeidsgruppe", 3);
        await _subscriber.HasAsync(2);
        await MidnightAsync(1);
        await _subscriber.HasAsync(3);
        await MidnightAsync(1);
        await _cluster.TellAsync(1);
        await _subscriber.HasAsync(4);
        await MidnightAsync(5);
        await _subscriber.HasAsync(5);
        await _cluster.TellAsync(1);
        await _subscriber.HasAsync(6);
        await _subscriber.HasAsync(4, "/registrations");

        var told = _subscriber.At("/hook");
        told.Select(r => r.Json["type"]!.ToString()).Should().Equal("decision-recorded", "decision-recorded", "took-effect", "decision-recorded", "took-effect", "decision-recorded");
        var effects = (await _cluster.As(null).GetAsync($"/changes?after=9&took={today:yyyy-MM-dd}")).Json["tookEffect"]!.AsArray();
        told.Where(r => r.Json["type"]!.ToString() == "took-effect").Select(r => r.Json["data"]!.ToJsonString()).Should().Equal(effects.Select(e => e!.ToJsonString()));
        told[2].Id.Should().Be($"msg_{hook["id"]!.ToString().Replace("-", "")}_effect_3_1");
        told[2].Json["timestamp"]!.ToString().Should().Be($"{today.AddDays(1):yyyy-MM-dd}T00:00:00.000000Z");
        _subscriber.Positions("/registrations").Should().Equal(3, 4, 5, 6);
    }

    [Fact]
    public async Task It_is_laid_aside_retried_and_replayed_as_registrations_are()
    {
        await RenameAsync("Arbeidsgruppe", "Styringsgruppe", 1);
        var hook = await _cluster.HookAsync(_subscriber.Url(), """, "types": ["took-effect"] """);
        _subscriber.Refuse(_ => true, HttpStatusCode.BadRequest);
        await MidnightAsync(1);
        await Eventually.TrueAsync(async () => (await LettersAsync(hook["id"]!)).Count == 1);

        var letter = (await LettersAsync(hook["id"]!))[0]!;
        letter["position"].Should().BeNull();
        letter["messageId"]!.ToString().Should().EndWith("_effect_3_1");
        _subscriber.Refuse(_ => false, HttpStatusCode.OK);
        (await _cluster.PostAsync($"/webhooks/{hook["id"]}/dead-letters/{letter["number"]}/retry", "")).Being(HttpStatusCode.OK).Json["delivered"]!.GetValue<bool>().Should().BeTrue();
        (await LettersAsync(hook["id"]!)).Should().BeEmpty();
        (await _cluster.PostAsync($"/webhooks/{hook["id"]}/replay", """{"after": 2}""")).Being(HttpStatusCode.OK);
        await _subscriber.HasAsync(5);
        _subscriber.All.Select(r => r.Id).Distinct().Should().ContainSingle();
    }

    private static DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")).DateTime);

    private Task<Reply> RenameAsync(string body, string name, int days) => _cluster.DecideAsync($$"""
        {"title": "Nytt navn", "decidedByText": "Partnerne", "decidedOn": "2020", "effectiveFrom": "{{Today().AddDays(days):yyyy-MM-dd}}",
         "changes": [{"type": "rename-body", "body": "{{body}}", "name": "{{name}}"}]}
        """);

    private async Task<System.Text.Json.Nodes.JsonArray> LettersAsync(object hook) => (await _cluster.GetAsync($"/webhooks/{hook}/dead-letters")).Json["deadLetters"]!.AsArray();

    /// <summary>So many days pass, here and in the database, once all has been told that there is.</summary>
    private async Task MidnightAsync(int days)
    {
        await Eventually.TrueAsync(async () => await SqlAsync("select count(*) from gov_webhooks where looks_at <= clock_timestamp() or leased_until > clock_timestamp()") is 0L);
        _clock.Move(TimeSpan.FromDays(days));
        await SqlAsync($"update gov_webhooks set looks_at = looks_at - interval '{days} days'");
    }

    private async Task<object?> SqlAsync(string sql)
    {
        await using var command = _api.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
