using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api.Meetings;

public sealed class PlannedMeetingTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Composition = """
        {"title": "Styret", "decidedByText": "Partnerne", "decidedOn": "2018", "changes": [
          {"type": "establish-body", "ref": "b", "kind": "board", "name": "Styret"},
          {"type": "appoint", "body": "#b", "role": "chair", "person": {"name": "Leder Eksempel"}},
          {"type": "create-seat", "ref": "s", "body": "#b", "role": "member"},
          {"type": "create-seat", "ref": "v", "body": "#b", "role": "deputy", "deputyFor": "#s"},
          {"type": "appoint", "seat": "#s", "person": {"name": "Medlem Eksempel"}},
          {"type": "appoint", "seat": "#v", "person": {"name": "Vara Eksempel"}}]}
        """;

    [Fact]
    public async Task A_meeting_goes_from_plan_to_published_minutes()
    {
        var cluster = await api.FoundAsync();
        await cluster.DecideAsync(Composition);
        var people = (await cluster.GetAsync("/people")).Json["people"]!.AsArray().ToDictionary(p => p!["name"]!.GetValue<string>().Split(' ')[0], p => p!["id"]!.GetValue<string>());
        var made = (await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2022-12-08", "startsAt": "12:00", "endsAt": "14:00", "place": "Alrek", "link": "https://video.example/1"}""")).Being(HttpStatusCode.Created);
        var path = $"/meetings/planned/{made.Id}";
        made.Headers.Should().Contain("Location", $"/api/clusters/{cluster.Id}{path}");
        (made.Json["number"]!.GetValue<string>(), made.Json["status"]!.GetValue<string>()).Should().Be(("1/2022", "planned"));

        var agenda = (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Nytt navn", "proposal": "Styret heter Rådet."}""")).Being(HttpStatusCode.Created);
        agenda = (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Personalsak", "closedBy": "Offl. § 13"}""")).Being(HttpStatusCode.Created);
        var items = agenda.Json["items"]!.AsArray().Select(i => i!["id"]!.GetValue<string>()).ToList();
        (await cluster.PostAsync($"{path}/absences", $$"""{"person": "{{people["Medlem"]}}", "reason": "syk"}""")).Being(HttpStatusCode.OK)
            .Json["invited"]!.AsArray().Select(i => $"{i!["person"]!["name"]} {i["away"]} {i["votes"]} {i["standsInFor"]?["name"]}").Should().Equal("Leder Eksempel false true ", "Medlem Eksempel true false ", "Vara Eksempel false true Medlem Eksempel");
        (await cluster.PostAsync($"{path}/notice", """{"message": "Velkommen", "mail": false}""")).Being(HttpStatusCode.OK).Json["status"]!.GetValue<string>().Should().Be("called");
        (await cluster.GetAsync(path)).Json["agenda"]!.AsArray().Select(i => $"{i!["number"]} {i["title"]}").Should().Equal("1/22 Nytt navn", "2/22 Personalsak");

        foreach (var who in new[] { "Leder", "Vara" }) (await cluster.PostAsync($"{path}/attendance", $$"""{"person": "{{people[who]}}", "present": true, "at": "12:00"}""")).Being(HttpStatusCode.OK);
        var treated = (await cluster.PutAsync($"{path}/items/{items[1]}/treatment", $$"""
            {"outcome": "not-adopted", "conclusion": "Saken ble avvist.", "votes": {"byName": [{"person": "{{people["Leder"]}}", "ballot": "against"}]}, "recusals": [{"person": "{{people["Vara"]}}", "reason": "i familie"}], "remarks": "Ingen"}
            """)).Being(HttpStatusCode.OK);
        treated.Json["now"]!.ToJsonString().Should().Be("""{"votes":2,"needed":2,"present":2,"met":true}""");
        treated.Json["items"]![1]!["quorum"]!["met"]!.GetValue<bool>().Should().BeFalse("the one who stands in steps out");
        await cluster.DecideAsync("""{"caseNumber": "1/22", "title": "Nytt navn", "text": "Styret heter Rådet.", "decidedBy": "Styret", "decidedOn": "2022-12-08", "meeting": "1/2022", "changes": [{"type": "rename-body", "body": "Styret", "name": "Rådet"}]}""");
        (await cluster.PostAsync($"{path}/holding", """{"startedAt": "12:00", "endedAt": "13:30"}""")).Being(HttpStatusCode.OK).Json["status"]!.GetValue<string>().Should().Be("held");

        (await cluster.PostAsync($"{path}/minutes/publication", "{}")).Being(HttpStatusCode.UnprocessableEntity).Json["violations"]![0]!["code"]!.GetValue<string>().Should().Be("minutes-not-approved");
        (await cluster.As(null).GetAsync($"{path}/minutes")).Being(HttpStatusCode.NotFound);
        (await cluster.PostAsync($"{path}/minutes/approval", $$"""{"by": ["{{people["Leder"]}}", "{{people["Vara"]}}"]}""")).Being(HttpStatusCode.OK).Json["status"]!.GetValue<string>().Should().Be("approved");
        (await cluster.PostAsync($"{path}/minutes/publication", "{}")).Being(HttpStatusCode.OK).Json["status"]!.GetValue<string>().Should().Be("published");

        var minutes = (await cluster.As(null).GetAsync($"{path}/minutes")).Being(HttpStatusCode.OK);
        minutes.Text.Should().NotContain("Personalsak").And.NotContain("i familie").And.NotContain("syk").And.NotContain("video.example");
        var item = minutes.Json["items"]!.AsArray().Single()!;
        $"{item["number"]} {item["outcome"]} {item["conclusion"]} {item["changes"]![0]}".Should().Be("1/22 adopted Styret heter Rådet. Styret fikk navnet Rådet.");
        minutes.Json["attendance"]!.AsArray().Select(a => $"{a!["person"]!["name"]} {a["spells"]!.AsArray().Count}").Should().Equal("Leder Eksempel 1", "Medlem Eksempel 0", "Vara Eksempel 1");
        minutes.Json["hash"]!.GetValue<string>().Should().MatchRegex("^[0-9a-f]{64}$");
        (await cluster.As(null).GetAsync($"/meetings/{made.Id}")).Being(HttpStatusCode.OK).Json["decisions"]!.AsArray().Should().ContainSingle();
        (await cluster.As(await api.KeyAsync(Role.Reader, cluster.Id)).GetAsync($"{path}/proceedings")).Being(HttpStatusCode.Forbidden);
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task A_meeting_stands_in_the_cluster_s_calendar_at_its_hour()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Styret");
        foreach (var (day, visibility) in new[] { ("2027-01-12", "public"), ("2027-07-13", "internal") })
            (await cluster.PostAsync("/meetings/planned", $$"""{"body": "Styret", "day": "{{day}}", "startsAt": "12:00", "endsAt": "14:00", "place": "Alrek", "visibility": "{{visibility}}"}""")).Being(HttpStatusCode.Created);

        (await cluster.As(null).GetAsync("/calendar.ics")).Text.Should().Contain("DTSTART;TZID=Europe/Oslo:20270112T120000").And.Contain("SUMMARY:Styret: møte 1/2027").And.Contain("TZID:Europe/Oslo").And.Contain("TZOFFSETTO:+0100").And.NotContain("20270713");
        (await cluster.GetAsync("/calendar.ics")).Text.Should().Contain("DTSTART;TZID=Europe/Oslo:20270713T120000");
        await cluster.EstablishAsync("2018", "Rådet");
        var bodies = (await cluster.GetAsync("/bodies")).Json["bodies"]!.AsArray().ToDictionary(b => b!["name"]!.GetValue<string>(), b => b!["id"]!.GetValue<string>());
        (await cluster.As(null).GetAsync($"/calendar.ics?body={bodies["Styret"]}")).Text.Should().Contain("20270112T120000").And.NotContain("20270713");
        (await cluster.As(null).GetAsync($"/calendar.ics?body={bodies["Rådet"]}")).Text.Should().NotContain("BEGIN:VEVENT").And.Contain("BEGIN:VTIMEZONE", "no calendar is without a component");
    }

    [Fact]
    public async Task Two_secretaries_never_take_the_same_number()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Styret");
        var paths = new List<string>();
        foreach (var day in new[] { "2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11" })
        {
            var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", $$"""{"body": "Styret", "day": "{{day}}", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";
            foreach (var title in new[] { "En", "To" }) (await cluster.PostAsync($"{path}/items", $$"""{"kind": "decision", "title": "{{title}}"}""")).Being(HttpStatusCode.Created);
            paths.Add(path);
        }

        foreach (var sent in await Task.WhenAll(paths.Select(path => cluster.PostAsync($"{path}/notice", """{"mail": false}""")))) sent.Being(HttpStatusCode.OK);

        var numbers = (await Task.WhenAll(paths.Select(path => cluster.GetAsync(path)))).SelectMany(m => m.Json["agenda"]!.AsArray().Select(i => i!["number"]!.GetValue<string>()));
        numbers.Should().BeEquivalentTo(Enumerable.Range(1, 8).Select(n => $"{n}/26"));
    }

    [Fact]
    public async Task Two_who_write_at_once_both_get_their_way()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Styret");
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2026-12-08", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";

        foreach (var added in await Task.WhenAll(Enumerable.Range(1, 8).Select(n => cluster.PostAsync($"{path}/items", $$"""{"kind": "information", "title": "Sak {{n}}"}""")))) added.Being(HttpStatusCode.Created);

        var written = (await cluster.GetAsync($"{path}/proceedings")).Json;
        written["items"]!.AsArray().Select(i => i!["title"]!.GetValue<string>()).Should().BeEquivalentTo(Enumerable.Range(1, 8).Select(n => $"Sak {n}"));
        written["version"]!.GetValue<int>().Should().Be(8);
    }

    [Fact]
    public async Task What_cannot_be_written_is_refused_and_changes_nothing()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Styret");
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2026-12-08", "startsAt": "12.00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";

        (await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2026-12", "startsAt": "25:00", "endsAt": "14"}""")).Being(HttpStatusCode.BadRequest).Json["faults"]!.AsArray().Select(f => f!["path"]!.GetValue<string>()).Should().BeEquivalentTo("day", "startsAt", "endsAt");
        (await cluster.PostAsync($"{path}/absences", $$"""{"person": "{{Guid.Empty}}"}""")).Being(HttpStatusCode.UnprocessableEntity).Json["violations"]![0]!["code"]!.GetValue<string>().Should().Be("unknown-person");
        (await cluster.PutAsync($"{path}/items/{Guid.Empty}/treatment", "{}")).Being(HttpStatusCode.NotFound);
        (await cluster.PostAsync($"{path}/notice", "{}")).Being(HttpStatusCode.UnprocessableEntity).Json["violations"]![0]!["code"]!.GetValue<string>().Should().Be("agenda-empty");
        (await cluster.PostAsync($"{path}/cancellation", """{"reason": "For få saker"}""")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Sak"}""")).Being(HttpStatusCode.UnprocessableEntity);
        (await cluster.GetAsync($"{path}/proceedings")).Json["version"]!.GetValue<int>().Should().Be(0);
        (await cluster.GetAsync("/changes")).Json["changes"]!.AsArray().Select(e => e!["type"]?.GetValue<string>()).Should().EndWith("meeting-cancelled");
    }

    [Fact]
    public async Task What_is_to_be_done_is_followed_up_until_it_is_done()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Styret");
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2026-12-08", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";
        var item = (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Årsrapport"}""")).Being(HttpStatusCode.Created).Json["items"]![0]!["id"]!.GetValue<string>();

        (await cluster.PostAsync($"{path}/items/{Guid.Empty}/follow-ups", """{"what": "Sende den"}""")).Being(HttpStatusCode.NotFound);
        var task = (await cluster.PostAsync($"{path}/items/{item}/follow-ups", """{"what": "Sende den", "due": "2027-01-15"}""")).Being(HttpStatusCode.Created).Json["followUps"]!.AsArray().Single()!;
        task["due"]!.GetValue<string>().Should().Be("2027-01-15");
        (await cluster.PutAsync($"{path}/follow-ups/{task["id"]}", """{"done": true}""")).Being(HttpStatusCode.OK).Json["followUps"]![0]!["doneOn"].Should().NotBeNull();
        (await cluster.PutAsync($"{path}/follow-ups/{task["id"]}", """{"done": false}""")).Being(HttpStatusCode.OK).Json["followUps"]![0]!["doneOn"].Should().BeNull();
    }

    [Fact]
    public async Task A_text_that_is_redacted_is_gone_from_what_is_written_too()
    {
        var cluster = await api.FoundAsync();
        await cluster.EstablishAsync("2018", "Styret");
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2026-12-08", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";
        (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Sak om Kari", "text": "Hemmelig"}""")).Being(HttpStatusCode.Created);
        (await cluster.PostAsync($"{path}/notice", """{"mail": false}""")).Being(HttpStatusCode.OK);

        (await cluster.PostAsync($"/acts/{await cluster.PositionAsync()}/redaction", """{"texts": ["items[0].text"], "reason": "Personvern"}""")).Being(HttpStatusCode.OK);

        (await cluster.GetAsync($"{path}/proceedings")).Text.Should().NotContain("Hemmelig").And.Contain("Sak om Kari");
        (await cluster.GetAsync(path)).Text.Should().NotContain("Hemmelig");
        await api.VerifyAsync(cluster);
    }

    [Fact]
    public async Task What_is_private_of_it_is_handed_out_to_the_person_and_goes_with_them()
    {
        var cluster = await api.FoundAsync();
        await cluster.DecideAsync(Composition);
        var member = (await cluster.GetAsync("/people")).Json["people"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == "Medlem Eksempel")!["id"]!.GetValue<string>();
        var path = $"/meetings/planned/{(await cluster.PostAsync("/meetings/planned", """{"body": "Styret", "day": "2026-12-08", "startsAt": "12:00", "endsAt": "14:00"}""")).Being(HttpStatusCode.Created).Id}";
        var item = (await cluster.PostAsync($"{path}/items", """{"kind": "decision", "title": "Om Medlem Eksempel"}""")).Being(HttpStatusCode.Created).Json["items"]![0]!["id"]!.GetValue<string>();
        (await cluster.PostAsync($"{path}/absences", $$"""{"person": "{{member}}", "reason": "syk"}""")).Being(HttpStatusCode.OK);
        (await cluster.PutAsync($"{path}/items/{item}/treatment", $$"""{"recusals": [{"person": "{{member}}", "reason": "i familie"}]}""")).Being(HttpStatusCode.OK);

        (await cluster.GetAsync($"/people/{member}/access")).Being(HttpStatusCode.OK).Json["meetings"]!.AsArray().Select(m => m!["note"]!.GetValue<string>()).Should().Equal("syk", "i familie");

        (await cluster.DeleteAsync($"/people/{member}")).Being(HttpStatusCode.Accepted);
        (await cluster.As(await api.KeyOfAnotherAsync(Role.Admin, cluster.Id)).DeleteAsync($"/people/{member}")).Being(HttpStatusCode.OK);
        (await cluster.GetAsync($"{path}/proceedings")).Text.Should().NotContain("syk").And.NotContain("i familie").And.NotContain("Medlem Eksempel");
    }
}
