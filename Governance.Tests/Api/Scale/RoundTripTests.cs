using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Scale;

public sealed class RoundTripTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Decision =
        """
        {
          "title": "Opprettelse", "decidedByText": "Partnerne", "decidedOn": "2018",
          "changes": [
            {"type": "admit-partner", "name": "Kommunen", "kind": "municipality"},
            {"type": "establish-body", "ref": "b", "kind": "board", "name": "Styre"},
            {"type": "appoint", "body": "#b", "role": "chair", "person": {"name": "Oppdiktet Eksempel Én"}},
            {"type": "adopt-strategy", "title": "Mot 2026", "focusAreas": ["Forskning"]}
          ]
        }
        """;

    [Fact]
    public async Task Recording_on_a_loaded_cluster_takes_one_batch_over_all_the_streams_it_touches_and_its_commit()
    {
        var cluster = await api.FoundAsync();

        var sent = await RequestedAsync(() => cluster.PostAsync("/decisions", Decision, ("Idempotency-Key", "one"), ("If-Match", "\"1\"")));

        sent.Should().ContainSingle().Which.Should().Contain("mt_quick_append_events(").And.Contain("mt_doc_person").And.Contain("mt_doc_recordedrequest");
    }

    [Theory]
    [InlineData("correction", """{"title": "Ny", "decidedByText": "Partnerne", "decidedOn": "2018", "reason": "Feil."}""")]
    [InlineData("annulment", """{"reason": "Feil."}""")]
    public async Task So_do_a_correction_and_an_annulment(string act, string body)
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync(Decision);

        (await RequestedAsync(() => cluster.PostAsync($"/decisions/{made.Id}/{act}", body))).Should().ContainSingle();
    }

    [Fact]
    public async Task Reading_a_loaded_cluster_takes_none()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync(Decision);
        var body = made.Json["changes"]![1]!["body"];
        string[] paths =
        [
            "?", "/structure?", "/structure?asOf=2018-01-01", $"/structure?knownAt={made.RecordedAt}", "/structure?minPosition=2", "/committees?", "/bodies?", $"/bodies/{body}?",
            $"/bodies/{body}/history?", "/names?name=Styre", "/decisions?", $"/decisions/{made.Id}?", "/partners?", "/meetings?", "/people?", "/history?", "/compare?from=2018-01-01", "/changes?", "/findings?",
        ];
        foreach (var path in paths)
        {
            var sent = await RequestedAsync(() => cluster.GetAsync(path));
            sent.Should().BeEmpty(path);
        }
    }

    [Fact]
    public async Task A_key_that_was_just_used_is_known_without_asking()
    {
        var cluster = await api.FoundAsync();
        var reader = cluster.As(await api.KeyAsync(Role.Reader, cluster.Id));
        await reader.GetAsync("/structure");

        (await RequestedAsync(() => reader.GetAsync("/findings"))).Should().BeEmpty();
    }

    private async Task<IReadOnlyCollection<string>> RequestedAsync(Func<Task<Reply>> request)
    {
        using var trips = new RoundTrips(api.Api.ConnectionString);
        (await request()).Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
        return trips.Requested;
    }
}
