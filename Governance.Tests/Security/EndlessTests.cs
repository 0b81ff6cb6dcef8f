using System.Net;
using System.Net.ServerSentEvents;
using Governance.Api.Security;
using Governance.Api.Security.SignIn;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Security;

/// <summary>What is told as it comes is told only for as long as the login holds that it was asked for with.</summary>
public sealed class EndlessTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_stream_ends_when_its_key_is_revoked_or_expires_and_when_its_session_ends()
    {
        var cluster = await api.FoundAsync();
        var (revoked, id) = await KeyAsync(cluster.Id, "");
        var (expiring, _) = await KeyAsync(cluster.Id, $", \"expiresAt\": \"{TimeProvider.System.GetUtcNow().AddSeconds(4):O}\"");
        using var person = await SignedInPerson.WithAsync(api.Api, Role.Reader, cluster.Id);
        using var demoted = await SignedInPerson.WithAsync(api.Api, Role.Reader, cluster.Id);
        await using var open = await ListenAsync(cluster, api.Api.Client, null);
        await using var known = await ListenAsync(cluster, api.Api.Client, await api.KeyAsync(Role.Reader, cluster.Id));
        await using var first = await ListenAsync(cluster, api.Api.Client, revoked);
        await using var second = await ListenAsync(cluster, api.Api.Client, expiring);
        await using var third = await ListenAsync(cluster, person.Client, null);
        await using var fourth = await ListenAsync(cluster, demoted.Client, null);

        (await api.Api.SendAsync(HttpMethod.Delete, $"/api/keys/{id}", TestApi.AdminKey)).StatusCode.Should().Be(HttpStatusCode.NoContent);
        await api.Api.Services.GetRequiredService<SessionCache>().EndAsync(person.Token, default);
        await api.Api.Services.GetRequiredService<Accounts>().GrantAsync(demoted.Account, [], default);

        foreach (var ended in new[] { first, second, third, fourth }) (await ended.MoveNextAsync().AsTask().WaitAsync(Patience)).Should().BeFalse("it says no more");
        await cluster.DecideAsync("""{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""");
        foreach (var going in new[] { open, known })
        {
            (await going.MoveNextAsync().AsTask().WaitAsync(Patience)).Should().BeTrue("this login holds");
            going.Current.EventId.Should().Be("2");
        }
    }

    private async Task<(string Key, string Id)> KeyAsync(string cluster, string members)
    {
        using var content = new StringContent($$"""{"name": "Ada", "role": "reader", "cluster": "{{cluster}}"{{members}}}""", System.Text.Encoding.UTF8, "application/json");
        var made = (await Reply.OfAsync(await api.Api.SendAsync(HttpMethod.Post, "/api/keys", TestApi.AdminKey, content))).Being(HttpStatusCode.Created).Json;
        return (made["key"]!.GetValue<string>(), made["id"]!.GetValue<string>());
    }

    /// <summary>A stream that has begun.</summary>
    private static async Task<IAsyncEnumerator<SseItem<string>>> ListenAsync(ClusterClient cluster, HttpClient client, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/clusters/{cluster.Id}/changes/stream");
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var events = SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
        (await events.MoveNextAsync()).Should().BeTrue();
        events.Current.EventType.Should().Be("beat");
        return events;
    }
}
