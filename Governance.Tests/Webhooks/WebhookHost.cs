using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Governance.Tests.Support;

namespace Governance.Tests.Webhooks;

/// <summary>A server that may send to this machine and does not wait long, and a subscriber.</summary>
public sealed class WebhookHost : IAsyncLifetime
{
    private static int _clusters;

    /// <summary>Configuration as on the command line.</summary>
    public static readonly string[] Settings =
    [
        "--Governance:AllowPrivateWebhookTargets=true", "--Governance:Webhooks:FirstPause=00:00:00.05", "--Governance:Webhooks:LongestPause=00:00:00.2",
        "--Governance:Webhooks:Tries=3",
    ];

    public TestApi Api { get; private set; } = null!;

    public Subscriber Subscriber { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Api = await TestApi.StartAsync(Settings);
        Subscriber = await Subscriber.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Api.DisposeAsync();
        await Subscriber.DisposeAsync();
    }

    public async Task<ClusterClient> FoundAsync()
    {
        var id = $"hooked-{Interlocked.Increment(ref _clusters)}";
        using var content = new StringContent($$"""{"id": "{{id}}", "name": "Alrek helseklynge", "foundedOn": "2016"}""", Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await Api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, content))).Being(HttpStatusCode.Created);
        return new(Api.Client, id, TestApi.AdminKey);
    }
}

/// <summary>What admins do with subscribers.</summary>
internal static class Hooking
{
    /// <summary>Adds a subscriber, with further members.</summary>
    /// <returns>It with its secret, as answered.</returns>
    public static async Task<JsonNode> HookAsync(this ClusterClient cluster, string url, string more = "") =>
        (await cluster.PostAsync("/webhooks", $$"""{"url": "{{url}}"{{more}}}""")).Being(HttpStatusCode.Created).Json;

    /// <summary>It as it stands.</summary>
    public static async Task<JsonNode> HookedAsync(this ClusterClient cluster, JsonNode hook) => (await cluster.GetAsync($"/webhooks/{hook["id"]}?lang=en")).Being(HttpStatusCode.OK).Json;

    /// <summary>Waits until it stands so.</summary>
    public static Task UntilAsync(this ClusterClient cluster, JsonNode hook, Func<JsonNode, bool> so) => Eventually.TrueAsync(async () => so(await cluster.HookedAsync(hook)));

    /// <summary>Records so many decisions of nothing in particular.</summary>
    public static async Task TellAsync(this ClusterClient cluster, int count, string visibility = "public")
    {
        for (var n = 0; n < count; n++) await cluster.DecideAsync($$"""{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020", "visibility": "{{visibility}}"}""");
    }

    /// <summary>Records many at once.</summary>
    public static async Task TellManyAsync(this ClusterClient cluster, int count) => (await cluster.PostAsync("/import",
        $$"""{"decisions": [{{string.Join(',', Enumerable.Repeat("""{"title": "Vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""", count))}}]}""")).Being(HttpStatusCode.Created);
}
