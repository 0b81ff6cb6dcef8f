using System.Net;
using Governance.Api.Http.OpenApi;
using Governance.Tests.Support;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Governance.Tests.Api.OpenApi;

public sealed class KeptDescriptionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Who_has_it_is_not_sent_it_again()
    {
        var first = await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, "/openapi/v1.json"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Being(HttpStatusCode.OK).Headers["ETag"]);

        (await Reply.OfAsync(await api.Api.Client.SendAsync(again))).Being(HttpStatusCode.NotModified).Text.Should().BeEmpty();

        first.Headers["Cache-Control"].Should().Be("public, max-age=60");
        first.Headers.Should().NotContainKey("Governance-Position");
        (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Get, "/openapi/v2.json"))).Being(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task However_often_it_is_asked_for_it_is_written_once_and_anew_where_that_failed()
    {
        var documents = new CountedDocuments();
        var kept = new KeptDescription(documents);
        await kept.Awaiting(k => KeptDescription.HandleAsync("v1", k)).Should().ThrowAsync<InvalidOperationException>();

        for (var n = 0; n < 20; n++) await KeptDescription.HandleAsync("v1", kept);

        documents.Count.Should().Be(2);
    }

    private sealed class CountedDocuments : IOpenApiDocumentProvider
    {
        public int Count { get; private set; }

        public Task<OpenApiDocument> GetOpenApiDocumentAsync(CancellationToken cancellationToken = default) =>
            Count++ == 0 ? throw new InvalidOperationException("Once.") : Task.FromResult(new OpenApiDocument { Info = new() { Title = "Governance", Version = "v1" }, Paths = [] });
    }
}
