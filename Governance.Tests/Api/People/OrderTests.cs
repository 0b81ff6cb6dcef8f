using System.Net;
using Governance.Tests.Support;

namespace Governance.Tests.Api.People;

public sealed class OrderTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("", "Zara Moe", "Ærlend Vik", "Øystein Berg", "Aage Bø", "Åse Lie")]
    [InlineData("?sort=family-name", "Øystein Berg", "Aage Bø", "Åse Lie", "Zara Moe", "Ærlend Vik")]
    public async Task People_come_by_name_or_by_family_name_as_bokmål_has_them(string query, params string[] inOrder)
    {
        var cluster = await api.FoundAsync();
        foreach (var name in inOrder.Reverse()) (await cluster.PostAsync("/people", $$"""{"name": "{{name}}"}""")).Being(HttpStatusCode.Created);

        (await cluster.GetAsync($"/people{query}")).Being(HttpStatusCode.OK).Json["people"]!.AsArray().Select(p => p!["name"]!.GetValue<string>()).Should().Equal(inOrder);
    }
}
