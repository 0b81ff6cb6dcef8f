using System.Net;
using System.Text;
using Governance.Tests.Support;

namespace Governance.Tests.Faults;

public sealed class MailKillTests : IAsyncLifetime
{
    private const int Called = 200;
    private readonly TemporaryFolder folder = new();
    private readonly MailSink sink = new();
    private ServerProcess server = null!;

    public async Task InitializeAsync() => server = await ServeAsync();

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await sink.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_gets_its_notice_though_the_node_is_killed_while_they_go_out()
    {
        await CallAsync();
        await Eventually.TrueAsync(() => Task.FromResult(sink.Taken.Count >= Called / 5));
        var dead = server;
        await dead.KillAsync();
        server = await ServeAsync();
        await dead.DisposeAsync();
        await AllAsync();
    }

    [Fact]
    public async Task Each_gets_its_notice_though_the_mail_server_is_killed_while_they_go_out()
    {
        await CallAsync();
        foreach (var part in new[] { 5, 3 })
        {
            await Eventually.TrueAsync(() => Task.FromResult(sink.Taken.Count >= Called / part));
            await sink.DieAsync();
            sink.Rise();
        }

        await AllAsync();
    }

    /// <summary>One each, or two where it died after the mail was taken; nobody is left out.</summary>
    private async Task AllAsync()
    {
        for (var there = 0; there < Called; there = Told())
        {
            var before = there;
            await Eventually.TrueAsync(() => Task.FromResult(Told() > before));
        }

        sink.Taken.GroupBy(m => m.To).Should().HaveCount(Called).And.OnlyContain(one => one.Count() <= 2);
        sink.Taken.GroupBy(m => m.To).Should().OnlyContain(one => one.Select(m => m.Message.MessageId).Distinct().Count() == 1);

        int Told() => sink.Taken.Select(m => m.To).Distinct().Count();
    }

    private async Task CallAsync()
    {
        var cluster = new ClusterClient(server.Client, "alrek", TestApi.AdminKey);
        using var founding = new HttpRequestMessage(HttpMethod.Post, "/api/clusters") { Content = new StringContent("""{"id": "alrek", "name": "Alrek", "foundedOn": "2016"}""", Encoding.UTF8, "application/json") };
        founding.Headers.Authorization = new("Bearer", TestApi.AdminKey);
        (await Reply.OfAsync(await server.Client.SendAsync(founding))).Being(HttpStatusCode.Created);
        var appointed = new List<string>();
        for (var n = 0; n < Called; n++)
            appointed.Add($$"""{"type": "appoint", "body": "#b", "role": "member", "person": "{{(await cluster.PostAsync("/people", $$"""{"name": "Eksempel {{n}}", "email": "eksempel{{n}}@example.org"}""")).Being(HttpStatusCode.Created).Id}}"}""");
        await cluster.DecideAsync($$"""{"title": "Styret", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "establish-body", "ref": "b", "kind": "board", "name": "Styret"}, {{string.Join(", ", appointed)}}]}""");
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2027-01-12", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";
        (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Sak"}""")).Being(HttpStatusCode.Created);
        (await cluster.PostAsync($"{path}/notice", "{}")).Being(HttpStatusCode.OK);
    }

    private Task<ServerProcess> ServeAsync() =>
        ServerProcess.ServeAsync([$"--Governance:StateFolder={folder.Path}", $"--Governance:AdminKey={TestApi.AdminKey}", .. sink.Settings]);
}
