using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class MeetingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_meeting_is_shown_with_what_it_decided_and_who_was_there_to_readers_alone()
    {
        var cluster = await api.FoundAsync();
        var labels = new Labels();
        labels.Name("board", (await cluster.EstablishAsync("2017", "Styre"))[0]);
        var (ada, bo) = (await PersonAsync(cluster, "Oppdiktet Eksempel Én"), await PersonAsync(cluster, "Oppdiktet Eksempel To"));
        labels.Name("ada", ada);
        labels.Name("bo", bo);

        var made = (await cluster.PostAsync("/meetings",
            $$"""
            {"body": "styre", "number": "3/2022", "heldOn": "2022-06-15", "place": "Årstadveien 17", "minutes": "https://example.org/3",
             "attendance": [{"person": "{{ada}}"}, {"person": "{{bo}}", "present": false, "note": "Forfall"}]}
            """)).Being(HttpStatusCode.Created);
        var decided = await cluster.DecideAsync("""{"caseNumber": "12/22", "title": "Sak", "decidedBy": "Styre", "decidedOn": "2022-06-15", "meeting": "3/2022"}""");

        labels.Name("meeting", made.Id);
        labels.Name("decided", decided.Id);
        labels.Same(made.Json, """{"id": "meeting", "position": 5, "recordedAt": "@1"}""");
        made.Headers.Should().Contain("Location", $"/api/clusters/{cluster.Id}/meetings/{made.Id}").And.Contain("Governance-Position", "5");
        labels.Same((await cluster.GetAsync($"/meetings/{made.Id}")).Json,
            """
            {
              "id": "meeting", "position": 5, "body": {"id": "board", "name": "Styre"}, "number": "3/2022", "heldOn": "2022-06-15", "place": "Årstadveien 17", "minutes": "https://example.org/3",
              "visibility": "public",
              "attendance": [
                {"person": {"id": "ada", "name": "Oppdiktet Eksempel Én"}, "present": true},
                {"person": {"id": "bo", "name": "Oppdiktet Eksempel To"}, "present": false, "note": "Forfall"}
              ],
              "decisions": [{"id": "decided", "caseNumber": "12/22", "title": "Sak", "decidedOn": "2022-06-15"}]
            }
            """);
        (await cluster.As(null).GetAsync($"/meetings/{made.Id}")).Json["attendance"].Should().BeNull();
    }

    [Fact]
    public async Task A_meeting_can_be_entered_anew()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2017", "Styre");
        var made = (await cluster.PostAsync("/meetings", """{"body": "Styre", "number": "1", "heldOn": "2022"}""")).Being(HttpStatusCode.Created);

        var again = (await cluster.PostAsync("/meetings", $$"""{"id": "{{made.Id}}", "body": "Styre", "number": "1/22", "heldOn": "2022-06-15"}""")).Being(HttpStatusCode.OK);

        again.Id.Should().Be(made.Id);
        (await cluster.GetAsync($"/meetings/{made.Id}")).Json["number"]!.GetValue<string>().Should().Be("1/22");
        (await cluster.GetAsync($"/meetings/{made.Id}?knownAt={made.RecordedAt}")).Json["number"]!.GetValue<string>().Should().Be("1");
        (await cluster.PostAsync("/meetings", $$"""{"id": "{{Guid.Empty}}", "body": "Styre", "number": "1", "heldOn": "2022"}""")).Being(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_that_cannot_be_true_of_it_is_told_at_once()
    {
        var cluster = await api.FoundAsync();

        var refused = (await cluster.PostAsync("/meetings?lang=en", $$"""{"body": "Styre", "number": "1", "heldOn": "2922", "attendance": [{"person": "{{Guid.Empty}}"}]}""")).Being(HttpStatusCode.UnprocessableEntity);

        refused.Json["violations"]!.AsArray().Select(v => $"{v!["member"]} {v["code"]}").Should().BeEquivalentTo("heldOn decided-in-future", "body unknown-body", "attendance[0].person unknown-person");
        (await cluster.PositionAsync()).Should().Be(1);
    }

    private static async Task<string> PersonAsync(ClusterClient cluster, string name) =>
        (await cluster.PostAsync("/people", $$"""{"name": "{{name}}"}""")).Being(HttpStatusCode.Created).Id;
}
