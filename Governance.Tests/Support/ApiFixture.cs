using System.Net;
using System.Text;
using Governance.Api.EventStore;
using Governance.Api.Security;
using Governance.Domain.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Support;

/// <summary>One running API for a class of tests, and a cluster of its own for each of them.</summary>
public class ApiFixture : IAsyncLifetime
{
    private static int _clusters;

    public TestApi Api { get; private set; } = null!;

    public EventLog Log => Api.Services.GetRequiredService<EventLog>();

    /// <summary>Configuration as on the command line.</summary>
    protected virtual IEnumerable<string> Settings => [];

    public async Task InitializeAsync() => Api = await TestApi.StartAsync(Settings);

    public async Task DisposeAsync() => await Api.DisposeAsync();

    /// <summary>A new cluster, to the holder of the admin key.</summary>
    public async Task<ClusterClient> FoundAsync(string foundedOn = "2016")
    {
        var cluster = Unfounded();
        using var content = new StringContent($$"""{"id": "{{cluster.Id}}", "name": "Alrek helseklynge", "foundedOn": "{{foundedOn}}"}""", Encoding.UTF8, "application/json");
        (await Reply.OfAsync(await Api.SendAsync(HttpMethod.Post, "/api/clusters", TestApi.AdminKey, content))).Being(HttpStatusCode.Created);
        return cluster;
    }

    /// <summary>A cluster that is not there.</summary>
    public ClusterClient Unfounded() => new(Api.Client, $"alrek-{Interlocked.Increment(ref _clusters)}", TestApi.AdminKey);

    /// <summary>A key with a role in a cluster.</summary>
    public async Task<string> KeyAsync(Role role, string? cluster)
    {
        using var content = new StringContent($$"""{"name": "Ada", "role": "{{Words.Of(role)}}"{{(cluster is null ? "" : $", \"cluster\": \"{cluster}\"")}}}""", Encoding.UTF8, "application/json");
        var made = await Reply.OfAsync(await Api.SendAsync(HttpMethod.Post, "/api/keys", TestApi.AdminKey, content));
        return made.Being(HttpStatusCode.Created).Json["key"]!.GetValue<string>();
    }

    /// <summary>A key with a role in a cluster, made by an admin who is a person of their own.</summary>
    public Task<string> KeyOfAnotherAsync(Role role, string cluster) => KeyOfAnotherAsync(Api, role, cluster);

    /// <inheritdoc cref="KeyOfAnotherAsync(Role, string)"/>
    public static async Task<string> KeyOfAnotherAsync(TestApi api, Role role, string cluster)
    {
        using var admin = await SignedInPerson.WithAsync(api, Role.Admin, cluster);
        return (await api.Services.GetRequiredService<ApiKeys>().CreateAsync("Bo", new(role, cluster), null, admin.Account.Id, default)).Secret;
    }

    /// <summary>Nothing in the cluster's log is other than it was written.</summary>
    public async Task VerifyAsync(ClusterClient cluster) => (await Log.VerifyAsync(cluster.Id)).Differences.Should().BeEmpty();
}
