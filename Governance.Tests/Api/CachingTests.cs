using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class CachingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task An_answer_that_is_still_so_is_not_sent_again_and_one_that_is_not_is()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2017", "Styre");
        var person = (await cluster.PostAsync("/people", """{"name": "Oppdiktet Eksempel Én"}""")).Id;
        await cluster.DecideAsync($$"""{"title": "Leder", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [{"type": "appoint", "body": "Styre", "role": "chair", "person": "{{person}}", "termThrough": "2930"}]}""");
        var first = await cluster.As(null).GetAsync("/structure");
        var tag = first.Headers["ETag"];

        first.Headers["Cache-Control"].Should().MatchRegex("^public, max-age=([1-5]?[0-9]|60)$");
        first.Headers["Vary"].Should().ContainAll("Accept", "Authorization");
        await NotModifiedAsync(cluster.As(null));
        await cluster.DecideAsync("""{"title": "Orientering", "decidedByText": "Partnerne", "decidedOn": "2019"}""");
        var after = await NotModifiedAsync(cluster.As(null));
        after.Headers["Governance-Position"].Should().Be("5", "the answer is the same at the new position");
        (await cluster.PatchAsync($"/people/{person}", """{"name": "Oppdiktet Eksempel To"}""")).Being(HttpStatusCode.OK);
        (await cluster.As(null).GetAsync("/structure", ("If-None-Match", tag))).Being(HttpStatusCode.OK).Text.Should().Contain("Oppdiktet Eksempel To");

        async Task<Reply> NotModifiedAsync(ClusterClient caller)
        {
            var reply = (await caller.GetAsync("/structure", ("If-None-Match", tag))).Being(HttpStatusCode.NotModified);
            reply.Text.Should().BeEmpty();
            reply.Headers["ETag"].Should().Be(tag);
            return reply;
        }
    }

    [Fact]
    public async Task With_a_login_an_answer_is_kept_for_that_login_alone()
    {
        var cluster = await api.FoundAsync();
        var reader = cluster.As(await api.KeyAsync(Role.Reader, cluster.Id));

        (await reader.GetAsync("/structure")).Headers["Cache-Control"].Should().Contain("private").And.NotContain("public");
        (await reader.GetAsync("/findings")).Headers["Cache-Control"].Should().Contain("private").And.NotContain("public");
    }

    [Fact]
    public async Task Each_question_has_an_answer_of_its_own()
    {
        var (cluster, other) = (await api.FoundAsync(), await api.FoundAsync());
        foreach (var each in new[] { cluster, other }) await each.DecideAsync($$"""{"title": "Styre", "decidedByText": "Partnerne", "decidedOn": "2017-05-01", "changes": [{"type": "establish-body", "kind": "board", "name": "Styre {{each.Id}}", "nameEn": "Board", "visibility": "internal"}]}""");
        string[] questions = ["/structure", "/structure?asOf=2017-04-30", "/structure?knownAt=2017-05-01T00:00:00Z", "/committees", "/history?lang=en", "/history?lang=nb", "/bodies"];
        var callers = new[] { cluster, cluster.As(null), other, other.As(null) };

        var (once, again) = (await AllAsync(), await AllAsync());

        again.Should().Equal(once);
        once.Where((_, i) => i % callers.Length is 1 or 3).Should().OnlyContain(text => !text.Contains("alrek-", StringComparison.Ordinal));
        once[0].Should().Contain($"Styre {cluster.Id}\"");
        once[2].Should().Contain($"Styre {other.Id}\"");
        once[4].Should().NotContain("Styre");

        async Task<List<string>> AllAsync()
        {
            var answers = new List<string>();
            foreach (var question in questions)
                foreach (var caller in callers) answers.Add((await caller.GetAsync(question)).Being(HttpStatusCode.OK).Text);
            return answers;
        }
    }

    [Fact]
    public async Task Who_asks_what_was_asked_before_is_answered_as_the_first_was_headers_and_all()
    {
        var cluster = (await api.FoundAsync()).As(null);
        foreach (var form in new[] { "application/json", "text/html", "application/ld+json", "*/*" })
            foreach (var origin in new[] { "https://a.example", null })
            {
                (string, string)[] headers = origin is null ? [("Accept", form)] : [("Accept", form), ("Origin", origin)];
                var (first, again) = (await cluster.GetAsync("/committees?lang=en", headers), await cluster.GetAsync("/committees?lang=en", headers));

                again.Status.Should().Be(first.Status);
                again.Text.Should().Be(first.Text);
                Told(again).Should().BeEquivalentTo(Told(first));
                again.MediaType.Should().Be(first.MediaType).And.StartWith(form == "*/*" ? "application/json" : form);
            }

        static IEnumerable<KeyValuePair<string, string>> Told(Reply reply) => reply.Headers.Where(h => h.Key is not ("Date" or "Cache-Control"));
    }

    [Fact]
    public async Task Before_the_founding_everything_is_empty_and_what_was_not_known_is_not_there()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2017", "Styre");

        (await cluster.GetAsync("/structure?asOf=2015-12-31")).Being(HttpStatusCode.OK).Json.ToJsonString().Should().Be("""{"asOf":"2015-12-31","bodies":[],"partners":[],"upcoming":[]}""");
        (await cluster.GetAsync("/committees?knownAt=2000-01-01T00:00:00Z&asOf=2020-01-01")).Being(HttpStatusCode.OK).Json.ToJsonString().Should().Be("""{"asOf":"2020-01-01","bodies":[]}""");
        (await cluster.GetAsync("/findings?asOf=2015-12-31")).Being(HttpStatusCode.OK).Json.ToJsonString().Should().Be("""{"asOf":"2015-12-31","findings":[],"accepted":[]}""");
    }
}
