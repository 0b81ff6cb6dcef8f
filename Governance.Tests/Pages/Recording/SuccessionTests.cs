using Governance.Tests.Support;
using Microsoft.Playwright;

namespace Governance.Tests.Pages.Recording;

[Collection(RecordingPageTests.Name)]
public sealed class SuccessionTests(SiteFixture site)
{
    private const string Beginning = """
        {"title": "Begynnelsen", "decidedByText": "Partnerne", "decidedOn": "2016", "changes": [
          {"type": "establish-body", "ref": "top", "kind": "board", "name": "Styret"}, {"type": "create-seat", "ref": "s", "body": "#top", "role": "chair"},
          {"type": "appoint", "seat": "#s", "person": {"name": "Kari Eksempel"}, "termThrough": "2998"},
          {"type": "appoint", "body": "#top", "role": "member", "represents": "Brukerne", "person": {"name": "Per Eksempel"}, "termThrough": "2998"}]}
        """;

    [Fact]
    public async Task Who_holds_a_seat_is_replaced_from_the_page_of_the_body_in_one_decision()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(Beginning);
        var before = await SeatsAsync(cluster);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync("/committees");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Styret" }).First.ClickAsync());
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Erstatt Kari Eksempel" }).ClickAsync());
        await ada.Page.PaintedAsync();
        (await ada.FocusedAsync()).Should().Be("f-changes-1-person");
        await ada.FillAsync("changes[1].person", "Ola Eksempel");
        await ada.FillAsync("decidedBy", "Styret");
        await ada.PushAsync("preview");
        (await ada.TextAsync()).Should().ContainAll("Kari Eksempel", "Ola Eksempel");
        await ada.RecordAsync();

        var after = await SeatsAsync(cluster);
        after.Should().BeEquivalentTo(before.Select(s => s.Replace("Kari", "Ola", StringComparison.Ordinal)));
        ada.Visitor.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task An_ended_appointment_is_followed_by_the_successors_on_the_day_after_the_last()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(Beginning);
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id, options: new() { JavaScriptEnabled = false });
        await ada.OpenAsync("/record");
        await ada.PushAsync("replace");
        await ada.PushAsync("successor:0");
        (await ada.Page.Locator(".change").CountAsync()).Should().Be(1);
        ada.Page.Url.Should().EndWith("#f-changes-0-seat");
        await ada.FillAsync("changes[0].seat", "Styret: medlem for Brukerne, Per Eksempel");
        await ada.FillAsync("changes[0].lastDay", "30.6.2022");
        await ada.PushAsync("successor:0");
        await ada.PushAsync("successor:0");
        (await ada.Page.Locator(".change").CountAsync()).Should().Be(2);
        await ada.FillAsync("changes[1].person", "Ola Eksempel");
        await ada.FillAsync("decidedBy", "Styret");
        await ada.FillAsync("decidedOn", "1.6.2022");
        await ada.PushAsync("preview");
        await ada.RecordAsync();

        (await SeatsAsync(cluster, "?asOf=2022-06-30")).Should().Contain(s => s.EndsWith("member Brukerne Per Eksempel", StringComparison.Ordinal));
        (await SeatsAsync(cluster, "?asOf=2022-07-01")).Should().HaveCount(2).And.Contain(s => s.EndsWith("member Brukerne Ola Eksempel", StringComparison.Ordinal));
        var id = (await cluster.GetAsync("/people")).Json["people"]!.AsArray().First(p => p!["name"]!.GetValue<string>() == "Per Eksempel")!["id"];
        (await cluster.GetAsync($"/people/{id}")).Json["seats"]![0]!["validThrough"]!.GetValue<string>().Should().Be("2022-06-30");
    }

    [Fact]
    public async Task The_desk_offers_a_successor_from_the_day_after_a_term_that_ends_soon()
    {
        var cluster = await Secretary.FoundAsync(site);
        await cluster.DecideAsync(Beginning);
        var soon = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30);
        var seat = (await SeatsAsync(cluster))[0].Split(' ')[0];
        await cluster.DecideAsync($$"""{"title": "Periode", "decidedBy": "Styret", "decidedOn": "2017", "changes": [{"type": "extend-appointment", "seat": "{{seat}}", "termThrough": "{{soon:yyyy-MM-dd}}"}]}""");
        await using var ada = await Secretary.SitDownAsync(site, cluster.Id);
        await ada.OpenAsync("/desk");
        await ada.Page.LeaveByAsync(() => ada.Page.GetByRole(AriaRole.Link, new() { Name = "Erstatt" }).First.ClickAsync());
        (await ada.Field("changes[0].effectiveFrom").InputValueAsync()).Should().Be($"{soon.AddDays(1):dd.MM.yyyy}");
        (await ada.Field("changes[1].effectiveFrom").InputValueAsync()).Should().Be($"{soon.AddDays(1):dd.MM.yyyy}");
        (await ada.Field("changes[0].reason").InputValueAsync()).Should().Be("term-over");
        await ada.Visitor.FitForEverybodyAsync();
    }

    private static async Task<IReadOnlyList<string>> SeatsAsync(ClusterClient cluster, string query = "") =>
        [.. (await cluster.GetAsync("/structure" + query)).Json["bodies"]![0]!["seats"]!.AsArray().Select(s => $"{s!["id"]} {s["role"]} {s["represents"]?["name"]} {s["holder"]?["name"]}")];
}
