using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class VisibilityTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Secret = "Hemmelig";

    [Fact]
    public async Task What_is_internal_is_as_if_absent_to_those_without_a_role_in_the_cluster()
    {
        var cluster = await api.FoundAsync();
        var board = await cluster.EstablishAsync("2017", "Styre");
        var hidden = await cluster.DecideAsync(
            $$"""
            {
              "caseNumber": "9/18", "title": "{{Secret}} sak", "text": "{{Secret}}", "decidedBy": "Styre", "decidedOn": "2018", "visibility": "internal",
              "changes": [
                {"type": "rename-body", "body": "Styre", "name": "Råd"},
                {"type": "establish-body", "ref": "x", "kind": "working-group", "name": "{{Secret}} gruppe", "parent": "Styre", "visibility": "internal"},
                {"type": "establish-body", "ref": "y", "kind": "working-group", "name": "{{Secret}} undergruppe", "parent": "#x"},
                {"type": "appoint", "body": "#x", "role": "chair", "person": {"name": "{{Secret}} Hansen"}, "termThrough": "2930"}
              ]
            }
            """);
        var (body, person) = (hidden.Json["changes"]![1]!["body"]!.GetValue<string>(), hidden.Json["changes"]![3]!["seats"]![0]!["person"]!.GetValue<string>());
        var meeting = (await cluster.PostAsync("/meetings", $$"""{"body": "{{body}}", "number": "1/18", "heldOn": "2018-05-01", "place": "{{Secret}}"}""")).Being(HttpStatusCode.Created).Id;
        await cluster.DecideAsync($$"""{"title": "Framover", "decidedByText": "Partnerne", "decidedOn": "2019", "visibility": "internal", "changes": [{"type": "rename-body", "body": "{{body}}", "name": "{{Secret}} nytt navn", "effectiveFrom": "2921"}]}""");
        string[] lists = ["", "/structure", "/committees", "/bodies", "/names?name=" + Secret + " gruppe", "/history", "/changes", "/decisions", "/people", "/meetings", "/partners", $"/bodies/{board[0]}", $"/bodies/{board[0]}/history"];
        string[] alone = [$"/bodies/{body}", $"/bodies/{body}/history", $"/decisions/{hidden.Id}", $"/people/{person}", $"/meetings/{meeting}"];

        foreach (var outsider in new[] { null, await api.KeyAsync(Role.Admin, "another") })
        {
            foreach (var path in lists)
                foreach (var moment in new[] { "", $"knownAt={hidden.RecordedAt}" })
                    (await cluster.As(outsider).GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}{moment}")).Being(HttpStatusCode.OK).Text
                        .Replace(Secret + " gruppe\",\"entries", "", StringComparison.Ordinal).Should().NotContain(Secret, path).And.NotContain(hidden.Id, path);
            foreach (var path in alone) (await cluster.As(outsider).GetAsync(path)).Being(HttpStatusCode.NotFound);
        }
        var reader = cluster.As(await api.KeyAsync(Role.Reader, cluster.Id));
        foreach (var path in alone) (await reader.GetAsync(path)).Being(HttpStatusCode.OK);
        (await cluster.As(null).GetAsync("/structure")).Json["bodies"]![0]!["name"]!.GetValue<string>().Should().Be("Råd", "what it does to a public body shows");
    }

    [Fact]
    public async Task An_unlisted_person_fills_a_seat_without_a_name()
    {
        var cluster = await api.FoundAsync();
        var person = (await cluster.PostAsync("/people", $$"""{"name": "{{Secret}} Hansen", "title": "{{Secret}} lege", "organisation": "{{Secret}} sykehus", "unlisted": true}""")).Being(HttpStatusCode.Created).Id;
        await cluster.DecideAsync(
            $$"""
            {
              "title": "Panel", "decidedByText": "Partnerne", "decidedOn": "2018",
              "changes": [{"type": "establish-body", "ref": "p", "kind": "panel", "name": "Panel"}, {"type": "appoint", "body": "#p", "role": "chair", "person": "{{person}}", "termThrough": "2930"}]
            }
            """);

        foreach (var path in new[] { "/structure", "/committees", "/history", "/people", "/changes", "/decisions" })
        {
            var shown = (await cluster.As(null).GetAsync(path)).Being(HttpStatusCode.OK);
            shown.Text.Should().NotContain(Secret, path).And.NotContain(person, path);
        }
        (await cluster.As(null).GetAsync("/structure")).Json["bodies"]![0]!["seats"]![0]!["status"]!.GetValue<string>().Should().Be("filled");
        (await cluster.As(null).GetAsync($"/people/{person}")).Being(HttpStatusCode.NotFound);
        (await cluster.GetAsync("/structure")).Text.Should().Contain($"{Secret} Hansen");
    }

    [Fact]
    public async Task What_is_private_of_a_person_is_shown_nowhere_but_on_the_persons_own_page_to_a_secretary()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync(
            """
            {
              "title": "Panel", "decidedByText": "Partnerne", "decidedOn": "2018",
              "changes": [{"type": "establish-body", "ref": "p", "kind": "panel", "name": "Panel"}, {"type": "appoint", "body": "#p", "role": "chair", "person": {"name": "Oppdiktet Eksempel"}, "termThrough": "2930"}]
            }
            """);
        var person = made.Json["changes"]![1]!["seats"]![0]!["person"]!.GetValue<string>();
        (await cluster.PatchAsync($"/people/{person}", $$"""{"email": "{{Secret}}@example.org", "phone": "{{Secret}} 55", "gender": "female", "externalIds": [{"scheme": "hpr", "identifier": "{{Secret}}"}]}""")).Being(HttpStatusCode.OK);
        var (reader, secretary) = (cluster.As(await api.KeyAsync(Role.Reader, cluster.Id)), cluster.As(await api.KeyAsync(Role.Secretary, cluster.Id)));

        foreach (var path in new[] { "/structure", "/committees", "/people", "/history", "/changes", $"/people/{person}", $"/decisions/{made.Id}", "/findings" })
            (await reader.GetAsync(path)).Being(HttpStatusCode.OK).Text.Should().NotContain(Secret, path).And.NotContain("female", path);
        (await secretary.GetAsync($"/people/{person}")).Text.Should().Contain($"{Secret}@example.org").And.Contain("female");
        (await secretary.GetAsync("/people")).Text.Should().NotContain(Secret);
    }
}
