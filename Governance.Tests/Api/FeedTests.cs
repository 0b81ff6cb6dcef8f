using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Governance.Tests.Support;

namespace Governance.Tests.Api;

public sealed class FeedTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_feed_goes_from_piece_to_piece_without_gaps_and_hides_what_is_internal()
    {
        var cluster = await TellAsync();

        var first = (await cluster.As(null).GetAsync("/changes?limit=3")).Being(HttpStatusCode.OK).Json;
        var rest = (await cluster.As(null).GetAsync($"/changes?after={first["next"]}&limit=3")).Json;

        first["changes"]!.AsArray().Concat(rest["changes"]!.AsArray()).Select(c => c!["position"]!.GetValue<long>()).Should().Equal(1, 2, 3, 4);
        rest["next"].Should().BeNull();
        Members(first["changes"]![2]!).Should().Equal("position", "recordedAt");
        Members(first["changes"]![1]!).Should().Equal("position", "recordedAt", "type", "sentence", "decision", "title");
        ((await cluster.GetAsync("/changes")).Json["changes"]![2]!["type"]!.GetValue<string>()).Should().Be("decision-recorded");
    }

    [Fact]
    public async Task A_stream_tells_what_came_since_and_then_what_comes()
    {
        var cluster = await TellAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/clusters/{cluster.Id}/changes/stream");
        request.Headers.Add("Last-Event-ID", "3");
        using var response = await api.Api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        await using var stream = await response.Content.ReadAsStreamAsync();
        await using var events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

        (await events.MoveNextAsync()).Should().BeTrue();
        (events.Current.EventId, events.Current.EventType).Should().Be(("4", "decision-recorded"));
        await cluster.DecideAsync("""{"title": "Enda et vedtak", "decidedByText": "Partnerne", "decidedOn": "2020"}""");
        (await events.MoveNextAsync()).Should().BeTrue();
        events.Current.EventId.Should().Be("5");
        JsonNode.Parse(events.Current.Data)!["title"]!.GetValue<string>().Should().Be("Enda et vedtak");
    }

    [Fact]
    public async Task To_ask_for_the_headers_of_a_stream_leaves_the_connection_free()
    {
        var cluster = await TellAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = api.Api.Client.BaseAddress, Timeout = TimeSpan.FromSeconds(20) };

        (await Reply.OfAsync(await client.SendAsync(new(HttpMethod.Head, $"/api/clusters/{cluster.Id}/changes/stream")))).Being(HttpStatusCode.OK).MediaType.Should().Be("text/event-stream");

        (await cluster.As(null, client).GetAsync("/committees")).Being(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Atom_tells_in_sentences_what_was_registered()
    {
        var cluster = await TellAsync();

        var answer = (await cluster.As(null).GetAsync("/changes.atom")).Being(HttpStatusCode.OK);

        answer.MediaType.Should().Be("application/atom+xml");
        var entries = XDocument.Parse(answer.Text).Root!.Elements(Atom + "entry").ToList();
        entries.Select(e => e.Element(Atom + "id")!.Value).Should().OnlyHaveUniqueItems().And.Contain($"urn:governance:{cluster.Id}:position:2").And.NotContain($"urn:governance:{cluster.Id}:position:3");
        entries.Should().OnlyContain(e => e.Element(Atom + "title")!.Value.Length > 0 && DateTimeOffset.Parse(e.Element(Atom + "updated")!.Value) > DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task A_calendar_has_the_days_on_which_terms_end_deadlines_fall_and_changes_take_effect()
    {
        var cluster = await TellAsync();

        var answer = (await cluster.As(null).GetAsync("/calendar.ics")).Being(HttpStatusCode.OK);

        answer.MediaType.Should().Be("text/calendar");
        answer.Text.Split("\r\n").Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var unfolded = answer.Text.Replace("\r\n ", "", StringComparison.Ordinal);
        unfolded.Should().StartWith("BEGIN:VCALENDAR\r\n").And.EndWith("END:VCALENDAR\r\n");
        var events = unfolded.Split("BEGIN:VEVENT\r\n")[1..].Select(e => e.Split("\r\n")).ToList();
        events.Should().Contain(e => Has(e, "DTSTART;VALUE=DATE:29981231", "DTEND;VALUE=DATE:29990101", "SUMMARY:Oppdiktet Eksempel sin periode i Styringsgruppe går ut."))
            .And.Contain(e => Has(e, "DTSTART;VALUE=DATE:29971231", "DTEND;VALUE=DATE:29980101", "SUMMARY:Styringsgruppe skal ha levert: En rapport\\, med råd om et senter"))
            .And.Contain(e => Has(e, "DTSTART;VALUE=DATE:29960101", "DTEND;VALUE=DATE:29960102", "SUMMARY:Arbeidsgruppe får navnet Styringsgruppe."))
            .And.OnlyContain(e => Has(e, "SEQUENCE:4", "TRANSP:TRANSPARENT") && e.Count(line => line.StartsWith("DTSTAMP:", StringComparison.Ordinal)) == 1)
            .And.OnlyHaveUniqueItems(e => e.Single(line => line.StartsWith("UID:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/calendar.ics")]
    [InlineData("/changes.atom")]
    [InlineData("/export/members.csv")]
    public async Task What_has_not_changed_is_written_with_the_same_bytes_however_often_it_is_made(string path)
    {
        var cluster = await TellAsync();
        var tag = (await cluster.GetAsync(path)).Being(HttpStatusCode.OK).Headers["ETag"];

        // In another language first, and for another reader, so that it is made anew and not taken from what is kept.
        var again = (await cluster.As(null).GetAsync(path)).Being(HttpStatusCode.OK).Headers["ETag"];
        (await cluster.GetAsync($"{path}?knownAt=2999-01-01T00:00:00Z")).Being(HttpStatusCode.OK).Headers["ETag"].Should().Be(tag);
        if (path != "/changes.atom") again.Should().Be(tag);
    }

    private static bool Has(string[] calendarEvent, params string[] lines) => lines.All(calendarEvent.Contains);

    private static IEnumerable<string> Members(JsonNode item) => item.AsObject().Select(m => m.Key);

    private async Task<ClusterClient> TellAsync()
    {
        var cluster = await api.FoundAsync();
        await cluster.DecideAsync("""
            {"title": "Ny gruppe", "decidedByText": "Partnerne", "decidedOn": "2022-01-01", "changes": [
              {"type": "establish-body", "ref": "group", "kind": "working-group", "name": "Arbeidsgruppe"},
              {"type": "adopt-mandate", "body": "#group", "points": ["Utrede"], "deliverable": "En rapport, med råd om et senter", "dueOn": "2997"},
              {"type": "appoint", "body": "#group", "role": "chair", "person": {"name": "Oppdiktet Eksempel"}, "termThrough": "2998-12-31"}]}
            """);
        await cluster.DecideAsync("""{"title": "Hemmelig", "decidedByText": "Partnerne", "decidedOn": "2022-01-02", "visibility": "internal"}""");
        await cluster.DecideAsync("""
            {"title": "Nytt navn", "decidedByText": "Partnerne", "decidedOn": "2022-01-03", "effectiveFrom": "2996-01-01",
             "changes": [{"type": "rename-body", "body": "Arbeidsgruppe", "name": "Styringsgruppe"}]}
            """);
        return cluster;
    }
}
