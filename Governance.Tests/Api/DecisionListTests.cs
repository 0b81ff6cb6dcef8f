using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class DecisionListTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("", "Styret", "Panelet", "Rapporten")]
    [InlineData("?year=2018", "Panelet")]
    [InlineData("?q=RAPPORT", "Rapporten")]
    [InlineData("?q=7/19", "Rapporten")]
    [InlineData("?body={0}", "Styret", "Panelet", "Rapporten")]
    [InlineData("?body={1}", "Panelet")]
    [InlineData("?limit=2", "Styret", "Panelet")]
    [InlineData("?year=1999")]
    public async Task The_register_is_narrowed_by_year_by_body_and_by_words(string question, params string[] titles)
    {
        var cluster = await api.FoundAsync();
        var board = Established(await cluster.DecideAsync("""
            {"title": "Styret", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "board", "name": "Styre"}]}
            """));
        var panel = Established(await cluster.DecideAsync("""
            {"title": "Panelet", "decidedBy": "Styre", "decidedOn": "2018", "changes": [{"type": "establish-body", "kind": "panel", "name": "Panel"}]}
            """));
        await cluster.DecideAsync("""{"caseNumber": "7/19", "title": "Rapporten", "text": "Årsrapporten er mottatt.", "decidedBy": "Styre", "decidedOn": "2019"}""");

        var answer = (await cluster.GetAsync("/decisions" + string.Format(question, board, panel))).Json;

        answer["decisions"]!.AsArray().Select(d => d!["title"]!.GetValue<string>()).Should().Equal(titles);
    }

    private static string Established(Reply recorded) => recorded.Json["changes"]![0]!["body"]!.GetValue<string>();
}
