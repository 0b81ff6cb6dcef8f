using System.Net;
using Governance.Api.Features.Meetings.Papers;
using Governance.Api.Http;
using Governance.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Api;

/// <summary>What is larger than it may be is refused before it is read, whoever sends it, where to and in whatever form.</summary>
public sealed class RequestSizeTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const long Thirty = 30 << 20;
    private const string Multipart = "multipart/form-data; boundary=b", FirstPart = "--b\r\nContent-Disposition: form-data; name=\"login\"\r\n\r\n", FirstFile = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n";

    public static TheoryData<string, string, string> Sent => new()
    {
        { "/sign-in", "application/x-www-form-urlencoded", "login=" },
        { "/sign-in", Multipart, FirstPart },
        { "/sign-in", Multipart, FirstFile },
        { "/account/password", "application/x-www-form-urlencoded", "login=" },
        { "/nowhere", "application/x-www-form-urlencoded", "login=" },
        { "/alrek/committees", Multipart, FirstFile },
        { "/api/keys", "application/json", "{\"name\": \"" },
        { "/api/clusters", "application/json", "{\"name\": \"" },
        { "/api/clusters/alrek/decisions", "text/plain", "" },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Of_what_says_that_it_is_too_large_not_a_byte_is_asked_for(string path, string mediaType, string begin)
    {
        var content = new CountedContent(mediaType, begin, Thirty, announced: true);

        (await PostAsync(path, content)).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);

        content.Sent.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task Of_what_does_not_no_more_is_read_than_may_be(string path, string mediaType, string begin)
    {
        var content = new CountedContent(mediaType, begin, Thirty, announced: false);

        try
        {
            (await PostAsync(path, content)).Status.Should().BeOneOf(
                HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.MethodNotAllowed);
        }
        catch (HttpRequestException)
        {
            // Who goes on sending is hung up on.
        }

        content.Sent.Should().BeLessThan(RequestSizes.Largest + (8 << 20), "what is on its way is in the sockets of both");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "login=")]
    [InlineData(Multipart, FirstPart)]
    [InlineData(Multipart, FirstFile)]
    public async Task Who_sends_a_large_form_without_saying_so_hears_that_it_is_too_large(string mediaType, string begin)
    {
        var refused = await PostAsync("/sign-in", new CountedContent(mediaType, begin, 2 * RequestSizes.LargestOpenForm, announced: false));

        refused.Being(HttpStatusCode.RequestEntityTooLarge).Json["type"]!.GetValue<string>().Should().Be("/problems/too-large");
    }

    [Theory]
    [InlineData("/sign-in", RequestSizes.LargestOpenForm)]
    [InlineData("/account/password", RequestSizes.LargestOpenForm)]
    [InlineData("/alrek", RequestSizes.LargestOpenForm)]
    [InlineData("/alrek/record", RequestSizes.LargestForm)]
    [InlineData("/alrek/people/new", RequestSizes.LargestForm)]
    [InlineData("/api/clusters", RequestSizes.Largest)]
    [InlineData("/api/clusters/alrek/decisions", RequestSizes.Largest)]
    [InlineData("/api/clusters/alrek/import", RequestSizes.LargestImport)]
    [InlineData("/api/clusters/alrek/meetings/planned/00000000-0000-0000-0000-000000000000/items/00000000-0000-0000-0000-000000000000/papers", StoredPapers.LargestUpload)]
    [InlineData("/nowhere/at/all", RequestSizes.Largest)]
    public async Task Each_address_takes_as_much_as_it_needs(string path, long limit)
    {
        (await PostAsync(path, new CountedContent("application/x-www-form-urlencoded", "a=", limit, announced: true))).Status.Should().NotBe(HttpStatusCode.RequestEntityTooLarge);
        (await PostAsync(path, new CountedContent("application/x-www-form-urlencoded", "a=", limit + 1, announced: true))).Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public void Nothing_but_imports_and_papers_take_more_than_others()
    {
        var large = api.Api.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize > RequestSizes.Largest).Select(e => e.RoutePattern.RawText);

        large.Should().BeEquivalentTo("/api/clusters/{cluster}/import", "/api/clusters/{cluster}/import/popolo", "/api/clusters/{cluster}/meetings/planned/{id:guid}/items/{item:guid}/papers");
    }

    private async Task<Reply> PostAsync(string path, HttpContent content)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(30) };
        using var client = new HttpClient(handler) { BaseAddress = api.Api.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { ExpectContinue = true, TransferEncodingChunked = content.Headers.ContentLength is null } };
        return await Reply.OfAsync(await client.SendAsync(request));
    }
}
