using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Meetings;

public sealed class PaperTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[3 << 20]];

    [Fact]
    public async Task A_paper_is_kept_with_its_hash_handed_out_as_a_file_to_those_who_may_see_it_and_removed_for_good()
    {
        var (cluster, path, item) = await PlannedAsync();
        var added = (await AddAsync(cluster, $"{path}/items/{item}/papers?name=../%C3%85rsrapport.pdf", Pdf)).Being(HttpStatusCode.Created);
        var paper = added.Json["items"]![0]!["papers"]![0]!;
        $"{paper["name"]} {paper["mediaType"]} {paper["size"]} {paper["hash"]}".Should().Be($"Årsrapport.pdf application/pdf {Pdf.Length} {Convert.ToHexStringLower(SHA256.HashData(Pdf))}");
        var at = $"/api/clusters/{cluster.Id}{path}/papers/{paper["id"]}";
        var reader = await api.KeyAsync(Role.Reader, cluster.Id);
        (await api.Api.SendAsync(HttpMethod.Get, at)).StatusCode.Should().Be(HttpStatusCode.NotFound);

        using var read = await api.Api.SendAsync(HttpMethod.Get, at, reader);
        (await read.Content.ReadAsByteArrayAsync()).Should().Equal(Pdf);
        read.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        read.Content.Headers.ContentDisposition.FileNameStar.Should().Be("Årsrapport.pdf");
        read.Headers.GetValues("Content-Security-Policy").Should().Equal("default-src 'none'; sandbox");
        read.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        (await cluster.PostAsync($"{path}/notice", """{"mail": false}""")).Being(HttpStatusCode.OK);
        (await cluster.GetAsync(path)).Json["agenda"]![0]!["papers"]![0]!["hash"]!.GetValue<string>().Should().Be(paper["hash"]!.GetValue<string>());

        (await cluster.DeleteAsync($"{path}/items/{item}/papers/{paper["id"]}")).Being(HttpStatusCode.OK);
        (await api.Api.SendAsync(HttpMethod.Get, at, reader)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await cluster.GetAsync(path)).Json["agenda"]![0]!["papers"]!.AsArray().Should().ContainSingle("the log keeps the hash");
    }

    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("  <svg xmlns='http://www.w3.org/2000/svg'/>", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("MZ\u0000\u0001", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("Notat med æøå", HttpStatusCode.Created)]
    public async Task What_a_browser_would_run_is_no_paper_whatever_it_is_called(string text, HttpStatusCode status)
    {
        var (cluster, path, item) = await PlannedAsync();
        (await AddAsync(cluster, $"{path}/items/{item}/papers?name=sak.pdf", System.Text.Encoding.UTF8.GetBytes(text))).Being(status);
    }

    [Fact]
    public async Task A_paper_may_be_25_MiB_and_no_more()
    {
        var (cluster, path, item) = await PlannedAsync();
        byte[] largest = [.. "%PDF-"u8, .. new byte[(25 << 20) - 5]];
        (await AddAsync(cluster, $"{path}/items/{item}/papers?name=stor.pdf", largest)).Being(HttpStatusCode.Created);
        (await AddAsync(cluster, $"{path}/items/{item}/papers?name=for-stor.pdf", [.. largest, 0])).Being(HttpStatusCode.RequestEntityTooLarge);
        (await cluster.GetAsync($"{path}/proceedings")).Json["items"]![0]!["papers"]!.AsArray().Should().ContainSingle();
    }

    private async Task<(ClusterClient Cluster, string Path, string Item)> PlannedAsync()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Styret");
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2026-12-08", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";
        var item = (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Årsrapport"}""")).Being(HttpStatusCode.Created).Json["items"]![0]!["id"]!.GetValue<string>();
        return (cluster, path, item);
    }

    private async Task<Reply> AddAsync(ClusterClient cluster, string path, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Post, $"/api/clusters/{cluster.Id}{path}", TestApi.AdminKey, content));
    }
}
