using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Governance.Tests.Support;

namespace Governance.Tests.Cli;

public sealed class MeetingArchiveTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task An_archive_carries_what_is_written_for_meetings_and_their_papers()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Styret");
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2026-12-08", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";
        var item = (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Årsrapport"}""")).Being(HttpStatusCode.Created).Json["items"]![0]!["id"]!.GetValue<string>();
        byte[] bytes = [.. "%PDF-1.7\n"u8, .. new byte[2 << 20]];
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        var paper = (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Post, $"/api/clusters/{cluster.Id}{path}/items/{item}/papers?name=rapport.pdf", TestApi.AdminKey, content))).Being(HttpStatusCode.Created).Json["items"]![0]!["papers"]![0]!["id"]!.GetValue<string>();
        (await cluster.PostAsync($"{path}/notice", """{"mail": false}""")).Being(HttpStatusCode.OK);
        var written = (await cluster.GetAsync($"{path}/proceedings")).Text;
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "alrek.ndjson");
        await File.WriteAllTextAsync(file, (await cluster.GetAsync("/export/events.ndjson")).Being(HttpStatusCode.OK).Text, new UTF8Encoding(false));

        await using var other = await TestApi.StartAsync();
        await using (var run = ServerProcess.Run(["import", file, $"--ConnectionStrings:Governance={other.ConnectionString}"])) (await run.EndAsync()).Should().Be(0, await run.Errors);

        var there = new ClusterClient(other.Client, cluster.Id, TestApi.AdminKey);
        (await there.GetAsync($"{path}/proceedings")).Text.Should().Be(written);
        using var read = await other.SendAsync(HttpMethod.Get, $"/api/clusters/{cluster.Id}{path}/papers/{paper}", TestApi.AdminKey);
        (await read.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        (await there.GetAsync("/export/events.ndjson")).Text.Should().Be((await cluster.GetAsync("/export/events.ndjson")).Text);
    }
}
