using System.Net;
using System.Text.Json.Nodes;
using Governance.Api.Features.Privacy.Retention;
using Governance.Domain.Values;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Privacy;

public sealed class RetentionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Contact_details_kept_longer_than_two_years_after_the_last_seat_are_told_of_and_others_are_not()
    {
        var cluster = await api.FoundAsync();
        await cluster.DecideAsync("""{"title": "Panel", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "panel", "name": "Panel"}]}""");
        var (gone, sits, back, _) = (await SeatedAsync(cluster, "Oppdiktet Ferdig", "2018-12-31"), await SeatedAsync(cluster, "Oppdiktet Sitter", null), await SeatedAsync(cluster, "Oppdiktet Tilbake", "2018-12-31"), await SeatedAsync(cluster, "Oppdiktet Bar", "2018-12-31"));
        await cluster.DecideAsync($$"""{"title": "Igjen", "decidedByText": "Partnerne", "decidedOn": "2020", "changes": [{"type": "appoint", "body": "Panel", "role": "observer", "person": "{{back}}", "termThrough": "2930"}]}""");
        foreach (var person in new[] { gone, sits, back }) (await cluster.PatchAsync($"/people/{person}", """{"email": "a@example.org", "gender": "female"}""")).Being(HttpStatusCode.OK);
        // Registered today, and never in a seat: the two years have just begun.
        (await cluster.PostAsync("/people", """{"name": "Oppdiktet Ny", "phone": "1"}""")).Being(HttpStatusCode.Created);

        var report = (await cluster.GetAsync("/retention?lang=en")).Being(HttpStatusCode.OK).Json;

        var rule = Rule(report, "after-office");
        rule["past"]!.GetValue<int>().Should().Be(1);
        rule["people"]![0]!.ToJsonString().Should().Be($$$"""{"person":{"id":"{{{gone}}}","name":"Oppdiktet Ferdig"},"since":"2018-12-31","fields":["email","gender"]}""");
        rule["kept"]!.GetValue<string>().Should().Be("2 years after the last seat.");
    }

    [Fact]
    public async Task An_erasure_that_nobody_has_confirmed_for_thirty_days_is_told_of()
    {
        var cluster = await api.FoundAsync();
        var person = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Venter"}""")).Being(HttpStatusCode.Created).Id;
        (await cluster.DeleteAsync($"/people/{person}")).Being(HttpStatusCode.Accepted);
        Rule((await cluster.GetAsync("/retention")).Json, "erasures-asked-for")["past"]!.GetValue<int>().Should().Be(0);

        await ExecuteAsync("update mt_doc_person set data = data || jsonb_build_object('erasureAskedAt', (data->>'erasureAskedAt')::timestamptz - interval '32 days') where tenant_id = $1", cluster.Id);

        Rule((await cluster.GetAsync("/retention")).Json, "erasures-asked-for")["people"]![0]!["person"]!["id"]!.GetValue<string>().Should().Be(person);
    }

    [Fact]
    public async Task What_is_technical_is_counted_when_past_its_time_then_deleted_and_the_rest_left()
    {
        var cluster = await api.FoundAsync();
        for (var i = 0; i < 2; i++)
            (await cluster.PostAsync("/people", """{"name": "Oppdiktet Én", "email": "a@example.org"}""", ("Idempotency-Key", $"nr-{i}"))).Being(HttpStatusCode.Created);
        var person = (await cluster.GetAsync("/people")).Json["people"]![0]!["id"]!.GetValue<string>();
        for (var i = 0; i < 2; i++) await cluster.GetAsync($"/people/{person}");
        await ExecuteAsync("update mt_doc_recordedrequest set data = data || jsonb_build_object('recordedAt', (data->>'recordedAt')::timestamptz - interval '31 days') where tenant_id = $1 and (data->>'position')::bigint = 2", cluster.Id);
        await ExecuteAsync("update gov_private_reads set read_at = read_at - interval '731 days' where tenant_id = $1 and id = (select min(id) from gov_private_reads where tenant_id = $1)", cluster.Id);
        (await PastAsync(cluster)).Should().Equal(1, 1, 0, 0, 0);

        (await api.Api.Services.GetRequiredService<Pruning>().PruneAsync(default)).Should().BeGreaterThanOrEqualTo(2);

        (await PastAsync(cluster)).Should().Equal(0, 0, 0, 0, 0);
        (await cluster.GetAsync("/private-reads")).Json["reads"]!.AsArray().Should().HaveCount(1);
        // The younger key still counts.
        (await cluster.PostAsync("/people", """{"name": "Oppdiktet Én", "email": "a@example.org"}""", ("Idempotency-Key", "nr-1"))).Position.Should().Be(3);
        (await cluster.PostAsync("/people", """{"name": "Oppdiktet Én", "email": "a@example.org"}""", ("Idempotency-Key", "nr-0"))).Position.Should().Be(4);
    }

    [Theory]
    [InlineData(Language.Nb)]
    [InlineData(Language.En)]
    public void Every_rule_says_why(Language language) => Prunable.All.Should().OnlyContain(p => p.Why.In(language).EndsWith('.') && p.Days > 0);

    private static async Task<string> SeatedAsync(ClusterClient cluster, string name, string? lastDay)
    {
        var made = await cluster.DecideAsync($$"""{"title": "Valg", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "appoint", "body": "Panel", "role": "member", "person": {"name": "{{name}}"}, "termThrough": "2930"}]}""");
        var (seat, person) = (made.Json["changes"]![0]!["seats"]![0]!["seat"], made.Json["changes"]![0]!["seats"]![0]!["person"]!.GetValue<string>());
        if (lastDay is not null) await cluster.DecideAsync($$"""{"title": "Ut", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "end-appointment", "seat": "{{seat}}", "lastDay": "{{lastDay}}"}]}""");
        return person;
    }

    private static JsonNode Rule(JsonNode report, string data) => report["rules"]!.AsArray().Single(r => r!["data"]!.GetValue<string>() == data)!;

    private static async Task<IEnumerable<int>> PastAsync(ClusterClient cluster) =>
        (await cluster.GetAsync("/retention")).Json["rules"]!.AsArray().Where(r => r!["then"]!.GetValue<string>() == "deleted").Select(r => r!["past"]!.GetValue<int>());

    private async Task ExecuteAsync(string sql, string cluster)
    {
        await using var command = api.Api.Database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = cluster });
        await command.ExecuteNonQueryAsync();
    }
}
