using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Recording;

public sealed class RepeatTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Decision =
        """{"title": "Forum", "decidedByText": "Partnerne", "decidedOn": "2017", "changes": [{"type": "establish-body", "kind": "forum", "name": "Faglig forum"}]}""";

    private static readonly (string, string) Plain = ("Idempotency-Key", "key-1");

    [Fact]
    public async Task The_same_request_is_answered_as_the_first_time_whatever_came_since_and_however_it_is_written()
    {
        var cluster = await api.FoundAsync();
        var first = (await cluster.PostAsync("/decisions", Decision, Plain)).Being(HttpStatusCode.Created);
        await cluster.EstablishAsync("2018", "Brukerpanel");

        var again = (await cluster.PostAsync("/decisions", Decision, Plain)).Being(HttpStatusCode.Created);
        var written = (await cluster.PostAsync("/decisions",
            """{ "changes" : [{"name":"Faglig\u0020forum","kind":"forum","type":"establish-body"}],"decidedOn":"2017","decidedByText":"Partnerne","title":"\u0046orum" }""", Plain)).Being(HttpStatusCode.Created);

        again.Text.Should().Be(first.Text);
        written.Text.Should().Be(first.Text);
        again.Headers.Should().Contain("Location", first.Headers["Location"]).And.Contain("ETag", "\"2\"").And.Contain("Governance-Position", "2");
        (await cluster.PositionAsync()).Should().Be(3);
    }

    [Fact]
    public async Task The_same_key_with_another_body_or_path_is_refused()
    {
        var cluster = await api.FoundAsync();
        var made = (await cluster.PostAsync("/decisions", Decision, Plain)).Being(HttpStatusCode.Created);

        var other = await cluster.PostAsync("/decisions?lang=en", Decision.Replace("Faglig forum", "Forum", StringComparison.Ordinal), Plain);
        other.Being(HttpStatusCode.UnprocessableEntity);
        new Labels().Same(other.Without("traceId"),
            $$"""
            {
              "type": "/problems/idempotency-key-reused", "title": "The key was used for something else", "status": 422,
              "detail": "The same Idempotency-Key was used with another body.", "instance": "/api/clusters/{{cluster.Id}}/decisions"
            }
            """);
        (await cluster.PostAsync($"/decisions/{made.Id}/annulment", """{"reason": "Feil."}""", Plain)).Being(HttpStatusCode.UnprocessableEntity)
            .Json["type"]!.GetValue<string>().Should().Be("/problems/idempotency-key-reused");
        (await cluster.PositionAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Ten_at_once_are_recorded_once_and_answered_alike()
    {
        var cluster = await api.FoundAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => cluster.PostAsync("/decisions", Decision, Plain)));

        answers.Should().OnlyContain(a => a.Status == HttpStatusCode.Created && a.Text == answers[0].Text);
        (await cluster.PositionAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        var cluster = await api.FoundAsync();
        var refused = Decision.Replace("\"Partnerne\"", "\"Partnerne\", \"decidedBy\": \"Styringsgruppe\"", StringComparison.Ordinal);

        (await cluster.PostAsync("/decisions", refused, Plain)).Being(HttpStatusCode.UnprocessableEntity);
        (await cluster.PostAsync("/decisions?dryRun=true", Decision, Plain)).Being(HttpStatusCode.OK);
        (await cluster.PostAsync("/decisions", Decision, Plain)).Being(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Each_holder_of_a_key_and_each_cluster_has_keys_of_their_own()
    {
        var (cluster, other) = (await api.FoundAsync(), await api.FoundAsync());
        var secretary = cluster.As(await api.KeyAsync(Role.Secretary, cluster.Id));

        (await cluster.PostAsync("/decisions", Decision, Plain)).Being(HttpStatusCode.Created);
        (await secretary.PostAsync("/decisions", Decision.Replace("Faglig forum", "Forum", StringComparison.Ordinal), Plain)).Being(HttpStatusCode.Created);
        (await other.PostAsync("/decisions", Decision, Plain)).Being(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_repeat_is_answered_even_where_it_would_now_be_refused_or_stale()
    {
        var cluster = await api.FoundAsync();
        var numbered = Decision.Replace("{\"title\"", "{\"caseNumber\": \"1/17\", \"title\"", StringComparison.Ordinal);
        var first = (await cluster.PostAsync("/decisions", numbered, Plain, ("If-Match", "\"1\""))).Being(HttpStatusCode.Created);
        await cluster.EstablishAsync("2018", "Brukerpanel");

        (await cluster.PostAsync("/decisions", numbered, Plain, ("If-Match", "\"1\""))).Text.Should().Be(first.Text);
    }

    [Fact]
    public async Task Every_write_with_a_body_takes_a_key()
    {
        var cluster = await api.FoundAsync();
        var made = await cluster.DecideAsync(Decision);
        var person = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Eksempel Én"}""")).Id;
        var finding = (await cluster.GetAsync("/findings")).Json["findings"]![0]!["id"];
        (HttpMethod Method, string Path, string Body)[] writes =
        [
            (HttpMethod.Post, "/people", """{"name": "Oppdiktet Eksempel To"}"""),
            (HttpMethod.Patch, $"/people/{person}", """{"title": "Lege"}"""),
            (HttpMethod.Post, "/meetings", """{"body": "Faglig forum", "number": "1/18", "heldOn": "2018"}"""),
            (HttpMethod.Post, $"/findings/{finding}/acceptance", """{"note": "Kjent."}"""),
            (HttpMethod.Patch, "", """{"note": "Fra årsmeldingen."}"""),
            (HttpMethod.Post, "/import", """{"people": [{"id": "a", "name": "Oppdiktet Eksempel Tre"}]}"""),
            (HttpMethod.Post, $"/decisions/{made.Id}/correction", Decision.Replace("{\"title\"", "{\"reason\": \"Feil.\", \"note\": \"Ny.\", \"title\"", StringComparison.Ordinal)),
            (HttpMethod.Post, $"/decisions/{made.Id}/redaction", """{"texts": ["note"], "reason": "Personvern."}"""),
            (HttpMethod.Post, $"/decisions/{made.Id}/annulment", """{"reason": "Feil."}"""),
        ];
        foreach (var (method, path, body) in writes)
        {
            var before = await cluster.PositionAsync();
            var first = await cluster.SendAsync(method, path, body, [("Idempotency-Key", "key " + path)]);
            var again = await cluster.SendAsync(method, path, body, [("Idempotency-Key", "key " + path)]);

            ((int)first.Status).Should().BeInRange(200, 201, "{0}: {1}", path, first.Text);
            (again.Status, again.Text).Should().Be((first.Status, first.Text), path);
            (await cluster.PositionAsync()).Should().Be(before + 1, path);
        }
        foreach (var (method, path, body) in writes)
            (await cluster.SendAsync(method, path, body, [("Idempotency-Key", "key " + path)])).Position.Should().BeGreaterThan(2, "it is answered still");
    }

    [Fact]
    public async Task A_key_that_is_no_plain_text_is_refused()
    {
        var cluster = await api.FoundAsync();

        var refused = (await cluster.PostAsync("/decisions?lang=en", Decision, ("Idempotency-Key", new string('k', 201)))).Being(HttpStatusCode.BadRequest);

        refused.Json["faults"]!.ToJsonString().Should().Be("""[{"path":"Idempotency-Key","message":"Must be given once, with 1\u2013200 printable ASCII characters."}]""");
    }
}
