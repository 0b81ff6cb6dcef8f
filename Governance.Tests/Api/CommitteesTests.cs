using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class CommitteesTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_website_gets_names_former_names_mandates_and_seats_as_text_in_a_fragment_of_html()
    {
        var cluster = await TellAsync();

        var html = (await cluster.GetAsync("/committees?asOf=2023-06-01", ("Accept", "text/html,application/xhtml+xml;q=0.9"))).Being(HttpStatusCode.OK);

        html.MediaType.Should().Be("text/html");
        html.Text.Should().Contain("<h2>Styringsgruppe &lt;script&gt;</h2>").And.Contain("tidligere kalt Arbeidsgruppe").And.Contain("<li>Fremme samarbeid &amp; tillit</li>")
            .And.Contain("leder: Oppdiktet Eksempel, til og med 31. desember 2023").And.Contain("medlem, FFO Vestland: <em>ledig</em>").And.NotContain("<script>");
    }

    [Fact]
    public async Task A_search_engine_gets_organisations_and_roles_in_the_words_of_schema_org_and_no_end_of_what_goes_on_past_its_term()
    {
        var cluster = await TellAsync();

        var linked = (await cluster.GetAsync("/committees?asOf=2023-06-01&lang=en", ("Accept", "application/ld+json"))).Being(HttpStatusCode.OK);

        linked.MediaType.Should().Be("application/ld+json");
        var body = linked.Json["subOrganization"]!.AsArray().Single()!;
        body["name"]!.GetValue<string>().Should().Be("Styringsgruppe <script>");
        body["alternateName"]!.AsArray().Select(n => n!.GetValue<string>()).Should().Equal("Arbeidsgruppe");
        JsonNode.DeepEquals(body["member"], JsonNode.Parse("""
            [{"@type": "OrganizationRole", "roleName": "chair", "startDate": "2022-01-01", "member": {"@type": "Person", "name": "Oppdiktet Eksempel"}}]
            """)).Should().BeTrue(because: "it is {0}", body["member"]);
    }

    [Fact]
    public async Task No_other_form_is_offered() =>
        (await (await TellAsync()).GetAsync("/committees", ("Accept", "application/xml"))).Being(HttpStatusCode.NotAcceptable);

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_long_answer_goes_out_compressed_under_a_tag_of_its_own(string encoding)
    {
        var cluster = await TellAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/clusters/{cluster.Id}/committees");
        request.Headers.Add("Accept-Encoding", encoding);

        using var packed = await api.Api.Client.SendAsync(request);
        var plain = await cluster.GetAsync("/committees");

        packed.Content.Headers.ContentEncoding.Should().Equal(encoding);
        packed.Headers.ETag!.Tag.Should().EndWith($"-{encoding}\"").And.NotBe(plain.Headers["ETag"]);
        await using var stream = await packed.Content.ReadAsStreamAsync();
        await using Stream unpacked = encoding == "br" ? new BrotliStream(stream, CompressionMode.Decompress) : new GZipStream(stream, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        (await reader.ReadToEndAsync()).Should().Be(plain.Text);
    }

    private async Task<ClusterClient> TellAsync()
    {
        var cluster = await api.FoundAsync();
        await cluster.DecideAsync("""
            {"title": "Ny gruppe", "decidedByText": "Partnerne", "decidedOn": "2022-01-01", "changes": [
              {"type": "establish-body", "ref": "group", "kind": "working-group", "name": "Arbeidsgruppe"},
              {"type": "adopt-mandate", "body": "#group", "points": ["Fremme samarbeid & tillit"]},
              {"type": "create-seat", "body": "#group", "role": "member", "represents": "FFO Vestland"},
              {"type": "appoint", "body": "#group", "role": "chair", "person": {"name": "Oppdiktet Eksempel"}, "termThrough": "2023-12-31"}]}
            """);
        await cluster.DecideAsync("""
            {"title": "Nytt navn", "decidedByText": "Partnerne", "decidedOn": "2023-01-01", "changes": [{"type": "rename-body", "body": "Arbeidsgruppe", "name": "Styringsgruppe <script>"}]}
            """);
        return cluster;
    }
}
