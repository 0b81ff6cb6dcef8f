using System.Diagnostics;
using System.Net;
using Governance.Api.Clusters;
using Governance.Api.Security;
using Governance.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Faults;

public sealed class DatabaseAwayTests(ApiFixture api) : IClassFixture<ApiFixture>, IAsyncLifetime
{
    private const string Decision = """{"title": "Forum", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "forum", "name": "Faglig forum"}]}""";

    private Cable cable = null!;
    private TestApi far = null!;
    private ClusterClient near = null!;
    private ClusterClient cluster = null!;

    public async Task InitializeAsync()
    {
        cable = Cable.To(api.Api.ConnectionString);
        far = await TestApi.StartAsync([$"--ConnectionStrings:Governance={cable.ConnectionString}"]);
        near = await api.FoundAsync();
        cluster = near.As(TestApi.AdminKey, far.Client);
        (await cluster.GetAsync("/structure")).Being(HttpStatusCode.OK);
    }

    public async Task DisposeAsync()
    {
        await far.DisposeAsync();
        await cable.DisposeAsync();
    }

    [Fact]
    public async Task Everything_that_needs_it_is_not_ready_and_it_goes_on_by_itself_when_it_is_back()
    {
        var reader = await api.KeyAsync(Role.Reader, near.Id);
        cable.Cut();

        await IsNotReadyAsync(cluster.PostAsync("/decisions?lang=en", Decision), "/decisions");
        await IsNotReadyAsync(cluster.PostAsync("/decisions?dryRun=true&lang=en", Decision), "/decisions");
        await IsNotReadyAsync(cluster.As(reader).GetAsync("/findings?lang=en"), "/findings");
        await Eventually.TrueAsync(async () => (await cluster.GetAsync("/structure")).Status == HttpStatusCode.ServiceUnavailable);
        await IsNotReadyAsync(cluster.GetAsync("/structure?lang=en"), "/structure");
        (await StatusAsync("/health/ready")).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync("/health/live")).Should().Be(HttpStatusCode.OK);
        await near.EstablishAsync("2018", "Brukerpanel");

        cable.Mend();
        await Eventually.TrueAsync(async () => (await cluster.GetAsync("/structure")) is { Status: HttpStatusCode.OK } shown && shown.Text.Contains("Brukerpanel", StringComparison.Ordinal));
        (await cluster.DecideAsync(Decision)).Position.Should().Be(3);
        await Eventually.TrueAsync(async () => await StatusAsync("/health/ready") == HttpStatusCode.OK);
        await api.VerifyAsync(near);
    }

    [Fact]
    public async Task An_answer_lost_on_its_way_back_is_had_again_with_the_same_key()
    {
        cable.LoseAnswerToCommitOf("Faglig forum");
        var key = ("Idempotency-Key", "once");

        (await cluster.PostAsync("/decisions", Decision, key)).Being(HttpStatusCode.ServiceUnavailable);
        (await near.GetAsync("/structure?minPosition=2")).Text.Should().Contain("Faglig forum", "it was recorded");
        var again = (await cluster.PostAsync("/decisions", Decision, key)).Being(HttpStatusCode.Created);

        again.Position.Should().Be(2);
        (await cluster.PositionAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_line_that_has_gone_silent_is_given_up_and_the_others_with_it()
    {
        cable.Silence();
        var watch = Stopwatch.StartNew();
        await IsNotReadyAsync(cluster.PostAsync("/decisions?lang=en", Decision, ("Idempotency-Key", "once")), "/decisions");
        (await StatusAsync("/health/ready")).Should().Be(HttpStatusCode.ServiceUnavailable);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(45));

        cable.Mend();
        await Eventually.TrueAsync(async () => (await cluster.PostAsync("/decisions", Decision, ("Idempotency-Key", "once"))).Status == HttpStatusCode.Created);
        await Eventually.TrueAsync(async () => (await cluster.GetAsync("/committees")).Status == HttpStatusCode.OK);
        (await cluster.PositionAsync()).Should().Be(2);
        await Eventually.TrueAsync(async () => await StatusAsync("/health/ready") == HttpStatusCode.OK);
        await api.VerifyAsync(near);
    }

    [Fact]
    public async Task It_is_told_of_news_again_after_its_line_has_gone_silent()
    {
        var said = 0;
        var follower = far.Services.GetRequiredService<Follower>();
        await Eventually.TrueAsync(async () => await IsToldAsync());

        cable.Silence();
        await Eventually.TrueAsync(async () => (await cluster.GetAsync("/structure")).Status == HttpStatusCode.ServiceUnavailable);
        cable.Mend();
        await Eventually.TrueAsync(async () => await IsToldAsync());

        async Task<bool> IsToldAsync()
        {
            var before = follower.Heard;
            await near.EstablishAsync("2019", $"Utvalg {++said}");
            return follower.Heard > before;
        }
    }

    private async Task IsNotReadyAsync(Task<Reply> request, string path)
    {
        var refused = (await request).Being(HttpStatusCode.ServiceUnavailable);
        refused.MediaType.Should().Be("application/problem+json");
        refused.Headers["Retry-After"].Should().Be("1");
        refused.Without("traceId").ToJsonString().Should().Be(
            $$"""{"type":"/problems/not-ready","title":"Not ready","status":503,"detail":"Try again in a moment.","instance":"/api/clusters/{{near.Id}}{{path}}"}""");
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await far.Client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
