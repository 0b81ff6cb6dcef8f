using System.Net;
using Governance.Api.Security;
using Governance.Tests.Support;

namespace Governance.Tests.Api.People;

public sealed class PersonTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Ada =
        """
        {"name": " Oppdiktet  Eksempel Én ", "title": "Lege", "organisation": "Sykehuset", "email": "ada@example.org", "phone": "+47 55 00 00 00", "gender": "female",
         "externalIds": [{"scheme": "hpr", "identifier": "123"}]}
        """;

    [Fact]
    public async Task A_registered_person_is_shown_by_role()
    {
        var cluster = await api.FoundAsync();
        var labels = new Labels();

        var made = (await cluster.PostAsync("/people", Ada)).Being(HttpStatusCode.Created);

        labels.Name("ada", made.Id);
        labels.Same(made.Json, """{"id": "ada", "position": 2, "recordedAt": "@1"}""");
        made.Headers.Should().Contain("Location", $"/api/clusters/{cluster.Id}/people/{made.Id}").And.Contain("Governance-Position", "2");
        labels.Same((await cluster.GetAsync($"/people/{made.Id}")).Json,
            """
            {
              "id": "ada", "name": "Oppdiktet  Eksempel Én", "title": "Lege", "organisation": "Sykehuset", "roles": [{"title": "Lege", "organisation": "Sykehuset"}], "seats": [], "acting": [],
              "unlisted": false, "email": "ada@example.org", "phone": "\u002B47 55 00 00 00", "gender": "female", "externalIds": [{"scheme": "hpr", "identifier": "123"}]
            }
            """);
        labels.Same((await cluster.As(await api.KeyAsync(Role.Reader, cluster.Id)).GetAsync($"/people/{made.Id}")).Json,
            """{"id": "ada", "name": "Oppdiktet  Eksempel Én", "title": "Lege", "organisation": "Sykehuset", "roles": [{"title": "Lege", "organisation": "Sykehuset"}], "seats": [], "acting": []}""");
        (await cluster.As(null).GetAsync($"/people/{made.Id}")).Being(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task With_a_date_title_and_organisation_change_from_then_and_without_one_they_are_put_right()
    {
        var cluster = await api.FoundAsync();
        var person = (await cluster.PostAsync("/people", Ada)).Id;

        (await cluster.PatchAsync($"/people/{person}", """{"title": "Overlege", "effectiveFrom": "2020-05-01"}""")).Being(HttpStatusCode.OK);
        (await cluster.PatchAsync($"/people/{person}", """{"organisation": "Universitetssykehuset"}""")).Being(HttpStatusCode.OK);
        (await cluster.PatchAsync($"/people/{person}", """{"title": null, "effectiveFrom": "2022"}""")).Being(HttpStatusCode.OK);

        (await cluster.GetAsync($"/people/{person}?asOf=2021-01-01")).Json["roles"]!.ToJsonString().Should().Be(
            """[{"title":"Lege","organisation":"Sykehuset"},{"validFrom":"2020-05-01","title":"Overlege","organisation":"Universitetssykehuset"},{"validFrom":"2022","organisation":"Universitetssykehuset"}]""");
        (await TitleAsync("2020-04-30")).Should().Be("Lege");
        (await TitleAsync("2021-12-31")).Should().Be("Overlege");
        (await TitleAsync("2022-01-01")).Should().BeNull();

        async Task<string?> TitleAsync(string day) => (await cluster.GetAsync($"/people/{person}?asOf={day}")).Json["title"]?.GetValue<string>();
    }

    [Fact]
    public async Task Absent_keeps_and_null_clears()
    {
        var cluster = await api.FoundAsync();
        var person = (await cluster.PostAsync("/people", Ada)).Id;

        (await cluster.PatchAsync($"/people/{person}", """{"email": null, "gender": null, "externalIds": [], "unlisted": true}""")).Being(HttpStatusCode.OK);

        var shown = await cluster.GetAsync($"/people/{person}");
        shown.Without("id", "roles", "seats", "acting").ToJsonString().Should().Be(
            """{"name":"Oppdiktet  Eksempel \u00C9n","title":"Lege","organisation":"Sykehuset","unlisted":true,"phone":"\u002B47 55 00 00 00","externalIds":[]}""");
    }

    [Fact]
    public async Task A_merged_person_is_the_other_one_at_every_time()
    {
        var cluster = await api.FoundAsync();
        var labels = new Labels();
        var made = await cluster.DecideAsync(
            """
            {
              "title": "Panel", "decidedByText": "Partnerne", "decidedOn": "2019",
              "changes": [
                {"type": "establish-body", "ref": "p", "kind": "panel", "name": "Brukerpanel"}, {"type": "establish-body", "ref": "q", "kind": "panel", "name": "Studentpanel"},
                {"type": "appoint", "body": "#p", "role": "chair", "person": {"name": "Oppdiktet E. Én"}, "termThrough": "2930"},
                {"type": "appoint", "body": "#q", "role": "chair", "person": {"name": "Oppdiktet Eksempel Én"}, "termThrough": "2930"}
              ]
            }
            """);
        var (alias, person) = (Person(2), Person(3));
        labels.Name("person", person);

        (await cluster.PatchAsync($"/people/{alias}", """{"email": "alias@example.org"}""")).Being(HttpStatusCode.OK);
        (await cluster.PatchAsync($"/people/{person}", """{"email": "ada@example.org"}""")).Being(HttpStatusCode.OK);
        (await cluster.PostAsync($"/people/{alias}/merge", $$"""{"into": "{{person}}"}""")).Being(HttpStatusCode.OK);

        string[] questions = ["/structure?asOf=2019-03-01", $"/structure?asOf=2019-03-01&knownAt={made.RecordedAt}"];
        foreach (var question in questions)
        {
            var holders = (await cluster.GetAsync(question)).Json["bodies"]!.AsArray().Select(b => b!["seats"]![0]!["holder"]!);
            holders.Select(h => $"{h["id"]} {h["name"]}").Should().Equal($"{person} Oppdiktet Eksempel Én", $"{person} Oppdiktet Eksempel Én");
        }
        var shown = await cluster.GetAsync($"/people/{alias}");
        shown.Text.Should().Be((await cluster.GetAsync($"/people/{person}")).Text).And.Contain("ada@example.org");
        shown.Json["seats"]!.AsArray().Should().HaveCount(2);
        (await cluster.PostAsync($"/people/{alias}/merge", $$"""{"into": "{{person}}"}""")).Being(HttpStatusCode.NotFound);
        (await cluster.PatchAsync($"/people/{alias}", """{"title": "Lege"}""")).Being(HttpStatusCode.NotFound);

        string Person(int change) => made.Json["changes"]![change]!["seats"]![0]!["person"]!.GetValue<string>();
    }

    [Fact]
    public async Task Two_who_have_been_in_one_body_in_one_role_at_once_cannot_be_one()
    {
        var cluster = await api.FoundAsync();
        var labels = new Labels();
        var made = await cluster.DecideAsync(
            """
            {
              "caseNumber": "1/19", "title": "Panel", "decidedByText": "Partnerne", "decidedOn": "2019",
              "changes": [
                {"type": "establish-body", "ref": "p", "kind": "panel", "name": "Brukerpanel"},
                {"type": "appoint", "body": "#p", "role": "member", "person": {"name": "Oppdiktet Eksempel Én"}},
                {"type": "appoint", "body": "#p", "role": "member", "person": {"name": "Oppdiktet Eksempel To"}}
              ]
            }
            """);
        labels.Name("panel", made.Json["changes"]![0]!["body"]!.GetValue<string>());
        labels.Name("made", made.Id);
        var (one, other) = (Person(1), Person(2));

        var refused = (await cluster.PostAsync($"/people/{one}/merge?lang=en", $$"""{"into": "{{other}}"}""")).Being(HttpStatusCode.UnprocessableEntity);
        labels.Same(refused.Json["violations"],
            """
            [{
              "code": "person-twice", "message": "The same person would have the same role twice in 'Brukerpanel' on 2019-01-01. Then the decision 1/19 'Panel' would no longer hold.",
              "member": "person", "body": "panel", "date": "2019-01-01", "candidates": [], "conflictsWith": "made"
            }]
            """);
        foreach (var into in new[] { one, Guid.Empty.ToString() })
            (await cluster.PostAsync($"/people/{one}/merge", $$"""{"into": "{{into}}"}""")).Being(HttpStatusCode.UnprocessableEntity)
                .Json["violations"]![0]!["code"]!.GetValue<string>().Should().Be("unknown-person");
        (await cluster.PostAsync($"/people/{Guid.Empty}/merge", $$"""{"into": "{{one}}"}""")).Being(HttpStatusCode.NotFound);
        (await cluster.PositionAsync()).Should().Be(2);

        string Person(int change) => made.Json["changes"]![change]!["seats"]![0]!["person"]!.GetValue<string>();
    }
}
