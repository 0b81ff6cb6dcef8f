using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Security.Isolation;

/// <summary>Everybody of one cluster, at every address of another.</summary>
public sealed class IsolationTests(ApiFixture api) : IClassFixture<ApiFixture>, IDisposable
{
    private static readonly Role[] roles = [Role.Reader, Role.Secretary, Role.Admin];
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = api.Api.Client.BaseAddress };
    private readonly List<SignedInPerson> people = [];

    public void Dispose()
    {
        client.Dispose();
        people.ForEach(p => p.Dispose());
    }

    [Fact]
    public void It_is_known_of_every_route_what_it_tells() =>
        AllRoutes.Open.Concat(AllRoutes.Closed).Concat(AllRoutes.Apart).Concat(AllRoutes.OfNone)
            .Should().BeEquivalentTo(EndpointRoutes.Of(api.Api).Select(r => $"{r.Method} {r.Pattern}"));

    [Fact]
    public async Task Nobody_of_another_cluster_learns_what_is_there()
    {
        var (secret, own, absent) = (await SecretCluster.FoundAsync(api), await api.FoundAsync(), api.Unfounded().Id);
        var (position, admin) = (await secret.Client.PositionAsync(), new Asker("the cluster's own admin", client, await api.KeyAsync(Role.Admin, secret.Client.Id)));
        var forms = AllRoutes.Closed.Where(r => r.StartsWith("GET /{cluster}", StringComparison.Ordinal)).Select(r => "POST" + r[3..]);
        foreach (var asker in await AskersAsync(own.Id))
            foreach (var route in AllRoutes.Closed.Concat(forms))
            {
                var told = await asker.AskAsync(route, secret.Client.Id, Id(secret, route));
                told.Should().Be(await asker.AskAsync(route, absent, Id(secret, route)), "{0} asks {1}", asker.Name, route);
                told.Should().MatchRegex("^(302|400|401|403|404) ", "{0} asks {1}", asker.Name, route);
            }

        foreach (var route in AllRoutes.Closed.Where(r => r.StartsWith("GET /api", StringComparison.Ordinal)))
            (await admin.AskAsync(route, secret.Client.Id, Id(secret, route))).Should().StartWith("200 ", "it is there: {0}", route);
        (await secret.Client.PositionAsync()).Should().Be(position);
    }

    [Fact]
    public async Task Everybody_of_another_cluster_is_told_what_is_public_and_no_more()
    {
        var (secret, own) = (await SecretCluster.FoundAsync(api), await api.FoundAsync());
        // A page says whether somebody is signed in.
        var (key, person) = (new Asker("a key to nothing", client, await api.KeyAsync(Role.Reader, api.Unfounded().Id)), await PersonAsync([]));
        foreach (var asker in await AskersAsync(own.Id))
            foreach (var route in AllRoutes.Open)
            {
                var told = await asker.AskAsync(route, secret.Client.Id, Id(secret, route));
                told.Should().Be(await (asker.Key is null ? person : key).AskAsync(route, secret.Client.Id, Id(secret, route)), "{0} asks {1}", asker.Name, route);
                told.Should().NotContain(SecretCluster.Secret, "{0} asks {1}", asker.Name, route);
                if (route.Contains("{id:guid}", StringComparison.Ordinal))
                    told.Should().Be(await asker.AskAsync(route, secret.Client.Id, $"{Guid.AllBitsSet}"), "{0} asks {1}", asker.Name, route);
            }
    }

    [Fact]
    public async Task At_the_addresses_of_ones_own_cluster_what_is_anothers_is_as_if_it_were_not_there()
    {
        var (secret, own) = (await SecretCluster.FoundAsync(api), await api.FoundAsync());
        foreach (var asker in (await AskersAsync(own.Id)).Where(a => a.Name.Contains("admin", StringComparison.Ordinal)))
            foreach (var route in AllRoutes.Open.Concat(AllRoutes.Closed).Where(r => r.Contains("{id:guid}", StringComparison.Ordinal)))
                (await asker.AskAsync(route, own.Id, Id(secret, route))).Should().Be(await asker.AskAsync(route, own.Id, $"{Guid.AllBitsSet}"), "{0} asks {1}", asker.Name, route);
    }

    [Fact]
    public async Task Keys_and_accounts_of_another_cluster_are_as_if_they_were_not_there()
    {
        var (secret, own, absent) = (await SecretCluster.FoundAsync(api), await api.FoundAsync(), api.Unfounded().Id);
        foreach (var asker in await AskersAsync(own.Id))
            foreach (var route in AllRoutes.Apart)
            {
                var id = route.Contains("/keys", StringComparison.Ordinal) ? secret.KeyId : secret.Account.Id;
                var told = await asker.AskAsync(route, secret.Client.Id, id, Naming(route, secret.Client.Id));
                told.Should().Be(await asker.AskAsync(route, absent, "nobodys", Naming(route, absent)), "{0} asks {1}", asker.Name, route);
                told.Should().NotContain(SecretCluster.Secret).And.NotContain(secret.KeyId).And.NotContain(secret.Account.Id);
            }

        (await (await api.Api.SendAsync(HttpMethod.Get, "/api/keys", TestApi.AdminKey)).Content.ReadAsStringAsync()).Should().Contain(secret.KeyId);
    }

    private static string Naming(string route, string cluster) => route switch
    {
        "POST /api/keys" => $$"""{"name": "Ada", "role": "reader", "cluster": "{{cluster}}"}""",
        "POST /api/accounts" => $$"""{"login": "ny@example.org", "name": "Ada", "grants": [{"role": "reader", "cluster": "{{cluster}}"}]}""",
        "POST /api/clusters" => $$"""{"id": "{{cluster}}", "name": "Ada", "foundedOn": "2019"}""",
        _ => """{"name": "Ada"}""",
    };

    private static string Id(SecretCluster secret, string route) =>
        route.Split('/') is var parts && Array.IndexOf(parts, "{id:guid}") is var at and > 0 ? secret.Ids[parts[at - 1]] : $"{Guid.Empty}";

    /// <summary>By key and by session, in each role.</summary>
    private async Task<IReadOnlyList<Asker>> AskersAsync(string cluster)
    {
        var askers = new List<Asker>();
        foreach (var role in roles)
        {
            askers.Add(new($"{role} by key".ToLowerInvariant(), client, await api.KeyAsync(role, cluster)));
            askers.Add(await PersonAsync([new(role, cluster)]) with { Name = $"{role} by session".ToLowerInvariant() });
        }
        return askers;
    }

    private async Task<Asker> PersonAsync(IReadOnlyList<Grant> grants)
    {
        var person = await SignedInPerson.WithAsync(api.Api, grants);
        people.Add(person);
        return new("somebody", person.Client, null);
    }
}
