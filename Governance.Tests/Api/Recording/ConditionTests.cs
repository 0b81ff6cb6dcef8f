using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Recording;

public sealed class ConditionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Decision = """{"title": "Orientering", "decidedByText": "Partnerne", "decidedOn": "2019"}""";

    [Fact]
    public async Task On_another_position_than_expected_nothing_is_recorded_and_the_answer_tells_what_came_since()
    {
        var cluster = await api.FoundAsync();
        var seen = await cluster.PositionAsync();
        var labels = new Labels();
        var other = await cluster.DecideAsync("""{"caseNumber": "1/17", "title": "Forum", "decidedByText": "Partnerne", "decidedOn": "2017"}""");
        labels.Name("other", other.Id);
        (await cluster.PostAsync($"/decisions/{other.Id}/annulment", """{"reason": "Aldri vedtatt."}""")).Being(HttpStatusCode.OK);

        var stale = (await cluster.PostAsync("/decisions?lang=en", Decision, ("If-Match", $"\"{seen}\""))).Being(HttpStatusCode.PreconditionFailed);

        stale.MediaType.Should().Be("application/problem+json");
        stale.Headers["Governance-Position"].Should().Be("3");
        labels.Same(stale.Without("traceId"),
            $$"""
            {
              "type": "/problems/stale-position", "title": "The position is no longer the latest", "status": 412, "detail": "See since for what was registered since.",
              "instance": "/api/clusters/{{cluster.Id}}/decisions",
              "since": [
                {"position": 2, "recordedAt": "@1", "type": "decision-recorded", "sentence": "Decision 1/17 “Forum” was recorded.", "decision": "other", "caseNumber": "1/17", "title": "Forum", "actor": "bootstrap"},
                {"position": 3, "recordedAt": "@2", "type": "decision-annulled", "sentence": "Decision 1/17 “Forum” was annulled.", "decision": "other", "caseNumber": "1/17", "title": "Forum", "actor": "bootstrap", "reason": "Aldri vedtatt."}
              ]
            }
            """);
        (await cluster.PositionAsync()).Should().Be(3);
        (await cluster.PostAsync("/decisions", Decision, ("If-Match", "\"3\""))).Being(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("9", HttpStatusCode.BadRequest)]
    [InlineData("\"-1\"", HttpStatusCode.BadRequest)]
    [InlineData("W/\"1\"", HttpStatusCode.BadRequest)]
    [InlineData("\"1\", \"2\"", HttpStatusCode.BadRequest)]
    [InlineData("\"99\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("\"9223372036854775807\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("*", HttpStatusCode.Created)]
    public async Task The_condition_is_one_position_in_quotation_marks(string condition, HttpStatusCode status)
    {
        var cluster = await api.FoundAsync();

        (await cluster.PostAsync("/decisions", Decision, ("If-Match", condition))).Being(status);
        (await cluster.PositionAsync()).Should().Be(status == HttpStatusCode.Created ? 2 : 1);
    }

    [Fact]
    public async Task Of_many_that_expect_the_same_position_one_is_recorded()
    {
        var cluster = await api.FoundAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => cluster.PostAsync("/decisions", Decision, ("If-Match", "\"1\""))));

        answers.Select(a => a.Status).Order().Should().Equal([HttpStatusCode.Created, .. Enumerable.Repeat(HttpStatusCode.PreconditionFailed, 7)]);
        (await cluster.PositionAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_dry_run_keeps_to_the_condition()
    {
        var cluster = await api.FoundAsync();

        (await cluster.PostAsync("/decisions?dryRun=true", Decision, ("If-Match", "\"7\""))).Being(HttpStatusCode.PreconditionFailed);
        (await cluster.PostAsync("/decisions?dryRun=true", Decision, ("If-Match", "\"1\""))).Being(HttpStatusCode.OK);
    }
}
